// A town hall in which anything may be asked at any time, the same for the
// same seed. Knows no rule: most of what it asks is refused.

#pragma once

#include "tests/support/hall_with_bookings.hpp"
#include "tests/support/random_count.hpp"
#include "tests/support/random_list.hpp"

#include <random>

namespace suivant::tests {

class random_office {
public:
  random_office(std::uint32_t seed, std::vector<office::setup> setups,
                booking::zones clocks = {})
      : dice_(seed), setups_(std::move(setups)), clocks_(std::move(clocks)) {}

  /// The next thing asked of `now`, by whom; mostly with a key of its own.
  office::request ask(const office::state& now) {
    now_ = &now;
    auto asked = office::request{something(), somebody(), {}};
    if (!one_in(4))
      asked.key = std::to_string(++keys_);
    return asked;
  }

  /// Time goes by in seconds, at times in hours, and seldom backwards.
  moment next_moment() {
    if (one_in(250))
      at_ += std::chrono::hours{roll(1, 14)};
    else if (one_in(100))
      at_ -= std::chrono::minutes{roll(1, 90)};
    else
      at_ += milliseconds{roll(0, 40'000)};
    return {at_, std::chrono::floor<std::chrono::days>(at_ - 3h)};
  }

  bool one_in(int sides) {
    return roll(1, sides) == 1;
  }

private:
  int roll(int least, int most) {
    const auto sides = static_cast<unsigned>(most - least + 1);
    return least + static_cast<int>(dice_() % sides);
  }

  template <class T>
  T one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(
        roll(0, static_cast<int>(all.size()) - 1))];
  }

  counter_id counter() {
    return one_of<counter_id>({one, two, three});
  }

  service_id service() {
    return one_of<service_id>(
        {residence, residence, permits, passports, weddings, night_shelter});
  }

  office::priority rank() {
    return static_cast<office::priority>(roll(0, 2));
  }

  std::string reason() {
    return one_in(3) ? "" : "reason";
  }

  // Mostly somebody whose turn has come, for there most can happen.
  const office::visit* somebodys_visit() {
    auto some = std::vector<const office::visit*>{};
    const auto any = one_in(3);
    for (const auto& [id, it] : now_->visits) {
      const auto is_idle = it->now.phase == office::phase::waiting
                           || !office::is_open(it->now.phase);
      if (any || !is_idle)
        some.push_back(it.get());
    }
    return some.empty() ? nullptr : one_of(some);
  }

  office::visit_ref as_seen(const office::visit* it) {
    if (it == nullptr)
      return visit_no(1'000'000);
    const auto version = one_in(20) ? it->version - 1 : it->version;
    return {it->id, one_in(2) ? 0 : version};
  }

  office::asker somebody() {
    return one_of<office::asker>(
        {amelie, bruno, chief, chief, chief, machine, kiosk, phone});
  }

  office::take_ticket ticket() {
    auto asked = ticket_for(service(), one_in(3) ? rank() : office::priority{});
    asked.persons = roll(1, 20);
    return asked;
  }

  office::command something() {
    switch (roll(1, takes_bookings(now_->setup) ? 28 : 16)) {
    case 1:
    case 2:
      return ticket();
    case 3:
    case 4:
    case 5:
      return office::call_next{counter(), one_in(8), reason()};
    case 6:
      return about_office();
    case 7:
    case 8:
      return about_counters();
    case 9:
    case 10:
      return office::undo{as_seen(somebodys_visit())};
    case 11:
    case 12:
    case 13:
      return likely_next(somebodys_visit());
    case 17:
    case 18:
    case 19:
    case 20:
    case 21:
    case 22:
      return about_bookings(as_seen(somebody_to_come()));
    case 23:
    case 24:
    case 25:
    case 26:
      return about_offers(somebody_to_come());
    case 27:
    case 28:
      return random_count(
          [&](int least, int most) { return roll(least, most); });
    default:
      return about_visits(as_seen(somebodys_visit()));
    }
  }

  // Of the hours of today or of a day soon to come.
  instant some_start() {
    return instant{std::chrono::floor<std::chrono::days>(at_)}
           + std::chrono::days{roll(0, 2)} + 9h
           + std::chrono::minutes{15 * roll(0, 12)};
  }

  const office::visit* somebody_to_come() {
    auto some = std::vector<const office::visit*>{};
    for (const auto& [id, it] : now_->visits)
      if (it->appointment && !office::is_here(it->now.phase))
        some.push_back(it.get());
    return some.empty() ? nullptr : one_of(some);
  }

