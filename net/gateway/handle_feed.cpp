// What a resource has to do, for calendar programs that know its link. Such
// programs send nothing but an address, so the link stands in it; it leads to
// no page and names nobody unless a supervisor has said so.

#include "actors/booking/ics.hpp"
#include "actors/common/calendar.hpp"
#include "actors/office/gauge.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"
#include "net/gateway/visit_link.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

constexpr auto ending = std::string_view{".ics"};

// The name of a sensitive service goes to no other program.
std::string summary_of(const exchange& it, const office_id& office,
                       const agenda_told& said, const office::visit& visit) {
  const auto& claim = visit.appointment->claim;
  const auto* service = office::find(*said.setup, claim.service);
  auto text = claim.sensitive || service == nullptr
                  ? words_for(it.language, "feed.appointment")
                  : said_in(it.language, service->name);
  if (!said.names)
    return text;
  const auto person = it.with.people->open(office, visit.person);
  if (person && !person->name.empty())
    text += " – " + person->name;
  return text;
}

booking::calendar_entry entry_for(const exchange& it, const office_id& office,
                                  const agenda_told& said,
                                  const office::agenda_entry& entry) {
  const auto& visit = *entry.visit;
  const auto& claim = visit.appointment->claim;
  const auto& sites = said.setup->booking.sites;
  const auto site
      = std::ranges::find(sites, claim.site, &booking::site_setup::id);
  return {.uid = std::to_string(visit.id.number) + '@' + office.text,
          .sequence = visit.version,
          .time = claim.time,
          .written = it.with.clock(),
          .summary = summary_of(it, office, said, visit),
          .location
          = site == sites.end() ? "" : said_in(it.language, site->name)};
}

struct owner {
  office::words name;
  zone clock;
};

// Of the resource, or else of the counter; which there is.
owner owner_of(const agenda_told& said) {
  const auto& setup = *said.setup;
  const auto clock_at = [&](const booking::site_id& site) {
    const auto found = said.clocks.find(site);
    return found == said.clocks.end() ? zone_called(setup.zone) : found->second;
  };
  if (!said.counter.empty())
    return {office::find(setup, said.counter)->name,
            clock_at(office::site_of(setup, said.counter))};
  const auto resource = std::ranges::find(
      setup.booking.resources, said.resource, &booking::resource_setup::id);
  return {resource->name, clock_at(resource->site)};
}

void answer_feed(const exchange& it, const office_id& office,
                 const agenda_told& said) {
  if (said.refused)
    return it.refuse(404, "link_unknown");
  const auto of = owner_of(said);
  auto entries = std::vector<booking::calendar_entry>{};
  for (const auto& entry : said.entries)
    entries.push_back(entry_for(it, office, said, entry));
  auto text = booking::ics_of(entries, of.clock, said_in(it.language, of.name));
  it.answer({200,
             "text/calendar; charset=utf-8",
             std::make_shared<const std::string>(std::move(text)),
             {{"Cache-Control", "no-store"}}});
}

} // namespace

void handle::feed(talk it) {
  auto text = std::string_view{it->parts[0]};
  if (text.ends_with(ending))
    text.remove_suffix(ending.size());
  const auto link = link_from(text);
  if (!link)
    return it->refuse(404, "link_unknown");
  it->with.offices->agenda(
      link->office,
      {.kind = office::agenda_kind::feed, .token_hash = link->hash()},
      {[it, link](const agenda_told& said) {
         answer_feed(*it, link->office, said);
       },
       [it](no_answer why) {
         if (why == no_answer::unknown_office)
           return it->refuse(404, "link_unknown");
         it->refuse(why);
       }});
}

} // namespace suivant::gateway
