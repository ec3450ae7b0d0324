// Messages: handing them over, what becomes of them, who wants which.

#include "actors/common/doubled.hpp"
#include "actors/office/answers.hpp"
#include "actors/office/rights.hpp"
#include "actors/outbox/messages.hpp"
#include "actors/outbox/survey.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

constexpr auto first_pause = std::chrono::seconds{10};
constexpr auto longest_pause = std::chrono::seconds{600};
constexpr auto most_places = 20;
constexpr auto most_messages = std::size_t{100}; // Of one visit.

looked_up<message> message_meant(const situation& here, const visit_ref& of,
                                 std::uint32_t number) {
  if (here.by.as != role::system)
    return {nullptr, refusal::value_out_of_range};
  const auto* it = find_message(here.now, of.id, number);
  if (it == nullptr || !here.now.visits.contains(of.id))
    return {nullptr, refusal::no_such_message};
  return {it, {}};
}

std::string not_needed(const situation& here, const visit& to,
                       const message& it) {
  if (here.at > it.not_after)
    return "late";
  if (!here.now.setup.messages.on)
    return "off";
  if (it.by == way::sms && here.now.stopped.contains(to.person.phone))
    return "stopped";
  return is_still_so(to, it) ? std::string{} : "not_needed";
}

// Twice as long after each failure, so that a gateway can get up.
std::chrono::seconds pause_after(int tries) {
  return doubled(first_pause, tries - 1, longest_pause);
}

// Of what was on its way as the program ended, time enough has passed.
constexpr auto after_restart = std::string_view{"restart"};

events put_off(const situation& here, visit_id to, const message& it,
               const note_handing& asked) {
  const auto pause = asked.why == after_restart
                         ? std::chrono::seconds{0}
                         : std::max(pause_after(it.tries),
                                    std::chrono::seconds{asked.pause_seconds});
  if (here.at + pause > it.not_after)
    return {message_dropped{to, it.number, "late"}};
  return {message_put_off{to, it.number, here.at + pause, asked.why}};
}

looked_up<visit> staffs_visit(const situation& here, const visit_ref& asked) {
  if (!is_staff(here.by))
    return {nullptr, refusal::value_out_of_range};
  const auto meant = visit_meant(here.now, asked);
  if (meant.no)
    return meant;
  if (messages_of(here.now, asked.id).size() >= most_messages)
    return {nullptr, refusal::list_is_full};
  return meant;
}

// Whatever cannot be told is refused, so that whoever asked sees it.
decision or_unreachable(events told) {
  if (told.empty())
    return refusal::no_way_to_tell;
  return told;
}

} // namespace

decision answer(const situation& here, const begin_sending& asked) {
  const auto [it, no] = message_meant(here, asked.visit, asked.number);
  if (no)
    return *no;
  if (it->now != delivery::waiting)
    return refusal::message_is_not_due;
  const auto to = asked.visit.id;
  if (auto why = not_needed(here, here.now.visits.at(to), *it); !why.empty())
    return events{message_dropped{to, it->number, std::move(why)}};
  if (here.at < it->due)
    return refusal::message_is_not_due;
  return events{message_sending{to, it->number}};
}

decision answer(const situation& here, const note_handing& asked) {
  const auto [it, no] = message_meant(here, asked.visit, asked.number);
  if (no)
    return *no;
  const auto is_of_this_try = asked.tries == 0 || asked.tries == it->tries;
  if (it->now != delivery::sending || !is_of_this_try)
    return events{};
  const auto to = asked.visit.id;
  switch (asked.is) {
  case handing::taken:
    return events{message_handed{to, it->number}};
  case handing::refused:
    return events{message_failed{to, it->number, asked.why}};
  case handing::unknown:
    return events{message_failed{to, it->number, "unknown"}};
  case handing::later:
    return put_off(here, to, *it, asked);
  }
  return events{};
}

