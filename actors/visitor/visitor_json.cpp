#include "actors/visitor/visitor_json.hpp"

#include "actors/common/json_codec.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/queue/queue_json.hpp"

#include <algorithm>

namespace suivant::visitor {
namespace {

using boost::json::object;
using boost::json::value;

value counter_of(const view& of) {
  const auto* counter = office::find(of.setup, of.visit.now.counter);
  const auto shown = of.visit.now.phase == office::phase::called
                     || of.visit.now.phase == office::phase::serving;
  if (counter == nullptr || !shown)
    return nullptr;
  return value(counter->label);
}

void add_service(object& into, const view& of) {
  const auto* service = office::find(of.setup, of.visit.now.service);
  if (service == nullptr)
    return;
  into["service"] = json::write(service->name);
  into["bring"] = json::write(service->bring);
  into["instructions"] = json::write(service->instructions);
  const auto* counter = office::find(of.setup, of.visit.now.counter);
  if (counter != nullptr)
    into["counter_name"] = json::write(counter->name);
}

// Until when, and from when on, a visitor may do what about it themselves.
void add_rules(object& into, const view& of, const booking::claim& claim) {
  const auto& rules = of.setup.booking.services;
  const auto rule
      = std::ranges::find(rules, claim.service, &booking::service_rule::id);
  if (rule == rules.end())
    return;
  const auto start = claim.time.from;
  const auto before = [&](int minutes) {
    return json::write(start - std::chrono::minutes{minutes});
  };
  into["arrive_from"] = before(rule->arrival_before);
  into["change_until"] = before(rule->change_notice);
  into["cancel_until"] = before(rule->cancel_notice);
  into["in_time_until"] = before(-rule->in_time);
  into["code_at_door"] = rule->code_at_door;
}

object place_in(const view& of, const booking::claim& claim,
                const std::string& shown) {
  auto agreed = object{{"service", claim.service.text},
                       {"start", json::write(claim.time.from)},
                       {"end", json::write(claim.time.to)},
                       {"local", shown},
                       {"site", claim.site.text},
                       {"place", json::write(claim.place)},
                       {"persons", claim.persons},
                       {"waiting", claim.waiting}};
  const auto& sites = of.setup.booking.sites;
  const auto site
      = std::ranges::find(sites, claim.site, &booking::site_setup::id);
  agreed["zone"] = site == sites.end() ? of.setup.zone : site->zone;
  if (site != sites.end())
    agreed["site_name"] = json::write(site->name);
  return agreed;
}

// Nothing for who came without one.
void add_appointment(object& into, const view& of) {
  const auto& it = of.visit.appointment;
  if (!it)
    return;
  auto agreed = place_in(of, it->claim, it->shown);
  if (it->held_until > instant{})
    agreed["held_until"] = json::write(it->held_until);
  add_rules(agreed, of, it->claim);
  into["appointment"] = std::move(agreed);
}

// What the office offers, or will: see the rules of campaigns.
void add_offer(object& into, const view& of) {
  const auto& it = of.visit;
  if (it.now.phase == office::phase::postponed
      || (it.wish && it.now.phase == office::phase::cancelled))
    into["reason"] = it.now.reason;
  if (office::waits_for_earlier(it))
    into["earlier"] = object{{"from", json::write(it.wish->from)},
                             {"until", json::write(it.wish->until)}};
  if (!it.offer)
    return;
  auto offered = place_in(of, it.offer->claim, it.offer->shown);
  offered["until"] = json::write(it.offer->until);
  into["offer"] = std::move(offered);
}

void add_place(object& into, const view& of) {
  const auto waiting = of.visit.now.phase == office::phase::waiting;
  into["rank"] = waiting && of.place.rank ? value(*of.place.rank) : value();
  into["size"] = of.place.size;
  into["wait"] = nullptr;
  if (waiting && of.place.wait)
    into["wait"] = {of.place.wait->low, of.place.wait->high};
  into["line"] = queue::topic_of(of.office, of.visit.now.queue);
  into["line_n"] = of.place.frame;
}

// Where one may be called to, so that the page knows whose gauge to look at.
void add_sites(object& into, const view& of) {
  if (of.visit.now.phase != office::phase::waiting)
    return;
  into["sites"] = json::write(office::sites_for(of.setup, of.visit));
  into["inside"] = !of.visit.now.inside.empty();
}

// Whether their telephone takes texts, if they want any.
void add_texts(object& into, const view& of) {
  into["texts"] = of.setup.messages.on
                  && of.visit.person.telephone == office::telephone::mobile;
  into["notice"] = of.visit.notice;
}

object members(const view& of) {
  auto out = object{
      {"office",
       object{{"id", of.office.text}, {"name", json::write(of.setup.name)}}},
      {"number", of.visit.number},
      {"version", of.visit.version},
      {"phase", json::write(of.visit.now.phase)},
      {"queue", of.visit.now.queue.text},
      {"counter", counter_of(of)},
      {"joined", json::write(of.visit.joined)},
      {"since", json::write(of.visit.now.since)},
      {"calls", of.visit.now.calls},
      {"persons", of.visit.persons},
      {"language", of.visit.language},
      {"moved", of.moved.empty() ? value() : value(of.moved)},
      {"now", json::write(of.now)},
  };
  add_service(out, of);
  add_appointment(out, of);
  add_offer(out, of);
  add_place(out, of);
  add_sites(out, of);
  add_texts(out, of);
  return out;
}

} // namespace

std::string frame(const view& of) {
  return boost::json::serialize(object{{"topic", "visit"},
                                       {"n", of.frame},
                                       {"now", json::write(of.now)},
                                       {"snapshot", members(of)}});
}

std::string snapshot(const view& of) {
  return boost::json::serialize(members(of));
}

} // namespace suivant::visitor