  office::command about_bookings(const office::visit_ref& it) {
    const auto what = one_in(2) ? residence : weddings;
    const auto persons = roll(1, 3);
    const auto any_seat = one_in(2);
    const auto beyond = one_in(4);
    switch (roll(1, 9)) {
    case 1:
    case 2:
      return office::hold_slot{.service = what,
                               .start = some_start(),
                               .persons = persons,
                               .may_wait = any_seat};
    case 3:
    case 4:
      return office::confirm_booking{it, one_in(2) ? "" : "somebody", {}};
    case 5:
      return office::move_booking{.visit = it,
                                  .start = some_start(),
                                  .overbook = beyond,
                                  .reason = reason()};
    case 6:
      return office::cancel{it, reason()};
    case 7:
      return office::arrive{it, static_cast<office::entrance>(roll(0, 3))};
    case 8:
      return office::mark_absent{it};
    default:
      return office::book{.service = what,
                          .start = some_start(),
                          .persons = persons,
                          .may_wait = any_seat,
                          .overbook = beyond,
                          .over_gauge = beyond && one_in(2),
                          .reason = reason()};
    }
  }

  office::command about_offers(const office::visit* it) {
    const auto seen = as_seen(it);
    const auto start = it != nullptr && it->offer ? it->offer->claim.time.from
                                                  : some_start();
    if (one_in(8))
      return random_list(*now_,
                         {std::chrono::floor<std::chrono::days>(at_),
                          std::chrono::days{roll(0, 1)}},
                         reason(), [&](int most) { return roll(1, most); });
    if (it != nullptr && it->offer && one_in(2))
      return office::decline_offer{seen, start};
    if (one_in(8))
      return office::give_up_waiting{seen};
    if (it == nullptr || !it->appointment || it->offer)
      return office::accept_offer{seen, start};
    const auto before = it->appointment->claim.time.from;
    return office::wait_for_earlier{seen, at_, before};
  }

  office::command about_office() {
    switch (roll(1, 10)) {
    case 1:
      return office::configure{one_of(setups_), clocks_};
    case 2:
      return office::begin_day{};
    case 3:
      return office::close_queue{one_of<queue_id>({hall, papers, night})};
    default:
      return office::open_queue{one_of<queue_id>({hall, papers, night})};
    }
  }

  office::command about_counters() {
    switch (roll(1, 9)) {
    case 1:
      return office::sign_out{
          counter(), static_cast<office::parked>(roll(0, 3)), reason()};
    case 2:
      return office::begin_break{counter(), reason()};
    case 3:
      return office::end_break{counter()};
    case 4:
      return office::report_desk{counter(), !one_in(3)};
    default:
      return office::sign_in{
          counter(), {one_of<std::string>({"amelie", "bruno", "chloe"})}};
    }
  }

  // What a visit in such a phase usually comes to.
  office::command likely_next(const office::visit* it) {
    const auto seen = as_seen(it);
    if (it == nullptr || it->now.phase == office::phase::waiting)
      return office::let_pass{seen, roll(0, 11)};
    if (it->now.phase == office::phase::called)
      return one_in(4) ? office::command{office::mark_absent{seen}}
                       : office::command{office::start{seen}};
    if (it->now.phase == office::phase::parked && !one_in(4))
      return office::resume{seen, counter(), one_in(4), reason()};
    if (it->now.phase != office::phase::serving)
      return office::requeue{seen};
    if (one_in(3))
      return office::park{seen, reason()};
    return office::finish{seen, static_cast<office::outcome>(roll(0, 3))};
  }

  office::command about_visits(const office::visit_ref& it) {
    switch (roll(1, 11)) {
    case 1:
      return office::describe_person{it, {"key", reason()}};
    case 2:
      return office::set_priority{it, rank()};
    case 3:
      return office::call_visit{it, counter(), one_in(4), reason()};
    case 4:
      return office::recall{it};
    case 5:
      return office::transfer{it, service(),
                              one_in(2) ? counter_id{} : counter(), reason()};
    case 6:
      return office::change_service{it, service()};
    case 7:
      return office::leave{it};
    case 8:
      return office::cancel{it, reason()};
    case 9:
      return office::requeue{it};
    case 10:
      return office::let_pass{it, roll(0, 11)};
    default:
      return office::finish{it};
    }
  }

  std::mt19937 dice_; // Its numbers are the same everywhere.
  std::vector<office::setup> setups_;
  booking::zones clocks_;
  const office::state* now_ = nullptr;
  instant at_ = minute(0);
  int keys_ = 0;
};

} // namespace suivant::tests