// May come before the answer of the gateway, twice, and after all hope.
decision answer(const situation& here, const note_receipt& asked) {
  const auto [it, no] = message_meant(here, asked.visit, asked.number);
  if (no)
    return *no;
  const auto to = asked.visit.id;
  if (it->now == delivery::delivered || it->now == delivery::dropped)
    return events{};
  if (asked.arrived)
    return events{message_delivered{to, it->number}};
  if (it->now == delivery::failed)
    return events{};
  return events{message_failed{to, it->number, asked.why}};
}

decision answer(const situation& here, const resend_message& asked) {
  const auto [it, no] = staffs_visit(here, asked.visit);
  if (no)
    return *no;
  const auto* known = find_message(here.now, it->id, asked.number);
  if (known == nullptr)
    return refusal::no_such_message;
  if (!is_still_so(*it, *known))
    return refusal::message_is_not_due;
  auto again = telling{.about = known->about,
                       .which = known->which,
                       .due = here.at,
                       .not_after = here.at + std::chrono::hours{1},
                       .places = known->about == occasion::survey
                                     ? known->places
                                     : places_before(here.now, *it)};
  auto told = owe_by(here.now, *it, again, known->by);
  if (told.empty())
    told = owe_by(here.now, *it, again,
                  known->by == way::sms ? way::email : way::sms);
  return or_unreachable(std::move(told));
}

decision answer(const situation& here, const send_ticket& asked) {
  const auto [it, no] = staffs_visit(here, asked.visit);
  if (no)
    return *no;
  if (it->now.phase != phase::waiting)
    return closed_or(*it, refusal::visit_is_not_waiting);
  return or_unreachable(owe_by(here.now, *it,
                               {.about = occasion::ticket,
                                .which = which_at(here.at),
                                .due = here.at,
                                .not_after = here.at + std::chrono::minutes{30},
                                .places = places_before(here.now, *it)},
                               way::sms));
}

decision answer(const situation& here, const ask_notice& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (asked.places < 0 || asked.places > most_places)
    return refusal::value_out_of_range;
  if (!is_here(it->now.phase))
    return closed_or(*it, refusal::visit_is_not_waiting);
  if (it->notice == asked.places)
    return events{};
  return events{notice_asked{it->id, asked.places}};
}

decision answer(const situation& here, const note_seen& asked) {
  const auto [it, no] = visit_meant(here.now, {asked.visit.id, 0});
  if (no)
    return *no;
  auto seen = events{};
  for (const auto& message : messages_of(here.now, it->id))
    if (message.about == occasion::turn && message.now == delivery::waiting)
      seen.emplace_back(message_dropped{it->id, message.number, "seen"});
  return seen;
}

decision answer(const situation& here, const send_code& asked) {
  const auto [it, no] = visit_meant(here.now, {asked.visit.id, 0});
  if (no)
    return *no;
  if (it->now.phase != phase::held)
    return closed_or(*it, refusal::visit_is_not_held);
  if (messages_of(here.now, it->id).size() >= most_messages)
    return refusal::list_is_full;
  return events{code_asked{it->id, asked.person}};
}

decision answer(const situation& here, const stop_messages& asked) {
  if (asked.phone.empty() || here.by.as == role::partner)
    return refusal::value_out_of_range;
  if (here.now.stopped.contains(asked.phone))
    return events{};
  return events{messages_stopped{asked.phone}};
}

decision answer(const situation& here, const allow_messages& asked) {
  if (!here.now.stopped.contains(asked.phone))
    return events{};
  return events{messages_allowed{asked.phone}};
}

decision answer(const situation& here, const answer_survey& asked) {
  const auto& by = here.now.setup.messages.survey;
  if (here.now.surveyed.contains(asked.nonce))
    return refusal::survey_was_answered;
  if (here.at > asked.ended + survey_is_open_for
      || questions_for(by, asked.service).empty())
    return refusal::survey_is_over;
  if (asked.nonce.empty()
      || !problems_in(by, asked.service, asked.answers).empty())
    return refusal::survey_answers_wrong;
  return events{survey_answered{asked.nonce, asked.service, asked.ended,
                                asked.waited, asked.served, asked.gauge,
                                asked.answers}};
}

} // namespace suivant::office
