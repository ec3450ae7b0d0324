#include "net/gateway/router.hpp"

#include "net/gateway/post/post_over.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

constexpr auto table = std::to_array<route>({
    {"GET", "/api/v1/offices", handle::offices},
    {"GET", "/api/v1/offices/{office}", handle::office},
    {"POST", "/api/v1/offices/{office}/tickets", handle::ticket},
    {"GET", "/api/v1/offices/{office}/booking", handle::booking},
    {"GET", "/api/v1/offices/{office}/booking/days", handle::booking_days},
    {"GET", "/api/v1/offices/{office}/booking/slots", handle::booking_slots},
    {"GET", "/api/v1/preview", handle::preview},
    {"GET", "/api/v1/preview/days", handle::preview_days},
    {"GET", "/api/v1/preview/slots", handle::preview_slots},
    {"GET", "/api/v1/offices/{office}/booking/near", handle::booking_near},
    {"POST", "/api/v1/offices/{office}/holds", handle::hold},
    {"GET", "/api/v1/offices/{office}/agenda", handle::agenda},
    {"GET", "/api/v1/offices/{office}/agenda.csv", handle::agenda_file},
    {"GET", "/api/v1/offices/{office}/absences/touched", handle::touched},
    {"GET", "/api/v1/offices/{office}/calls", handle::calls},
    {"GET", "/api/v1/calendars/{link}", handle::feed},
    {"GET", "/api/v1/offices/{office}/setup", handle::setup},
    {"PUT", "/api/v1/offices/{office}/setup", handle::set_up},
    {"GET", "/api/v1/offices/{office}/setup/templates",
     handle::setup_templates},
    {"POST", "/api/v1/offices/{office}/setup/trial", handle::setup_trial},
    {"GET", "/api/v1/offices/{office}/setup/draft", handle::draft},
    {"PUT", "/api/v1/offices/{office}/setup/draft", handle::keep_draft},
    {"DELETE", "/api/v1/offices/{office}/setup/draft", handle::drop_draft},
    {"POST", "/api/v1/offices/{office}/setup/publish", handle::publish_draft},
    {"POST", "/api/v1/offices/{office}/setup/restore", handle::restore_setup},
    {"GET", "/api/v1/offices/{office}/texts", handle::office_texts},
    {"POST", "/api/v1/offices/{office}/texts/preview", handle::preview_texts},
    {"POST", "/api/v1/offices/{office}/commands/{command}", handle::command},
    {"GET", "/api/v1/offices/{office}/visits/{visit}/person", handle::person},
    {"GET", "/api/v1/offices/{office}/visits/{visit}/messages",
     handle::messages},
    {"GET", "/api/v1/offices/{office}/visits/{visit}/video", handle::video_of},
    {"GET", "/api/v1/offices/{office}/search", handle::search},
    {"POST", "/api/v1/offices/{office}/campaigns/preview",
     handle::preview_campaign},
    {"POST", "/api/v1/offices/{office}/campaigns", handle::begin_campaign},
    {"GET", "/api/v1/offices/{office}/campaigns", handle::campaigns},
    {"GET", "/api/v1/offices/{office}/campaigns/{campaign}/report.csv",
     handle::campaign_table},
    {"GET", "/api/v1/offices/{office}/campaigns/{campaign}", handle::campaign},
    {"POST", "/api/v1/offices/{office}/vouchers", handle::find_voucher},
    {"GET", "/api/v1/offices/{office}/survey-results", handle::survey_results},
    {"GET", "/api/v1/offices/{office}/survey-results.csv",
     handle::survey_table},
    {"GET", "/api/v1/offices/{office}/hash", handle::state_hash},
    {"GET", "/api/v1/offices/{office}/poster.svg", handle::poster},
    {"POST", "/api/v1/offices/{office}/qr", handle::ticket_qr},
    {"GET", "/api/v1/offices/{office}/door-code", handle::door_code},
    {"POST", "/api/v1/offices/{office}/scanned", handle::scanned},
    {"POST", "/api/v1/offices/{office}/pairings", handle::confirm_pairing},
    {"GET", "/api/v1/offices/{office}/keys", handle::keys},
    {"POST", "/api/v1/offices/{office}/keys", handle::make_key},
    {"DELETE", "/api/v1/offices/{office}/keys/{partner}", handle::revoke_key},
    {"GET", "/api/v1/offices/{office}/hooks", handle::hooks},
    {"POST", "/api/v1/offices/{office}/hooks", handle::make_hook},
    {"DELETE", "/api/v1/offices/{office}/hooks/{hook}", handle::remove_hook},
    {"POST", "/api/v1/offices/{office}/hooks/{hook}/{action}",
     handle::tend_hook},
    {"GET", "/api/v1/visit", handle::visit},
    {"GET", "/api/v1/visit/qr.svg", handle::visit_qr},
    {"GET", "/api/v1/visit/appointment.ics", handle::calendar_file},
    {"POST", "/api/v1/visit/confirm", handle::confirm},
    {"POST", "/api/v1/visit/move", handle::move},
    {"POST", "/api/v1/visit/cancel", handle::cancel},
    {"POST", "/api/v1/visit/arrive", handle::arrive},
    {"GET", "/api/v1/visit/voucher", handle::voucher},
    {"GET", "/api/v1/visit/video", handle::video},
    {"POST", "/api/v1/visit/offer/accept", handle::accept_offer},
    {"POST", "/api/v1/visit/offer/decline", handle::decline_offer},
    {"POST", "/api/v1/visit/earlier", handle::wait_for_earlier},
    {"POST", "/api/v1/visit/earlier/cancel", handle::give_up_waiting},
    {"POST", "/api/v1/visit/notice", handle::ask_notice},
    {"POST", "/api/v1/visit/seen", handle::seen},
    {"POST", "/api/v1/visit/code", handle::send_code},
    {"POST", "/api/v1/visit/texts", handle::texts},
    {"GET", "/api/v1/visit/texts", handle::wants_texts},
    {"POST", "/api/v1/visit/{command}", handle::visit_command},
    {"GET", "/api/v1/survey", handle::survey},
    {"POST", "/api/v1/survey", handle::answer_survey},
    {"POST", "/api/v1/sessions", handle::sign_in},
    {"GET", "/api/v1/sessions/mine", handle::who_am_i},
    {"DELETE", "/api/v1/sessions/mine", handle::sign_out},
    {"GET", "/api/v1/accounts", handle::accounts},
    {"POST", "/api/v1/accounts", handle::create_account},
    {"POST", "/api/v1/pairings", handle::begin_pairing},
    {"POST", "/api/v1/pairings/claim", handle::claim_pairing},
    {"GET", receipt_path, handle::receipt},
    {"POST", receipt_path, handle::receipt},
    {"POST", bounce_path, handle::bounce},
    {"GET", inbound_path, handle::inbound},
    {"POST", inbound_path, handle::inbound},
    {"GET", "/api/v1/test-clock", handle::clock},
    {"PUT", "/api/v1/test-clock", handle::set_clock},
    {"GET", "/api/openapi.json", handle::openapi},
    {"GET", "/api/asyncapi.json", handle::asyncapi},
    {"GET", "/api/ants/getManagedMeetingPoints", handle::ants_meeting_points},
    {"GET", "/api/ants/availableTimeSlots", handle::ants_time_slots},
    {"GET", "/api/ants/searchApplicationIds", handle::ants_applications},
    {"GET", "/healthz", handle::healthy},
    {"GET", "/readyz", handle::ready},
    {"GET", "/metrics", handle::metrics},
});

