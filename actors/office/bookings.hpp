// What follows from an office's set-up and its visits for appointments: made
// anew when a state is read, and kept by `evolve`. Never stored.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/booking/stock.hpp"
#include "actors/office/partners.hpp"

namespace suivant::office {

/// When resources are not there, beside what the set-up says: entered by staff
/// from day to day, and not lost with a new set-up.
using absences
    = std::map<booking::resource_id, std::vector<booking::wall_span>>;

/// The set-up with them in it; those of what it does not have are left out.
booking::setup with_absences(booking::setup wanted, const absences& more);

/// Copies share what they hold until one of them changes it.
class bookings {
public:
  /// Without sites until an office that takes bookings is set up.
  const booking::plan& plan() const {
    return *plan_;
  }
  const booking::stock& stock() const {
    return *stock_;
  }
  const partner_book& partners() const {
    return *partners_;
  }

  /// What no office could be set up with offers nothing.
  void set_up(const setup& wanted, const booking::zones& clocks,
              const absences& more);
  /// What is kept for a list is kept no longer.
  void open_to_all(const campaign_id& campaign);
  /// Takes what an open visit claims, and what it is offered; releases it of
  /// others, and the appointment of one that is postponed or was given up.
  void keep(const visit& it);
  /// Throws away all that is taken, and looks at every visit.
  void keep_all(const visit_book& visits);

  bool operator==(const bookings& other) const {
    return stock().all() == other.stock().all();
  }

private:
  void keep(visit_id taker, const booking::taken* wanted);
  booking::stock& change();
  void note_partner(const visit& it);

  std::shared_ptr<const booking::plan> plan_
      = std::make_shared<const booking::plan>();
  std::shared_ptr<booking::stock> stock_ = std::make_shared<booking::stock>();
  std::shared_ptr<partner_book> partners_ = std::make_shared<partner_book>();
};

/// The business day in which an instant falls, and how the start of a claim
/// reads on the clocks of its site. `clocks` has them all.
business_day day_of(const setup& office, const booking::zones& clocks,
                    instant at);
std::string shown(const bookings& in, const booking::claim& it);

} // namespace suivant::office
