// The members of all that is stored about appointments, by their stored names.
// Renaming a member here would make old logs unreadable.

#pragma once

#include "actors/booking/claim.hpp"
#include "actors/booking/conflicts.hpp"
#include "actors/booking/question.hpp"
#include "actors/common/json_codec.hpp"

namespace suivant {

BOOST_DESCRIBE_STRUCT(wall_time, (), (day, minute))

} // namespace suivant

namespace suivant::booking {

// -- days and hours -----------------------------------------------------------

BOOST_DESCRIBE_ENUM(weekday, monday, tuesday, wednesday, thursday, friday,
                    saturday, sunday)
BOOST_DESCRIBE_ENUM(repeats, once, daily, weekly, monthly)
BOOST_DESCRIBE_STRUCT(weekday_rule, (), (day, nth))
BOOST_DESCRIBE_STRUCT(recurrence, (),
                      (first, every, interval, on, until, count, except, also))
BOOST_DESCRIBE_STRUCT(hours, (), (from, to))
BOOST_DESCRIBE_STRUCT(wall_span, (), (from, to))
BOOST_DESCRIBE_STRUCT(interval, (), (from, to))

BOOST_DESCRIBE_ENUM(holiday_kind, fixed, easter, nth_weekday)
BOOST_DESCRIBE_ENUM(region, none, metropole, alsace_moselle, guadeloupe, guyane,
                    martinique, mayotte, reunion, saint_barthelemy,
                    saint_martin)
BOOST_DESCRIBE_STRUCT(holiday_rule, (),
                      (name, kind, month, day, days_after, on, first_year,
                       last_year))
BOOST_DESCRIBE_STRUCT(holiday_setup, (), (region, rules, without, also, except))
BOOST_DESCRIBE_STRUCT(holiday, (), (day, name))

// -- the set-up ---------------------------------------------------------------

BOOST_DESCRIBE_ENUM(resource_kind, agent, room, device)
BOOST_DESCRIBE_ENUM(grid, fixed, packed)
BOOST_DESCRIBE_ENUM(gap, max, sum)
BOOST_DESCRIBE_ENUM(release, opening_time, midnight, continuous)
BOOST_DESCRIBE_ENUM(place_type, counter, phone, video, home)
BOOST_DESCRIBE_STRUCT(site_setup, (),
                      (id, name, zone, gauge, stay, holidays, closed))
BOOST_DESCRIBE_STRUCT(shift, (), (days, hours))
BOOST_DESCRIBE_STRUCT(resource_setup, (),
                      (id, site, name, kind, skills, gauge, shared, shifts,
                       absent, counter))
BOOST_DESCRIBE_STRUCT(day_hours, (), (day, hours))
BOOST_DESCRIBE_STRUCT(opening_setup, (),
                      (id, site, name, days, hours, instead, on_holidays,
                       services, public_places, staff_places, kept_for,
                       families, grid, step))
BOOST_DESCRIBE_STRUCT(need, (), (kind, count, among))
BOOST_DESCRIBE_STRUCT(person_limits, (), (a_day, in_30_days, at_one_time))
BOOST_DESCRIBE_STRUCT(follow_up, (), (service, days_from, days_to))
BOOST_DESCRIBE_STRUCT(service_rule, (),
                      (id, family, steps, minutes, each_more, least_persons,
                       most_persons, before, after, after_may_pass_closing,
                       notice, horizon_days, release, needs, places, seats,
                       waiting_seats, limits, change_notice, cancel_notice,
                       sensitive, proven, arrival_before, in_time, with_bonus,
                       code_at_door, absent_after, followed_by, video_link))
BOOST_DESCRIBE_STRUCT(setup, (),
                      (gap, hold_minutes, offer_minutes, sites, resources,
                       openings, services))
BOOST_DESCRIBE_STRUCT(setup_problem, (), (where, what))

// -- what is taken, and what no longer fits -----------------------------------

BOOST_DESCRIBE_STRUCT(claim, (),
                      (site, opening, service, family, time, before, after,
                       persons, place, by_public, resources, seats, waiting,
                       overbooked, above_gauge, sensitive, person, at, door))
BOOST_DESCRIBE_STRUCT(presence, (), (site, time, persons))
BOOST_DESCRIBE_ENUM(misfit, site_gone, opening_gone, service_gone, closed,
                    resource_gone, resource_absent, resource_taken, over_places,
                    over_seats, over_room, over_gauge)
BOOST_DESCRIBE_STRUCT(conflict, (), (visit, why, resource))

} // namespace suivant::booking
