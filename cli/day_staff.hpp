// The agents of a played day: who is at which counter, who is free, who may go
// home. Knows no visitors.

#pragma once

#include "cli/town_hall_api.hpp"

#include <map>
#include <vector>

namespace suivant::cli {

/// One agent, who may be at a counter.
struct seat {
  std::string account;
  std::optional<login> who;
  std::string counter; // Empty: not there.
  bool busy = false;
  std::size_t visits_left = 0; // That the log plans for them.
};

class day_staff {
public:
  /// `keys` begin the keys of all commands; no other day has the same.
  day_staff(town_hall_api& api, std::string keys, std::string password);

  /// Which agent of the office stands for one of the log.
  std::size_t hire(const std::string& logged_agent);
  /// Lets all of them sign in, and says where they may sit.
  void begin(const login& administrator, std::vector<std::string> counters);

  seat& at(std::size_t index) {
    return seats_[index];
  }
  std::size_t index_of(const seat& it) const;

  /// An agent who can call somebody now: the preferred one, or a colleague;
  /// null when there is none.
  seat* free_one(std::size_t preferred);
  /// Who has nobody left to serve goes home.
  void rest(seat& by);

  /// Waits for the answer.
  outcome ask(const seat& by, std::string_view name,
              const boost::json::object& members);
  /// Does not.
  void tell(const seat& by, std::string_view name,
            const boost::json::object& members);
  /// A key that no other command has.
  std::string next_key();

private:
  bool sit_down(seat& by);

  town_hall_api& api_;
  std::string keys_;
  std::string password_;
  std::uint64_t asked_ = 0;
  std::vector<std::string> counters_;
  std::vector<seat> seats_;
  std::map<std::string, std::size_t> index_;
};

} // namespace suivant::cli
