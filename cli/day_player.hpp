// Plays a logged day in an office: each visitor comes, is called and served,
// or leaves, when the log says so. Speaks only as people's pages do.

#pragma once

#include "cli/day_log.hpp"
#include "cli/day_staff.hpp"

#include <set>

namespace suivant::cli {

struct playing {
  instant midnight;        // When the day begins, on the office's wall.
  std::string keys_prefix; // Of this day alone, so that no key comes twice.
  std::string password;    // Of all who work here.
  std::size_t counters_left_free = 3; // The last ones, for people who watch.
  // How long somebody who is not in the log is called and served.
  std::chrono::seconds guest_walks{10};
  std::chrono::seconds guest_served{60};
};

struct day_tally {
  std::uint64_t tickets = 0;  // Answered, each with a visit of its own.
  std::uint64_t repeated = 0; // Answered with the visit of somebody else.
  std::uint64_t given_up = 0; // Others got hold of them first.
};

class day_player {
public:
  /// `api` must outlive it.
  day_player(town_hall_api& api, const std::vector<logged_visit>& day,
             playing how);

  /// Empty when the day is over. Set the clock to it, then play.
  std::optional<instant> next_due() const;
  void play_next();
  /// Waits until all that was played is answered.
  void settle() {
    api_.flush();
  }

  const day_tally& tally() const {
    return tally_;
  }

private:
  // In the order in which they happen within one second.
  enum class kind { finish, join, leave, call, start };
  struct step {
    instant at;
    kind what;
    std::size_t who; // In `visits_`.

    friend auto operator<=>(const step&, const step&) = default;
  };

  enum class stage { coming, waiting, at_counter, over };
  struct played {
    logged_visit log{};
    cli::ticket ticket{};
    day_player::stage stage = day_player::stage::coming;
    instant due{};
    std::size_t seat = 0; // Planned, then real; in `staff_`.
    int tries = 0;
  };

  void plan(const logged_visit& it);

  void join(std::size_t who);
  void joined(std::size_t who, instant at, const ticket& taken);
  void leave(std::size_t who);
  void call(std::size_t who);
  void start(std::size_t who);
  void finish(std::size_t who);

  void call_later(std::size_t who);
  void give_up(std::size_t who);
  outcome call_from(const seat& by, const played& it);
  void bring_to(seat& by, visit_id visit);
  std::size_t known_or_guest(visit_id visit);

  town_hall_api& api_;
  playing how_;
  login reception_;
  std::chrono::minutes priority_bonus_{};
  day_staff staff_;
  std::vector<played> visits_;
  std::map<visit_id, std::size_t> index_;
  std::set<std::pair<instant, visit_id>> line_; // As the office orders it.
  std::set<step> steps_;
  instant now_{};
  day_tally tally_;
};

} // namespace suivant::cli
