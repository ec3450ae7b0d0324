#include "net/gateway/post/sms_step.hpp"

#include <algorithm>
#include <set>

namespace suivant::gateway {
namespace {

using office::phase;
using office::shared_visit;
using office::sms_wish;

constexpr auto usual_minutes = 10; // Of who is late and does not say how much.

// Lower comes first.
int rank_of(phase it) {
  switch (it) {
  case phase::called:
    return 0;
  case phase::serving:
    return 1;
  case phase::waiting:
    return 2;
  case phase::missed:
    return 3;
  case phase::parked:
    return 4;
  case phase::booked:
    return 5;
  default:
    return 6;
  }
}

instant start_of(const office::visit& it) {
  return it.appointment ? it.appointment->claim.time.from : it.joined;
}

template <class Predicate>
shared_visit first_of(std::span<const shared_visit> of, Predicate is_meant) {
  auto found = shared_visit{};
  const auto comes_before = [](const office::visit& a, const office::visit& b) {
    return std::pair{rank_of(a.now.phase), start_of(a)}
           < std::pair{rank_of(b.now.phase), start_of(b)};
  };
  for (const auto& it : of)
    if (it->now.phase != phase::held && is_meant(*it)
        && (!found || comes_before(*it, *found)))
      found = it;
  return found;
}

shared_visit in_phase(std::span<const shared_visit> of, phase wanted) {
  return first_of(of, [&](const auto& it) { return it.now.phase == wanted; });
}

office::visit_ref ref_to(const shared_visit& it) {
  return {it ? it->id : visit_id{}};
}

sms_step standing(const sms_asked& by) {
  auto it = visit_meant(by.visits);
  auto say = it ? standing_of(*it) : "reply.none";
  return {std::move(it), {}, std::move(say), {}};
}

// -- joining ------------------------------------------------------------------

// A word that is not needed is not asked for.
service_id service_meant(const sms_asked& by) {
  if (!by.said.service.empty() || !by.said.word.empty())
    return by.said.service;
  auto all = std::set<service_id>{};
  for (const auto& it : by.setup.messages.join)
    all.insert(it.service);
  return all.size() == 1 ? *all.begin() : service_id{};
}

sms_step join(const sms_asked& by) {
  const auto wanted = service_meant(by);
  if (wanted.empty())
    return {{},
            {},
            by.setup.messages.join.empty() ? "reply.help" : "reply.which",
            {}};
  auto there = first_of(by.visits, [&](const office::visit& it) {
    return it.now.service == wanted && office::is_here(it.now.phase);
  });
  if (there) {
    auto say = standing_of(*there);
    return {std::move(there), {}, std::move(say), {}};
  }
  const auto known = visit_meant(by.visits);
  auto ticket = office::take_ticket{};
  ticket.service = wanted;
  ticket.channel = office::channel::sms;
  if (!by.said.language.empty())
    ticket.language = by.said.language;
  else if (known)
    ticket.language = known->language;
  return {{}, std::move(ticket), {}, {}};
}

// -- about a visit ------------------------------------------------------------

sms_step let_pass(const sms_asked& by, const shared_visit& who, int places) {
  const auto most = by.setup.rules.most_passed;
  return {who, office::let_pass{ref_to(who), std::clamp(places, 1, most)},
          "reply.passed", "reply.none"};
}

int minutes_for(const sms_asked& by, const office::visit& it) {
  const auto* service = office::find(by.setup, it.now.service);
  return service == nullptr ? usual_minutes : service->minutes;
}

sms_step late(const sms_asked& by, const std::optional<line_place>& place) {
  const auto it = visit_meant(by.visits);
  if (it && it->now.phase == phase::missed)
    return {it, office::requeue{ref_to(it)}, "reply.passed", "reply.none"};
  if (it && it->now.phase == phase::booked)
    return {it, {}, "reply.late", {}};
  if (it && it->now.phase != phase::waiting)
    return standing(by);
  const auto minutes = by.said.number > 0 ? by.said.number : usual_minutes;
  const auto each = it ? minutes_for(by, *it) : usual_minutes;
  return let_pass(by, it,
                  passed_within(minutes, place.value_or(line_place{}), each,
                                by.setup.rules.most_passed));
}

sms_step cancel(const sms_asked& by) {
  const auto it = first_of(by.visits, [](const office::visit& each) {
    return each.now.phase != phase::serving;
  });
  return {it, office::leave{ref_to(it)}, "reply.left", "reply.none"};
}

sms_step arrived(const sms_asked& by) {
  const auto it = in_phase(by.visits, phase::booked);
  if (!it && visit_meant(by.visits))
    return standing(by);
  return {it, office::arrive{ref_to(it), office::entrance::link},
          "reply.arrived", "reply.none"};
}

// The one that ends first, for who has several.
shared_visit with_offer(std::span<const shared_visit> of) {
  auto found = shared_visit{};
  for (const auto& it : of)
    if (it->offer && (!found || it->offer->until < found->offer->until))
      found = it;
  return found;
}

sms_step about_offer(const sms_asked& by, bool accepts) {
  const auto it = with_offer(by.visits);
  const auto start = it ? it->offer->claim.time.from : instant{};
  if (accepts)
    return {it, office::accept_offer{ref_to(it), start}, "reply.accepted",
            "reply.no_offer"};
  return {it, office::decline_offer{ref_to(it), start}, "reply.declined",
          "reply.no_offer"};
}

} // namespace

shared_visit visit_meant(std::span<const shared_visit> of) {
  return first_of(of, [](const office::visit&) { return true; });
}

std::string standing_of(const office::visit& it) {
  switch (it.now.phase) {
  case phase::waiting:
    return "reply.waiting";
  case phase::called:
    return "reply.called";
  case phase::serving:
    return "reply.serving";
  case phase::parked:
    return "reply.parked";
  case phase::missed:
    return "reply.missed";
  default:
    break;
  }
  if (it.offer)
    return "reply.offered";
  return it.now.phase == phase::postponed ? "reply.postponed" : "reply.booked";
}

int passed_within(int minutes, const line_place& place, int minutes_each,
                  int most) {
  auto each = static_cast<double>(std::max(1, minutes_each));
  if (place.high > 0)
    each = std::max(1.0, (place.low + place.high) / 2.0 / (place.before + 1));
  const auto fitting = static_cast<int>(minutes / each);
  return std::clamp(fitting, 1, std::clamp(place.behind, 1, std::max(1, most)));
}

sms_step step_for(const sms_asked& by, const std::optional<line_place>& place) {
  switch (by.said.wish) {
  case sms_wish::help:
    break;
  case sms_wish::join:
    return join(by);
  case sms_wish::status:
    return standing(by);
  case sms_wish::late:
    return late(by, place);
  case sms_wish::cancel:
    return cancel(by);
  case sms_wish::pass:
    return let_pass(by, in_phase(by.visits, phase::waiting), by.said.number);
  case sms_wish::stop:
    return {{}, office::stop_messages{by.phone}, "reply.stopped", {}};
  case sms_wish::start:
    return {{}, office::allow_messages{by.phone}, "reply.started", {}};
  case sms_wish::accept:
    return about_offer(by, true);
  case sms_wish::refuse:
    return about_offer(by, false);
  case sms_wish::arrived:
    return arrived(by);
  }
  return {{}, {}, "reply.help", {}};
}

bool is_told_by_text(const office::setup& by, const office::visit& to,
                     const sms_step& done) {
  using office::route;
  const auto is_off
      = done.say == "reply.left" && to.appointment && to.number.empty();
  if (!is_off && done.say != "reply.accepted")
    return false;
  const auto goes = route_of(by.messages, is_off ? office::occasion::cancelled
                                                 : office::occasion::moved);
  return goes == route::sms_first || goes == route::both
         || (goes == route::email_first && !to.person.email);
}

} // namespace suivant::gateway
