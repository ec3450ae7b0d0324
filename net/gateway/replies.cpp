#include "net/gateway/replies.hpp"

#include "actors/hall/hall_json.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"
#include "net/metrics.hpp"

namespace suivant::gateway {
namespace {

json::value row_or_null(const office_reply& said) {
  if (!said.visit)
    return nullptr;
  return hall::row_of(*said.visit, said.rules);
}

// In seconds. A hold ends within minutes; a day's quota is looked at again
// within the hour, so that nobody has to know when a business day ends.
const char* retry_after(office::refusal why) {
  return why == office::refusal::partner_booked_enough ? "3600" : "60";
}

void fill(std::string& text, std::string_view gap, const std::string& with) {
  if (const auto at = text.find(gap); at != text.npos)
    text.replace(at, gap.size(), with);
}

} // namespace

int status_of(office::refusal why) {
  using office::refusal;
  switch (why) {
  case refusal::nobody_is_waiting:
    return 204;
  case refusal::no_such_queue:
  case refusal::no_such_service:
  case refusal::no_such_site:
  case refusal::no_such_counter:
  case refusal::no_such_visit:
  case refusal::no_such_draft:
  case refusal::no_such_resource:
  case refusal::no_such_call:
  case refusal::no_such_campaign:
    return 404;
  case refusal::hold_expired:
  case refusal::offer_is_gone:
    return 410;
  case refusal::partner_holds_enough:
  case refusal::partner_booked_enough:
    return 429;
  case refusal::setup_is_invalid:
  case refusal::value_out_of_range:
  case refusal::reason_is_needed:
  case refusal::nobody_to_call:
    return 422;
  default:
    return 409;
  }
}

void count(const exchange& it, std::string_view command,
           const office_reply& said) {
  const auto ended = said.refused    ? office::name_of(*said.refused)
                     : said.repeated ? std::string_view{"repeated"}
                                     : std::string_view{"done"};
  it.with.commands->of(command, ended).add();
}

void reply(const exchange& it, const office_reply& said, json::object more,
           int status) {
  if (!said.refused) {
    more["fact"] = said.fact;
    more["repeated"] = said.repeated;
    more["visit"] = row_or_null(said);
    return it.answer(status, std::move(more));
  }
  const auto refused = status_of(*said.refused);
  if (refused == 204)
    return it.nothing();
  it.refuse(refused, office::name_of(*said.refused),
            {{"visit", row_or_null(said)}});
}

void refuse_early(const exchange& it, const office_reply& said) {
  const auto& shown = said.not_before->shown;
  auto day = shown.substr(0, 10);
  if (it.language == "fr")
    day = day.substr(8) + '/' + day.substr(5, 2) + '/' + day.substr(0, 4);
  auto text = text_for(it.language, "arrive_from");
  fill(text, "{day}", day);
  fill(text, "{time}", shown.substr(11));
  it.refuse(status_of(*said.refused), office::name_of(*said.refused),
            {{"visit", row_or_null(said)},
             {"message", text},
             {"from", json::write(said.not_before->at)}});
}

void refuse_start(const exchange& it, const office_reply& said) {
  auto more = json::object{{"visit", row_or_null(said)}};
  if (!said.near.empty())
    more["near"] = json::parse(said.near);
  auto no = it.refusal(status_of(*said.refused), office::name_of(*said.refused),
                       std::move(more));
  if (no.status == 429)
    no.headers.emplace_back("Retry-After", retry_after(*said.refused));
  it.answer(std::move(no));
}

} // namespace suivant::gateway
