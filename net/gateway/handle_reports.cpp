// What became of each person whose appointment was called off: as pages read
// it, and as a table to telephone by.

#include "net/gateway/looks.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

#include <charconv>

namespace suivant::gateway {
namespace {

using access::right;

constexpr auto most_shown = std::size_t{200};

std::size_t number_in(const exchange& it, std::string_view name,
                      std::size_t otherwise) {
  const auto text = it.request.parameter(name);
  auto number = otherwise;
  const auto end = text.data() + text.size();
  const auto [rest, why] = std::from_chars(text.data(), end, number);
  if (!text.empty() && (why != std::errc{} || rest != end))
    throw json::unreadable{std::string{name} + ": a whole number is needed"};
  return number;
}

void ask_for(const talk& it, campaign_asked what,
             std::function<void(const campaign_told&)> then) {
  it->with.offices->campaigns(office_id{it->parts[0]}, std::move(what),
                              {[it, then](const campaign_told& told) {
                                 if (told.refused)
                                   return it->refuse(
                                       status_of(*told.refused),
                                       office::name_of(*told.refused));
                                 then(told);
                               },
                               or_refuse(it)});
}

// -- as a table ---------------------------------------------------------------

// What a spreadsheet would take for a formula is made plain text.
std::string cell(std::string text) {
  if (!text.empty()
      && std::string_view{"=+-@\t\r"}.find(text[0]) != std::string_view::npos)
    text.insert(0, 1, '\'');
  auto out = std::string{'"'};
  for (const auto letter : text) {
    if (letter == '"')
      out += '"';
    out += letter;
  }
  return out += '"';
}

std::string text_in(const json::object& row, std::string_view name) {
  const auto* found = row.if_contains(name);
  if (found == nullptr)
    return {};
  return found->is_string() ? std::string{found->get_string()}
                            : boost::json::serialize(*found);
}

std::string line_of(const json::object& row, const person_data& person) {
  auto out = std::string{};
  for (const auto* name : {"visit", "local", "service", "site", "fate",
                           "reason", "again", "offered", "offers", "reachable"})
    out += cell(text_in(row, name)) + ',';
  return out + cell(person.name) + ',' + cell(person.phone) + ','
         + cell(person.email) + "\r\n";
}

std::string table_of(const exchange& it, const office_id& office,
                     const campaign_told& told) {
  auto out = std::string{
      "visit,appointment,service,site,fate,reason,again,"
      "offered,offers,reachable,name,phone,email\r\n"};
  const auto& rows = told.said.at("people").get_array();
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    const auto& visit = told.visits[i];
    const auto person = visit == nullptr
                            ? std::nullopt
                            : it.with.people->open(office, visit->person);
    out += line_of(rows[i].get_object(), person.value_or(person_data{}));
  }
  return out;
}

void answer_table(const talk& it, const office_id& office,
                  const campaign_told& told) {
  auto looked_at = std::vector<visit_id>{};
  for (const auto& visit : told.visits)
    if (visit != nullptr)
      looked_at.push_back(visit->id);
  note_look(it, office, std::move(looked_at), true, [it, office, told] {
    it->answer(
        {200,
         "text/csv; charset=utf-8",
         std::make_shared<const std::string>(table_of(*it, office, told)),
         {{"Cache-Control", "no-store"},
          {"Content-Disposition", "attachment; filename=\"report.csv\""}}});
  });
}

} // namespace

void handle::campaigns(talk it) {
  if (!allowed(*it, office_id{it->parts[0]}, right::supervise))
    return;
  ask_for(it, {.kind = office::campaign_view::list},
          [it](const campaign_told& told) { it->answer(200, told.said); });
}

void handle::campaign(talk it) {
  if (!allowed(*it, office_id{it->parts[0]}, right::supervise))
    return;
  const auto most = number_in(*it, "most", 100);
  ask_for(it,
          {.kind = office::campaign_view::report,
           .campaign = campaign_id{it->parts[1]},
           .first = number_in(*it, "first", 0),
           .most = std::min(most, most_shown)},
          [it](const campaign_told& told) { it->answer(200, told.said); });
}

void handle::campaign_table(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::supervise)
      || !allowed(*it, office, right::find_person))
    return;
  ask_for(it,
          {.kind = office::campaign_view::report,
           .campaign = campaign_id{it->parts[1]},
           .most = SIZE_MAX},
          [it, office](const campaign_told& told) {
            answer_table(it, office, told);
          });
}

} // namespace suivant::gateway
