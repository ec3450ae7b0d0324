#include "actors/hooks/hook_events.hpp"

#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"

#include <algorithm>
#include <array>

namespace suivant::hooks {
namespace {

constexpr auto kinds = std::to_array<std::string_view>({
    "visit_booked",
    "booking_moved",
    "visit_cancelled",
    "visit_postponed",
    "hold_expired",
    "visit_no_show",
    "ticket_taken",
    "visit_arrived",
    "visit_called",
    "service_started",
    "visit_finished",
    "visit_missed",
    "visit_left",
    "visit_abandoned",
    "step_undone",
});

void agree_on(public_visit& it, const booking::claim& claim) {
  it.door = claim.door;
  it.service = claim.service;
  it.site = claim.site;
  it.start = claim.time.from;
  it.end = claim.time.to;
  it.persons = claim.persons;
}

public_visit seen(const office::visit& from) {
  auto it = public_visit{.id = from.id};
  if (from.appointment)
    agree_on(it, from.appointment->claim);
  it.number = from.number;
  it.service = from.now.service;
  it.persons = from.persons;
  it.ended = !is_open(from.now.phase);
  if (from.offer)
    it.offered = from.offer->claim;
  return it;
}

// -- what a fact changes for outsiders ----------------------------------------

template <class Event>
void follow(public_visit&, const Event&) {}

void follow(public_visit& it, const office::slot_held& happened) {
  agree_on(it, happened.claim);
}
void follow(public_visit& it, const office::visit_booked& happened) {
  agree_on(it, happened.claim);
  it.ended = false;
}
void follow(public_visit& it, const office::booking_moved& happened) {
  agree_on(it, happened.claim);
}
void follow(public_visit& it, const office::place_offered& happened) {
  it.offered = happened.claim;
}
void follow(public_visit& it, const office::offer_accepted&) {
  if (const auto offered = std::exchange(it.offered, std::nullopt))
    agree_on(it, *offered);
}
void follow(public_visit& it, const office::offer_declined&) {
  it.offered.reset();
}
void follow(public_visit& it, const office::offer_lapsed&) {
  it.offered.reset();
}
void follow(public_visit& it, const office::ticket_taken& happened) {
  it.number = happened.number;
  it.service = happened.service;
  it.persons = happened.persons;
}
void follow(public_visit& it, const office::visit_arrived& happened) {
  it.number = happened.number;
  it.service = happened.service;
}
void follow(public_visit& it, const office::visit_transferred& happened) {
  it.service = happened.service;
}
void follow(public_visit& it, const office::service_changed& happened) {
  it.service = happened.service;
}
void follow(public_visit& it, const office::visit_finished&) {
  it.ended = true;
}
void follow(public_visit& it, const office::visit_left&) {
  it.ended = true;
}
void follow(public_visit& it, const office::visit_cancelled&) {
  it.ended = true;
}
void follow(public_visit& it, const office::visit_abandoned&) {
  it.ended = true;
}
void follow(public_visit& it, const office::hold_expired&) {
  it.ended = true;
}
void follow(public_visit& it, const office::visit_no_show&) {
  it.ended = true;
}
void follow(public_visit& it, const office::step_undone&) {
  it.ended = false;
}

// -- what is told besides -----------------------------------------------------

template <class Event>
void add(public_event&, const Event&) {}

void add(public_event& it, const office::visit_called& happened) {
  it.counter = happened.counter;
}
void add(public_event& it, const office::visit_finished& happened) {
  it.outcome = boost::describe::enum_to_string(happened.outcome, "");
}
void add(public_event& it, const office::offer_accepted&) {
  it.kind = "booking_moved";
}
// Who gives an appointment back has cancelled it; who was there has left.
void add(public_event& it, const office::visit_left&) {
  if (it.visit.number.empty())
    it.kind = "visit_cancelled";
}

std::string_view who(std::string_view signature) {
  const auto role = signature.substr(0, signature.find(' '));
  for (const auto known : {"visitor", "partner", "system"})
    if (role == known)
      return known;
  return "staff";
}

} // namespace

known_visits::known_visits(const office::state& now) {
  for (const auto& [id, it] : now.visits)
    all_.emplace(id, seen(*it));
}

std::optional<public_event> known_visits::take(const office::fact& it) {
  if (std::holds_alternative<office::day_began>(it.what))
    std::erase_if(all_, [](const auto& each) { return each.second.ended; });
  const auto id = office::subject_of(it.what);
  if (id.empty())
    return std::nullopt;
  auto& visit = all_[id];
  visit.id = id;
  std::visit([&](const auto& event) { follow(visit, event); }, it.what);
  auto told = public_event{.kind = office::name_of(it.what),
                           .number = it.number,
                           .at = it.at,
                           .visit = visit,
                           .by = who(it.by)};
  std::visit([&](const auto& event) { add(told, event); }, it.what);
  if (!is_kind(told.kind))
    return std::nullopt;
  return told;
}

std::span<const std::string_view> all_kinds() {
  return kinds;
}

bool is_kind(std::string_view name) {
  return std::ranges::find(kinds, name) != kinds.end();
}

} // namespace suivant::hooks
