// An appointment as a file for the calendar of whoever holds its link.

#include "actors/booking/ics.hpp"
#include "actors/common/calendar.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"
#include "net/gateway/video.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

std::string in_language(const office::words& known, std::string_view language) {
  const auto found = known.find(std::string{language});
  if (found != known.end())
    return found->second;
  return known.empty() ? std::string{} : known.begin()->second;
}

// Others may see a calendar: it says no more than the visit's own messages.
std::string summary_of(const exchange& it, const visit_told& told) {
  const auto& claim = told.visit->appointment->claim;
  const auto* service = office::find(*told.setup, claim.service);
  if (service == nullptr || service->sensitive || claim.sensitive)
    return message(it.language, "calendar.appointment");
  return in_language(service->name, it.language);
}

std::string description_of(const exchange& it, const visit_told& told) {
  const auto& claim = told.visit->appointment->claim;
  const auto* service = office::find(*told.setup, claim.service);
  if (service == nullptr || service->sensitive || claim.sensitive)
    return {};
  auto text = in_language(service->bring, it.language);
  const auto how = in_language(service->instructions, it.language);
  if (!text.empty() && !how.empty())
    text += '\n';
  return text + how;
}

bool is_off(office::phase now) {
  using office::phase;
  return now == phase::held || now == phase::expired || now == phase::left
         || now == phase::cancelled;
}

const booking::site_setup* site_of(const visit_told& told) {
  const auto& sites = told.setup->booking.sites;
  const auto& wanted = told.visit->appointment->claim.site;
  const auto found = std::ranges::find(sites, wanted, &booking::site_setup::id);
  return found == sites.end() ? nullptr : &*found;
}

// Where they meet; what is not at a place may be anywhere.
std::string location_of(const exchange& it, const visit_link& link,
                        const visit_told& told) {
  auto video
      = video_link_of(it.with.secret, link.office, *told.setup, *told.visit);
  if (!video.empty())
    return video;
  const auto* site = site_of(told);
  return in_language(site ? site->name : told.setup->name, it.language);
}

booking::calendar_entry entry_for(const exchange& it, const visit_link& link,
                                  const visit_told& told) {
  return {.uid = link.hash() + '@' + link.office.text,
          .sequence = told.visit->version,
          .cancelled = is_off(told.visit->now.phase),
          .time = told.visit->appointment->claim.time,
          .written = it.with.clock(),
          .summary = summary_of(it, told),
          .location = location_of(it, link, told),
          .description = description_of(it, told),
          .url = address_of(it) + "/ticket/#" + link.text()};
}

void answer_ics(const exchange& it, const visit_link& link,
                const visit_told& told) {
  if (!told.visit->appointment)
    return it.refuse(404, "no_appointment");
  const auto* site = site_of(told);
  auto text
      = booking::ics_of(entry_for(it, link, told),
                        zone_called(site ? site->zone : told.setup->zone));
  it.answer({200,
             "text/calendar; charset=utf-8",
             std::make_shared<const std::string>(std::move(text)),
             {{"Cache-Control", "no-store"},
              {"Content-Disposition", "attachment; filename=\"rdv.ics\""}}});
}

} // namespace

void handle::calendar_file(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  with_visit(it, *link, [it, link](const visit_told& told) {
    answer_ics(*it, *link, told);
  });
}

} // namespace suivant::gateway
