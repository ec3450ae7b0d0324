// The agenda of an office for its staff: appointments of some days, whom an
// absence would touch, who is to be called.

#include "actors/office/office_describe.hpp"
#include "net/gateway/agenda_csv.hpp"
#include "net/gateway/looks.hpp"
#include "net/gateway/parameters.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"
#include "net/gateway/video.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace suivant::gateway {
namespace {

using access::right;
using office::agenda_entry;

agenda_asked span_in(const exchange& it) {
  return {.first = day_in(it, "first"),
          .last = day_in(it, "last"),
          .site = {it.request.parameter("site")},
          .service = {it.request.parameter("service")},
          .resource = {it.request.parameter("resource")},
          .counter = {it.request.parameter("counter")}};
}

// Whose persons are asked for: of all, or of those that "of" names.
std::set<visit_id> visits_named(const exchange& it) {
  auto in = std::istringstream{it.request.parameter("of")};
  auto out = std::set<visit_id>{};
  for (auto part = std::string{}; std::getline(in, part, ',');) {
    auto visit = visit_id{};
    json::detail::read_key(part, visit);
    out.insert(visit);
  }
  return out;
}

/// Rows of what was found, with persons where they are wanted.
class rows {
public:
  rows(talk it, const office_id& office, bool persons)
      : it_{std::move(it)}, office_{office}, persons_{persons},
        of_{visits_named(*it_)} {}

  std::optional<person_data> person(const agenda_entry& entry) {
    const auto& visit = *entry.visit;
    const auto is_meant = of_.empty() || of_.contains(visit.id);
    if (!persons_ || !is_meant || visit.person.key.empty())
      return std::nullopt;
    seen_.push_back(visit.id);
    return it_->with.people->open(office_, visit.person);
  }

  json::object row(const agenda_entry& entry) {
    auto row = office::agenda_row(entry);
    if (const auto known = person(entry))
      row["person"] = to_json(*known);
    return row;
  }

