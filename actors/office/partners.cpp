#include "actors/office/partners.hpp"

#include "actors/office/state.hpp"

namespace suivant::office {
namespace {

bool is_full(int taken, int most) {
  return most > 0 && taken >= most;
}

} // namespace

bool concerns_partners(const visit& it) {
  return it.appointment
         && (!it.appointment->claim.door.empty()
             || !it.appointment->applications.empty());
}

void partner_book::keep(const visit& it) {
  const auto& agreed = *it.appointment;
  for (const auto& application : agreed.applications)
    if (it.now.phase == phase::booked)
      applications_[application].insert(it.id);
    else if (const auto known = applications_.find(application);
             known != applications_.end() && known->second.erase(it.id) > 0
             && known->second.empty())
      applications_.erase(known);
  if (agreed.claim.door.empty())
    return;
  auto& its = doors_[agreed.claim.door];
  if (it.now.phase == phase::held)
    its.held.insert(it.id);
  else
    its.held.erase(it.id);
  if (agreed.made == business_day{} || agreed.made < its.day)
    return;
  if (agreed.made > its.day) {
    its.day = agreed.made;
    its.booked.clear();
  }
  its.booked.insert(it.id);
}

int partner_book::holds(const std::string& name) const {
  const auto found = doors_.find(name);
  return found == doors_.end() ? 0
                               : static_cast<int>(found->second.held.size());
}

int partner_book::booked(const std::string& name, business_day day) const {
  const auto found = doors_.find(name);
  if (found == doors_.end() || found->second.day != day)
    return 0;
  return static_cast<int>(found->second.booked.size());
}

const std::set<visit_id>&
partner_book::about(const std::string& application) const {
  static const auto nobody = std::set<visit_id>{};
  const auto found = applications_.find(application);
  return found == applications_.end() ? nobody : found->second;
}

// A hold may become a booking at any time, and so counts as one.
std::optional<refusal> may_not_hold(const state& now, const asker& by,
                                    const door_quota& quota) {
  if (by.as != role::partner)
    return {};
  const auto& partners = now.booked.partners();
  const auto held = partners.holds(by.name);
  if (is_full(held, quota.open_holds))
    return refusal::partner_holds_enough;
  if (is_full(held + partners.booked(by.name, now.day), quota.bookings_a_day))
    return refusal::partner_booked_enough;
  return {};
}

std::optional<refusal> may_not_book(const state& now, const asker& by,
                                    const door_quota& quota) {
  if (by.as != role::partner
      || !is_full(now.booked.partners().booked(by.name, now.day),
                  quota.bookings_a_day))
    return {};
  return refusal::partner_booked_enough;
}

} // namespace suivant::office
