// Places as offers look for them. Private to the rules.

#pragma once

#include "actors/booking/question.hpp"
#include "actors/office/state.hpp"

#include <map>
#include <optional>
#include <tuple>

namespace suivant::office {

/// What a visit would have at that start, beside what it has; nothing when
/// there is no place.
std::optional<booking::claim> earlier_place(const state& now, const visit& it,
                                            instant start, instant at);

/// The places kept for a list, given out one after the other. Refers to the
/// state, which must outlive it.
class kept_places {
public:
  /// Only those that begin at `from` or later, within ninety days.
  kept_places(const state& now, campaign_id list, instant at, instant from);

  /// Whether nothing at all is kept for the list.
  bool is_empty() const;

  /// The first there is for the visit, and not one that it refused.
  std::optional<booking::claim> take_for(const visit& it);

private:
  using kind = std::tuple<service_id, int, booking::place_type>;

  booking::question question_for(const booking::claim& it) const;
  std::optional<booking::claim> take_at(const visit& it, instant start);
  std::vector<instant> starts_on(const booking::claim& it, calendar_day day);

  const state& now_;
  campaign_id list_;
  instant at_;
  instant from_;
  booking::stock left_;
  std::map<kind, calendar_day> first_; // On which there may still be a place.
};

} // namespace suivant::office
