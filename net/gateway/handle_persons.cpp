// Who the visitors are, each look noted.

#include "actors/office/office_describe.hpp"
#include "net/gateway/looks.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

#include <algorithm>
#include <sstream>

namespace suivant::gateway {
namespace {

using access::right;

constexpr auto least_letters = std::size_t{2};
constexpr auto most_found = std::size_t{50};

std::vector<std::string> words_of(const std::string& text) {
  auto in = std::istringstream{folded(text)};
  auto words = std::vector<std::string>{};
  for (auto word = std::string{}; in >> word;)
    words.push_back(word);
  return words;
}

bool is_number(const std::string& text) {
  return text.find_first_not_of("0123456789 .-+()") == std::string::npos;
}

// Each word stands in the name or the ticket's number, in any order; or all
// together are a part of the telephone number.
bool matches(const office::visit& visit, const person_data& person,
             const std::string& wanted) {
  const auto digits = digits_of(wanted);
  if (is_number(wanted) && digits.size() >= least_letters
      && digits_of(person.phone).find(digits) != std::string::npos)
    return true;
  const auto text = folded(visit.number + ' ' + person.name);
  const auto words = words_of(wanted);
  return !words.empty()
         && std::ranges::all_of(words, [&](const std::string& word) {
              return text.find(word) != std::string::npos;
            });
}

json::object found_row(const office::visit& it, const person_data& person) {
  auto row = json::object{{"id", it.id.number},
                          {"version", it.version},
                          {"number", it.number},
                          {"phase", json::write(it.now.phase)},
                          {"service", it.now.service.text},
                          {"persons", it.persons},
                          {"language", it.language},
                          {"name", person.name},
                          {"phone", person.phone},
                          {"email", person.email}};
  if (it.appointment) {
    const auto& claim = it.appointment->claim;
    row["start"] = json::write(claim.time.from);
    row["site"] = claim.site.text;
    row["place"] = json::write(claim.place);
  }
  return row;
}

void answer_found(const talk& it, const office_id& office,
                  const agenda_told& all, const std::string& wanted) {
  auto found = boost::json::array{};
  auto seen = std::vector<visit_id>{};
  for (const auto& entry : all.entries) {
    const auto& visit = entry.visit;
    const auto person = it->with.people->open(office, visit->person);
    if (!person || !matches(*visit, *person, wanted))
      continue;
    found.push_back(found_row(*visit, *person));
    seen.push_back(visit->id);
    if (seen.size() == most_found)
      break;
  }
  note_look(it, office, std::move(seen), true,
            [it, found] { it->answer(200, found); });
}

} // namespace

void handle::person(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::see_person))
    return;
  auto wanted = visit_id{};
  json::detail::read_key(it->parts[1], wanted);
  if (wanted.empty())
    return it->answer(200, to_json(person_data{}));
  it->with.offices->agenda(
      office, {.kind = office::agenda_kind::described, .visit = wanted},
      {[it, office, wanted](const agenda_told& all) {
         if (all.entries.empty())
           return it->answer(200, to_json(person_data{}));
         const auto known
             = it->with.people->open(office, all.entries[0].visit->person);
         if (!known)
           return it->refuse(404, "person_erased");
         note_look(it, office, {wanted}, false,
                   [it, known] { it->answer(200, to_json(*known)); });
       },
       or_refuse(it)});
}

void handle::search(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::find_person))
    return;
  const auto wanted = it->request.parameter("q");
  if (wanted.size() < least_letters)
    return it->answer(200, boost::json::array{});
  it->with.offices->agenda(office, {.kind = office::agenda_kind::described},
                           {[it, office, wanted](const agenda_told& all) {
                              answer_found(it, office, all, wanted);
                            },
                            or_refuse(it)});
}

} // namespace suivant::gateway
