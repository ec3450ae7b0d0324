#include "actors/post/waiting_post.hpp"

namespace suivant::post {

int urgency_of(office::occasion about) {
  using office::occasion;
  switch (about) {
  case occasion::turn:
  case occasion::nth:
    return 0;
  case occasion::code:
  case occasion::ticket:
  case occasion::missed:
    return 1;
  case occasion::cancelled:
  case occasion::called_off:
  case occasion::priority_offer:
  case occasion::earlier_offer:
    return 2;
  case occasion::booked:
  case occasion::moved:
  case occasion::reminder:
    return 3;
  case occasion::survey:
    return 4;
  }
  return 4;
}

void waiting_post::put(const label& which, office::occasion about, instant due,
                       instant not_after) {
  remove(which);
  all_.emplace(which, entry{urgency_of(about), due, not_after});
  to_come_.emplace(due, which);
  ends_.emplace(not_after, which);
}

void waiting_post::remove(const label& which) {
  const auto found = all_.find(which);
  if (found == all_.end())
    return;
  const auto& it = found->second;
  to_come_.erase({it.due, which});
  ready_.erase({it.urgency, it.due, which});
  ends_.erase({it.not_after, which});
  all_.erase(found);
}

std::optional<label> waiting_post::take(instant now) {
  while (!to_come_.empty() && std::get<instant>(*to_come_.begin()) <= now) {
    const auto [due, which] = *to_come_.begin();
    to_come_.erase(to_come_.begin());
    ready_.emplace(all_.at(which).urgency, due, which);
  }
  if (ready_.empty())
    return std::nullopt;
  auto which = std::get<label>(*ready_.begin());
  remove(which);
  return which;
}

std::optional<label> waiting_post::take_late(instant now) {
  if (ends_.empty() || std::get<instant>(*ends_.begin()) >= now)
    return std::nullopt;
  auto which = std::get<label>(*ends_.begin());
  remove(which);
  return which;
}

} // namespace suivant::post
