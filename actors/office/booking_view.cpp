#include "actors/office/booking_view.hpp"

#include "actors/booking/offer.hpp"
#include "actors/office/application_view.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/office/presences.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>
#include <iterator>

namespace suivant::office {
namespace {

using boost::json::array;
using boost::json::object;

constexpr auto most_days = std::chrono::days{62};

// What is in force, or drafted, beside what is taken.
struct offered {
  const state& office;
  const office::setup& setup;
  const bookings& booked;
};

offered in_force(const state& now) {
  return {now, now.setup, now.booked};
}

booking::question question_of(const offered& now, const offer_question& asked,
                              instant at) {
  return {.service = asked.service,
          .site = asked.site,
          .persons = asked.persons,
          .place = asked.place,
          .by_staff = asked.by_staff,
          .now = at,
          .instead_of = asked.moved,
          .others = presences(now.office, at),
          .door = asked.door,
          .door_share = asked.door_share};
}

bool is_offered_at(const booking::plan& plan, const service_id& service,
                   std::size_t site) {
  return std::ranges::any_of(plan.openings, [&](const auto& it) {
    return it.site == site && it.setup.kept_for.empty()
           && booking::offers(it, service);
  });
}

// Starts of several sites at a time are shown by the first one's clocks.
const zone& clock_for(const booking::plan& plan, const service_id& service,
                      const booking::site_id& wanted) {
  static const auto utc = zone{};
  for (auto site = std::size_t{0}; site < plan.sites.size(); ++site) {
    const auto is_meant = wanted.empty() ? is_offered_at(plan, service, site)
                                         : plan.sites[site].setup.id == wanted;
    if (is_meant)
      return plan.sites[site].clock;
  }
  return utc;
}

array starts_in_words(const booking::starts& all, const zone& clock) {
  auto out = array{};
  for (const auto& it : all)
    out.push_back(object{{"start", json::write(it.start)},
                         {"local", text_of(clock, it.start)},
                         {"left", it.left},
                         {"waiting", it.waiting}});
  return out;
}

// How long it takes, by persons from the least on; where openings differ, in
// the first of them.
array minutes_of(const booking::plan& plan, const booking::service_rule& rule) {
  const auto opening = std::ranges::find_if(plan.openings, [&](const auto& it) {
    return booking::offers(it, rule.id);
  });
  const auto step = opening == plan.openings.end() ? 0 : opening->setup.step;
  auto out = array{};
  for (auto all = rule.least_persons; all <= rule.most_persons; ++all)
    out.push_back(booking::length_of(rule, step, all).count());
  return out;
}

bool is_for_applications(const setup& office, const service_id& service) {
  return std::ranges::any_of(office.ants.services, [&](const auto& it) {
    return it.second == service;
  });
}

object in_words(const setup& office, const booking::plan& plan,
                const booking::service_rule& rule) {
  const auto& service = *find(office, rule.id);
  auto sites = array{};
  for (auto site = std::size_t{0}; site < plan.sites.size(); ++site)
    if (is_offered_at(plan, rule.id, site))
      sites.push_back(boost::json::string{plan.sites[site].setup.id.text});
  auto out = object{{"id", rule.id.text},
                    {"name", json::write(service.name)},
                    {"bring", json::write(service.bring)},
                    {"instructions", json::write(service.instructions)},
                    {"form", json::write(service.form)},
                    {"sensitive", rule.sensitive},
                    {"proven", rule.proven && office.messages.on},
                    {"applications", is_for_applications(office, rule.id)},
                    {"least_persons", rule.least_persons},
                    {"most_persons", rule.most_persons},
                    {"minutes", minutes_of(plan, rule)},
                    {"places", json::write(rule.places)},
                    {"horizon_days", rule.horizon_days},
                    {"waiting_seats", rule.waiting_seats},
                    {"sites", std::move(sites)}};
  if (const auto& next = rule.followed_by; !next.service.empty())
    out["followed_by"] = object{{"service", next.service.text},
                                {"days_from", next.days_from},
                                {"days_to", next.days_to}};
  return out;
}

object services_of(const offered& now, instant at) {
  const auto& plan = now.booked.plan();
  auto services = array{};
  for (const auto& rule : plan.services)
    services.push_back(in_words(now.setup, plan, rule));
  auto sites = array{};
  for (const auto& it : plan.sites)
    sites.push_back(object{{"id", it.setup.id.text},
                           {"name", json::write(it.setup.name)},
                           {"zone", it.setup.zone},
                           {"local", text_of(it.clock, at)}});
  return {{"now", json::write(at)},
          {"name", json::write(now.setup.name)},
          {"hold_minutes", now.setup.booking.hold_minutes},
          {"messages", now.setup.messages.on},
          {"services", std::move(services)},
          {"sites", std::move(sites)}};
}

offer_answer said(object it) {
  return {{}, boost::json::serialize(it)};
}

bool is_too_long(const offer_question& asked) {
  return asked.last < asked.first || asked.last - asked.first >= most_days;
}

offer_answer days_of(const offered& now, const offer_question& asked,
                     instant at) {
  if (is_too_long(asked))
    return {refusal::value_out_of_range, {}};
  const auto found = booking::days_left(now.booked.plan(), now.booked.stock(),
                                        question_of(now, asked, at),
                                        asked.first, asked.last);
  if (const auto* no = std::get_if<booking::refusal>(&found))
    return {refusal_of(*no), {}};
  auto days = array{};
  for (const auto& it : std::get<std::vector<booking::day_left>>(found))
    days.push_back(object{{"day", json::text_of(it.day)},
                          {"open", it.open},
                          {"starts", it.starts}});
  return said({{"now", json::write(at)}, {"days", std::move(days)}});
}

using slots_found = std::variant<object, refusal>;

slots_found slots_in(const offered& now, const offer_question& asked,
                     instant at) {
  const auto& plan = now.booked.plan();
  const auto found = booking::offer(plan, now.booked.stock(),
                                    question_of(now, asked, at), asked.first);
  if (const auto* no = std::get_if<booking::refusal>(&found))
    return refusal_of(*no);
  const auto& clock = clock_for(plan, asked.service, asked.site);
  return object{
      {"day", json::text_of(asked.first)},
      {"zone", clock.name},
      {"slots", starts_in_words(std::get<booking::starts>(found), clock)}};
}

offer_answer slots_of(const offered& now, const offer_question& asked,
                      instant at) {
  auto found = slots_in(now, asked, at);
  if (const auto* no = std::get_if<refusal>(&found))
    return {*no, {}};
  auto& it = std::get<object>(found);
  it["now"] = json::write(at);
  return said(std::move(it));
}

offer_answer spans_of(const offered& now, const offer_question& asked,
                      instant at) {
  if (is_too_long(asked))
    return {refusal::value_out_of_range, {}};
  const auto& plan = now.booked.plan();
  const auto question = question_of(now, asked, at);
  auto all = booking::starts{};
  for (auto day = asked.first; day <= asked.last; day += std::chrono::days{1}) {
    const auto found = booking::offer(plan, now.booked.stock(), question, day);
    if (const auto* no = std::get_if<booking::refusal>(&found))
      return {refusal_of(*no), {}};
    std::ranges::copy(std::get<booking::starts>(found),
                      std::back_inserter(all));
  }
  const auto& clock = clock_for(plan, asked.service, asked.site);
  return said({{"starts", starts_in_words(all, clock)}});
}

array near_of(const offered& now, const offer_question& asked, instant at) {
  const auto& plan = now.booked.plan();
  return starts_in_words(booking::near(plan, now.booked.stock(),
                                       question_of(now, asked, at),
                                       asked.start),
                         clock_for(plan, asked.service, asked.site));
}

offer_answer offer_in(const offered& now, const offer_question& asked,
                      instant at) {
  switch (asked.kind) {
  case offer_kind::services:
    return said(services_of(now, at));
  case offer_kind::days:
    return days_of(now, asked, at);
  case offer_kind::slots:
    return slots_of(now, asked, at);
  case offer_kind::spans:
    return spans_of(now, asked, at);
  case offer_kind::meeting_points:
    return meeting_points_of(now.office);
  case offer_kind::applications:
    return applications_of(now.office, asked);
  case offer_kind::near:
    break;
  }
  return said({{"now", json::write(at)}, {"near", near_of(now, asked, at)}});
}

} // namespace

offer_answer offer_of(const state& now, const offer_question& asked,
                      instant at) {
  if (asked.preview.empty())
    return offer_in(in_force(now), asked, at);
  if (!now.draft || now.draft->token_hash != asked.preview)
    return {refusal::no_such_draft, {}};
  auto booked = now.booked;
  booked.set_up(now.draft->setup, now.draft->clocks, now.absences);
  return offer_in({now, now.draft->setup, booked}, asked, at);
}

std::optional<std::string> slots_json(const state& now,
                                      const offer_question& asked, instant at) {
  const auto found = slots_in(in_force(now), asked, at);
  if (const auto* it = std::get_if<object>(&found))
    return boost::json::serialize(*it);
  return {};
}

std::string near_json(const state& now, const offer_question& asked,
                      instant at) {
  return boost::json::serialize(near_of(in_force(now), asked, at));
}

} // namespace suivant::office