using path_parts = std::vector<std::string_view>;

/// Whether `path` fits; then `named` has the parts that `pattern` names.
bool match(std::string_view pattern, std::string_view path, path_parts& named) {
  named.clear();
  for (;;) {
    const auto brace = pattern.find('{');
    if (brace == pattern.npos)
      return path == pattern;
    if (!path.starts_with(pattern.substr(0, brace)))
      return false;
    path.remove_prefix(brace);
    named.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(named.back().size());
    pattern.remove_prefix(pattern.find('}') + 1);
  }
}

bool fits(std::string_view wanted, std::string_view sent) {
  return wanted == sent || (wanted == "GET" && sent == "HEAD");
}

void take(const std::shared_ptr<exchange>& it) {
  auto other_methods = std::string{};
  auto named = path_parts{};
  for (const auto& route : table) {
    if (!match(route.path, it->request.path, named))
      continue;
    if (fits(route.method, it->request.method)) {
      it->parts.assign(named.begin(), named.end());
      return route.handle(it);
    }
    other_methods += other_methods.empty() ? "" : ", ";
    other_methods += route.method;
  }
  if (other_methods.empty())
    return it->refuse(404, "unknown");
  auto no = it->refusal(405, "method_not_allowed");
  no.headers.emplace_back("Allow", other_methods);
  it->answer(std::move(no));
}

} // namespace

std::span<const route> routes() {
  return table;
}

net::http_handler make_handler(std::shared_ptr<const services> with) {
  return [with](net::request request, net::responder answer) {
    const auto it = std::make_shared<exchange>(*with, std::move(request),
                                               std::move(answer));
    try {
      take(it);
    } catch (const json::unreadable& why) {
      it->refuse(why);
    } catch (const not_json&) {
      it->refuse(415, "not_json");
    }
  };
}

net::refusal_words words_for_refusals() {
  return
      [](int status, std::string_view error, std::string_view accept_language) {
        return refusal_in(language_of(accept_language), status, error);
      };
}

} // namespace suivant::gateway
