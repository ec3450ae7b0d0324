#include "actors/office/bookings.hpp"

namespace suivant::office {

booking::setup with_absences(booking::setup wanted, const absences& more) {
  for (auto& it : wanted.resources)
    if (const auto found = more.find(it.id); found != more.end())
      it.absent.insert(it.absent.end(), found->second.begin(),
                       found->second.end());
  return wanted;
}

void bookings::set_up(const setup& wanted, const booking::zones& clocks,
                      const absences& more) {
  if (!booking::problems_in(wanted.booking, clocks).empty()) {
    plan_ = std::make_shared<const booking::plan>();
    return;
  }
  plan_ = std::make_shared<const booking::plan>(
      booking::plan_of(with_absences(wanted.booking, more), clocks));
}

void bookings::keep(const visit& it) {
  if (!it.appointment)
    return;
  if (concerns_partners(it))
    note_partner(it);
  auto wanted = booking::taken{it.appointment->claim, {}};
  if (it.now.phase == phase::held)
    wanted.held_until = it.appointment->held_until;
  const auto has_it = is_open(it.now.phase) && it.now.phase != phase::postponed
                      && !it.appointment->given_up;
  keep(it.id, has_it ? &wanted : nullptr);
  if (!it.offer)
    return keep(offer_taker(it.id), nullptr);
  // In place of what the person has, so that it does not count as theirs.
  wanted = {it.offer->claim, it.offer->until};
  wanted.claim.person.clear();
  keep(offer_taker(it.id), &wanted);
}

void bookings::keep(visit_id taker, const booking::taken* wanted) {
  const auto* known = stock().find(taker);
  if (wanted == nullptr) {
    if (known != nullptr)
      change().release(taker);
  } else if (known == nullptr || *known != *wanted)
    change().take(taker, wanted->claim, wanted->held_until);
}

void bookings::open_to_all(const campaign_id& campaign) {
  auto changed = *plan_;
  for (auto& it : changed.openings)
    if (it.setup.kept_for == campaign)
      it.setup.kept_for = {};
  plan_ = std::make_shared<const booking::plan>(std::move(changed));
}

void bookings::keep_all(const visit_book& visits) {
  stock_ = std::make_shared<booking::stock>();
  partners_ = std::make_shared<partner_book>();
  for (const auto& [id, it] : visits)
    keep(*it);
}

void bookings::note_partner(const visit& it) {
  if (partners_.use_count() > 1)
    partners_ = std::make_shared<partner_book>(*partners_);
  partners_->keep(it);
}

booking::stock& bookings::change() {
  if (stock_.use_count() > 1)
    stock_ = std::make_shared<booking::stock>(*stock_);
  return *stock_;
}

business_day day_of(const setup& office, const booking::zones& clocks,
                    instant at) {
  const auto& clock = clocks.at(office.zone);
  const auto day = wall_time_of(clock, at).day;
  const auto begin = instant_of(clock, {day, office.cut_over_minutes});
  return at < begin ? day - std::chrono::days{1} : day;
}

std::string shown(const bookings& in, const booking::claim& it) {
  const auto site = booking::index_of(in.plan(), it.site).value();
  return text_of(in.plan().sites[site].clock, it.time.from);
}

} // namespace suivant::office
