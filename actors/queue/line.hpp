// The live line of one queue as its phones see it: who left, who came in, by
// rank. Ranks name nobody. Pure: no clock, no network, no actors.

#pragma once

#include "actors/office/events.hpp"

#include <optional>
#include <set>
#include <vector>

namespace suivant::queue {

using rank = std::uint32_t; // 0 is the head of the line.

/// A visit now stands at `at`, or has left the line.
struct step {
  visit_id visit;
  std::optional<office::place> at;
};

/// What changed since the frame before: first the ranks in `left`, counted in
/// the old line, are taken out; then `in`, counted in the new line, are put in.
struct change {
  std::vector<rank> left;
  std::vector<rank> in;

  bool operator==(const change&) const = default;
};

class line {
public:
  line() = default;
  explicit line(std::vector<office::place> from);

  void apply(const step& taken);

  /// Where a visit stands in the line that was last published.
  std::optional<rank> published_rank(const visit_id& visit) const;
  std::size_t size() const {
    return now_.size();
  }
  bool has_unpublished() const {
    return !touched_.empty();
  }

  /// The difference to the line last published, which is now this one.
  change publish();

private:
  std::vector<office::place> now_; // In order.
  std::vector<visit_id> published_;
  std::set<visit_id> touched_; // Since the last publication.
};

/// Where `mine` is after `happened`; nothing when it is among those that left.
std::optional<rank> follow(rank mine, const change& happened);

} // namespace suivant::queue
