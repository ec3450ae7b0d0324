// A set-up made quick to ask: clock times resolved, names looked up.

#pragma once

#include "actors/booking/setup_rules.hpp"

#include <optional>

namespace suivant::booking {

struct site_plan {
  site_setup setup;
  zone clock;
  std::vector<interval> closed; // Merged.
};

struct opening_plan {
  opening_setup setup; // Its days end by `until`, never by `count`.
  std::size_t site = 0;
};

struct resource_plan {
  resource_setup setup; // The same.
  std::size_t site = 0;
  std::vector<interval> absent; // Merged.
};

/// In the order of the set-up.
struct plan {
  booking::gap gap = gap::max;
  std::vector<site_plan> sites;
  std::vector<opening_plan> openings;
  std::vector<resource_plan> resources;
  std::vector<service_rule> services;
};

/// `wanted` must be without problems.
plan plan_of(const setup& wanted, const zones& known);

const service_rule* find(const plan& in, const service_id& wanted);
std::optional<std::size_t> index_of(const plan& in, const site_id& wanted);
std::optional<std::size_t> index_of(const plan& in, const opening_id& wanted);
std::optional<std::size_t> index_of(const plan& in, const resource_id& wanted);

/// Whether `service` is offered by the opening at all.
bool offers(const opening_plan& opening, const service_id& service);

/// Whether a resource can serve `service`: an agent must have learnt it.
bool is_able(const resource_plan& resource, const service_id& service);

/// Whether a resource can be one of what `service` needs.
bool suits(const resource_plan& resource, const need& wanted,
           const service_rule& service);

/// How long `service` takes in an opening with such a step.
std::chrono::minutes length_of(const service_rule& service, int step,
                               int persons);

/// The hours of an opening on a day, on its clocks: none if it is closed.
std::vector<hours> hours_on(const opening_setup& opening, calendar_day day,
                            bool holiday);

/// When a resource is there on a day, absences left out.
std::vector<interval> times_on(const plan& in, const resource_plan& resource,
                               calendar_day day);

} // namespace suivant::booking
