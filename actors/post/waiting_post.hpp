// Messages of all offices that are to be handed over, the most urgent first.
// Pure.

#pragma once

#include "actors/post/post_port.hpp"

#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace suivant::post {

/// Which message of which office.
struct label {
  office_id office;
  visit_id to;
  std::uint32_t number = 0;

  friend auto operator<=>(const label&, const label&) = default;
};

/// Of one way.
class waiting_post {
public:
  /// Waits until it is due, and again if it is known.
  void put(const label& which, office::occasion about, instant due,
           instant not_after);
  void remove(const label& which);

  /// The most urgent of those that are due, and within those who has waited
  /// longest; it waits no more.
  std::optional<label> take(instant now);
  /// One that is too late for whatever it said; it waits no more.
  std::optional<label> take_late(instant now);

  std::size_t size() const {
    return all_.size();
  }

private:
  struct entry {
    int urgency = 0;
    instant due;
    instant not_after;
  };
  using by_due = std::tuple<instant, label>;
  using by_urgency = std::tuple<int, instant, label>;

  std::map<label, entry> all_;
  std::set<by_due> to_come_;
  std::set<by_urgency> ready_;
  std::set<by_due> ends_;
};

/// 0 is the most urgent: somebody is called. Then those who asked for it now,
/// then those who may lose a place, then the rest.
int urgency_of(office::occasion about);

} // namespace suivant::post
