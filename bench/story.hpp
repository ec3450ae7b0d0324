// Days of one town hall, told by the rules themselves and always the same:
// what a log looks like after weeks of work. Writes nothing to disk.

#pragma once

#include "actors/office/office.hpp"

#include <string>
#include <vector>

namespace suivant::bench {

/// Two lines, four services, four counters that serve all of them.
office::setup town_hall();

/// Monday 2 March 2026.
inline constexpr auto first_day
    = business_day{std::chrono::year{2026} / std::chrono::March / 2};

class story {
public:
  /// The office is set up and nothing else has happened.
  story();

  /// From nine to five: everybody takes a ticket, is called, served and gone.
  void tell_day(int visits);
  /// People who came and still wait, as at half past two.
  void tell_arrivals(int visits);

  const office::state& now() const {
    return now_;
  }
  /// Facts as they are stored, not yet taken away.
  std::vector<std::string> take_records();

private:
  void ask(office::command what, const office::asker& by);
  void open_counters();
  void close_counters();
  void arrive();
  void serve_next();

  office::state now_;
  std::vector<std::string> records_;
  business_day day_ = first_day;
  instant at_;
  std::uint64_t asked_ = 0;
};

} // namespace suivant::bench
