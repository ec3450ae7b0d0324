#include "actors/office/visit.hpp"

#include <algorithm>

namespace suivant::office {

bool waits_for_earlier(const visit& it) {
  return it.wish && it.wish->campaign.empty() && it.now.phase == phase::booked;
}

// Numbers are handed out one after the other, so a visit stands at most as far
// from the first as its number does, and mostly just there.
std::size_t visit_book::position_of(visit_id wanted) const {
  if (entries_.empty() || wanted < entries_.front().id)
    return entries_.size();
  const auto farthest = wanted.number - entries_.front().id.number;
  const auto last = entries_.size() - 1;
  const auto guess = std::min<std::size_t>(farthest, last);
  if (entries_[guess].id == wanted)
    return guess;
  const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(guess);
  const auto found
      = std::ranges::lower_bound(entries_.begin(), end, wanted, {}, &entry::id);
  return found != end && found->id == wanted
             ? static_cast<std::size_t>(found - entries_.begin())
             : entries_.size();
}

shared_visit visit_book::share(visit_id wanted) const {
  const auto position = position_of(wanted);
  return position < entries_.size() ? entries_[position].it : nullptr;
}

const visit* visit_book::find(visit_id wanted) const {
  const auto position = position_of(wanted);
  return position < entries_.size() ? entries_[position].it.get() : nullptr;
}

const visit& visit_book::at(visit_id wanted) const {
  return *entries_.at(position_of(wanted)).it;
}

// Nobody else can begin to hold it meanwhile: only this book gives it away.
visit& visit_book::change(visit_id wanted) {
  auto& held = entries_.at(position_of(wanted)).it;
  if (held.use_count() > 1)
    held = std::make_shared<visit>(*held);
  return const_cast<visit&>(*held); // Made as one that may change.
}

visit& visit_book::add(visit added) {
  const auto id = added.id;
  auto made = std::make_shared<visit>(std::move(added));
  auto& it = *made;
  entries_.push_back({id, std::move(made)});
  return it;
}

bool visit_book::operator==(const visit_book& other) const {
  return std::ranges::equal(entries_, other.entries_,
                            [](const entry& one, const entry& another) {
                              return *one.it == *another.it;
                            });
}

} // namespace suivant::office