  /// Once every look is written down.
  void then(std::function<void()> answer) {
    if (seen_.empty())
      return answer();
    note_look(it_, office_, std::move(seen_), false, std::move(answer));
  }

private:
  talk it_;
  office_id office_;
  bool persons_;
  std::set<visit_id> of_;
  std::vector<visit_id> seen_;
};

bool may_look(const exchange& it, const office_id& office, bool persons) {
  return allowed(it, office, right::see_desk)
         && (!persons || allowed(it, office, right::see_person));
}

void ask(const talk& it, const office_id& office, agenda_asked what,
         std::function<void(const agenda_told&)> then) {
  it->with.offices->agenda(office, std::move(what),
                           {[it, then](const agenda_told& said) {
                              if (said.refused)
                                return it->refuse(
                                    status_of(*said.refused),
                                    office::name_of(*said.refused));
                              then(said);
                            },
                            or_refuse(it)});
}

// For those who could be the other side.
void add_video(json::object& row, const exchange& it, const office_id& office,
               const agenda_told& said, const office::visit& visit) {
  if (!said.setup || !access::may(*it.who, office, right::see_person))
    return;
  auto link = video_link_of(it.with.secret, office, *said.setup, visit);
  if (!link.empty())
    row["video"] = std::move(link);
}

void answer_rows(const talk& it, const office_id& office, bool persons,
                 const agenda_told& said) {
  auto out = said.head;
  auto visits = boost::json::array{};
  auto shown = rows{it, office, persons};
  for (const auto& entry : said.entries) {
    auto row = shown.row(entry);
    if (entry.others_are_free)
      row["others_are_free"] = true;
    add_video(row, *it, office, said, *entry.visit);
    visits.push_back(std::move(row));
  }
  out["visits"] = std::move(visits);
  shown.then([it, out] { it->answer(200, out); });
}

// -- a file -------------------------------------------------------------------

constexpr auto columns = std::to_array<std::string_view>(
    {"day", "from", "to", "service", "site", "with", "persons", "state",
     "number", "name", "phone", "email", "remark"});

template <class Setups, class Id>
std::string name_in(std::string_view language, const Setups& all,
                    const Id& wanted) {
  const auto found = std::ranges::find(
      all, wanted, [](const auto& each) { return each.id; });
  return found == all.end() ? wanted.text : said_in(language, found->name);
}

std::vector<std::string> heading(std::string_view language) {
  auto out = std::vector<std::string>{};
  for (const auto& column : columns)
    out.push_back(words_for(language, "csv." + std::string{column}));
  return out;
}

std::string all_names(std::string_view language, const office::setup& setup,
                      const booking::claim& claim) {
  auto out = std::string{};
  for (const auto& id : claim.resources)
    out += (out.empty() ? "" : ", ")
           + name_in(language, setup.booking.resources, id);
  return out;
}

std::string clock_in(const zone& where, instant at) {
  return text_of(where, at).substr(11, 5);
}

std::vector<std::string> fields_of(std::string_view language,
                                   const agenda_told& said,
                                   const agenda_entry& entry,
                                   const person_data& person) {
  const auto& visit = *entry.visit;
  const auto& claim = visit.appointment->claim;
  const auto& setup = *said.setup;
  const auto& clock = said.clocks.at(claim.site);
  const auto phase = std::string{"desk.phase."}
                     + boost::describe::enum_to_string(visit.now.phase, "?");
  return {text_of(clock, claim.time.from).substr(0, 10),
          clock_in(clock, claim.time.from),
          clock_in(clock, claim.time.to),
          name_in(language, setup.services, claim.service),
          name_in(language, setup.booking.sites, claim.site),
          all_names(language, setup, claim),
          std::to_string(visit.persons),
          words_for(language, phase),
          visit.number,
          person.name,
          person.phone,
          person.email,
          visit.now.reason};
}

void answer_csv(const talk& it, const office_id& office, bool persons,
                const agenda_told& said) {
  auto shown = rows{it, office, persons};
  auto text = csv_mark + csv_line(heading(it->language));
  for (const auto& entry : said.entries)
    text += csv_line(fields_of(it->language, said, entry,
                               shown.person(entry).value_or(person_data{})));
  const auto body = std::make_shared<const std::string>(std::move(text));
  shown.then([it, body] {
    it->answer(
        {200,
         "text/csv; charset=utf-8",
         body,
         {{"Cache-Control", "no-store"},
          {"Content-Disposition", "attachment; filename=\"agenda.csv\""}}});
  });
}

// -- who is to be called ------------------------------------------------------

const agenda_entry* entry_about(const agenda_told& said, visit_id visit) {
  const auto found = std::ranges::find(
      said.entries, visit, [](const auto& each) { return each.visit->id; });
  return found == said.entries.end() ? nullptr : &*found;
}

void answer_calls(const talk& it, const office_id& office,
                  const agenda_told& said) {
  auto calls = boost::json::array{};
  auto shown = rows{it, office, true};
  for (const auto& call : said.calls) {
    auto row = json::object{{"call", call.number},
                            {"service", call.service.text},
                            {"asked", json::write(call.asked)},
                            {"tries", call.tries}};
    if (!call.reason.empty())
      row["reason"] = call.reason;
    if (call.tries > 0)
      row["last_try"] = json::write(call.last_try);
    const auto* about = entry_about(said, call.about);
    if (about != nullptr && about->visit->appointment)
      row["visit"] = office::agenda_row(*about);
    auto known = call.person.key.empty()
                     ? std::nullopt
                     : it->with.people->open(office, call.person);
    if (!known && about != nullptr)
      known = shown.person(*about);
    if (known)
      row["person"] = to_json(*known);
    calls.push_back(std::move(row));
  }
  shown.then([it, out = json::object{{"now", said.head.at("now")},
                                     {"calls", std::move(calls)}}] {
    it->answer(200, out);
  });
}

} // namespace

void handle::agenda(talk it) {
  const auto office = office_id{it->parts[0]};
  const auto persons = is_set(*it, "persons");
  if (!may_look(*it, office, persons))
    return;
  ask(it, office, span_in(*it), [it, office, persons](const auto& said) {
    answer_rows(it, office, persons, said);
  });
}

void handle::agenda_file(talk it) {
  const auto office = office_id{it->parts[0]};
  const auto persons = is_set(*it, "persons");
  if (!may_look(*it, office, persons))
    return;
  ask(it, office, span_in(*it), [it, office, persons](const auto& said) {
    answer_csv(it, office, persons, said);
  });
}

void handle::touched(talk it) {
  const auto office = office_id{it->parts[0]};
  const auto persons = is_set(*it, "persons");
  if (!may_look(*it, office, persons))
    return;
  const auto asked = agenda_asked{
      .kind = office::agenda_kind::touched,
      .resource = {needed(*it, "resource")},
      .away = {wall_time_in(*it, "from"), wall_time_in(*it, "to")}};
  ask(it, office, asked, [it, office, persons](const auto& said) {
    answer_rows(it, office, persons, said);
  });
}

void handle::calls(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!may_look(*it, office, true))
    return;
  ask(it, office, {.kind = office::agenda_kind::calls},
      [it, office](const auto& said) { answer_calls(it, office, said); });
}

} // namespace suivant::gateway
