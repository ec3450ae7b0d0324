// How appointments of an office are set up: where, with whom, when, and by
// which rules of each service. Data only.

#pragma once

#include "actors/booking/holidays.hpp"
#include "actors/booking/hours.hpp"
#include "actors/booking/recurrence.hpp"
#include "actors/common/ids.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::booking {

using site_id = id<struct site_kind>;
using opening_id = id<struct opening_kind>;
using resource_id = id<struct resource_of_site_kind>;

/// The same words by language tag: {"fr", "Mairie annexe"}.
using words = std::map<std::string, std::string>;

// -- where --------------------------------------------------------------------

struct site_setup {
  site_id id;
  words name;
  std::string zone = "Europe/Paris"; // IANA name; the site's clocks.
  int gauge = 0; // Most people inside at a time; 0: no limit.
  int stay = 60; // Minutes that people without a visit stay; 1 to 1440.
  holiday_setup holidays;
  std::vector<wall_span> closed; // Closures out of the ordinary.

  bool operator==(const site_setup&) const = default;
};

// -- with whom and what -------------------------------------------------------

enum class resource_kind { agent, room, device };

/// When a resource is there: some hours of some days.
struct shift {
  recurrence days;
  std::vector<booking::hours> hours;

  bool operator==(const shift&) const = default;
};

/// Serves one appointment, or one session of a group, at a time; a shared room
/// as many as its gauge has people for.
struct resource_setup {
  resource_id id;
  site_id site;
  words name;
  resource_kind kind = resource_kind::agent;
  std::vector<service_id> skills; // Of an agent; others without: any service.
  int gauge = 0;                  // Of a room: most people; 0: no limit.
  bool shared = false;            // Of a room with a gauge.
  std::vector<shift> shifts;      // None: always there.
  std::vector<wall_span> absent;  // May overlap.
  counter_id counter; // Where an agent sits, or what a room is; empty: nowhere
                      // that people are called to.

  bool operator==(const resource_setup&) const = default;
};

// -- when ---------------------------------------------------------------------

/// Where appointments may begin.
enum class grid {
  fixed,  // Every `step` from the beginning of the hours.
  packed, // There, and as soon as an appointment has ended.
};

/// The hours of one of the days in place of the usual ones; none: closed.
struct day_hours {
  calendar_day day;
  std::vector<booking::hours> hours;

  bool operator==(const day_hours&) const = default;
};

/// Places are desks: so many appointments, or sessions, at a time.
struct opening_setup {
  opening_id id;
  site_id site;
  words name;
  recurrence days;
  std::vector<booking::hours> hours;
  std::vector<day_hours> instead;
  bool on_holidays = false; // For an opening of one day and its weekday only.
  std::vector<service_id> services;
  int public_places = 1; // What visitors may take themselves; 0 to 200.
  int staff_places = 0;  // Kept for staff beside them; 0 to 200.
  campaign_id kept_for;  // Only offered to those on its list, until it ends.
  std::map<std::string, int> families; // Most places for services of each.
  booking::grid grid = grid::fixed;
  int step = 15; // Minutes, 1 to 480. Packed: "now" is rounded up to it.

  bool operator==(const opening_setup&) const = default;
};

// -- by which rules -----------------------------------------------------------

/// How far two appointments at one desk are apart: the longer of the time after
/// the first and the time before the second, or both.
enum class gap { max, sum };

/// When the furthest day is given out, a horizon before it: at its own opening
/// time, at midnight, or each start at its own time.
enum class release { opening_time, midnight, continuous };

enum class place_type { counter, phone, video, home };

/// A service needs so many resources of a kind, all different.
struct need {
  resource_kind kind = resource_kind::agent;
  int count = 1;                  // 1 to 10; of rooms: 1.
  std::vector<resource_id> among; // Only of these; none: of any with the skill.

  bool operator==(const need&) const = default;
};

/// Persons that one person may book the service for; 0: no limit.
struct person_limits {
  int a_day = 0;
  int in_30_days = 0;
  bool at_one_time = false; // May have two appointments at a time.

  bool operator==(const person_limits&) const = default;
};

/// After one appointment another one is due: so many days later, the second
/// dose of a vaccine. Both may be held and booked together.
struct follow_up {
  service_id service; // Empty: none.
  int days_from = 0;  // Days between both, as the office counts its days;
  int days_to = 0;    // 0 to 365, not before `days_from`.

  bool operator==(const follow_up&) const = default;
};

/// Stands in a `video_link` for what only those who meet know.
constexpr auto video_room = std::string_view{"{room}"};

/// Length: `steps` of the opening's grid, or else `minutes` by persons. With
/// `seats` it is a session of a group: the first appointment opens it, others
/// at the same start join it.
struct service_rule {
  service_id id;
  std::string family;       // For the limits of openings; may be empty.
  int steps = 0;            // 1 to 50, or 0.
  std::vector<int> minutes; // For one person, for two …: {15, 25, 35}.
  int each_more = 0;        // Minutes for each person after the last of them.
  int least_persons = 1;
  int most_persons = 1; // 1 to 200.
  int before = 0;       // Minutes to prepare; may lie before the opening.
  int after = 0;        // Minutes to clean up.
  bool after_may_pass_closing = true;
  int notice = 0;        // Minutes from now to the first start, for the public.
  int horizon_days = 60; // 0 to 730, for the public.
  booking::release release = release::opening_time;
  std::vector<need> needs; // At most 8.
  std::vector<place_type> places = {place_type::counter};
  int seats = 0;         // Of a session; 0: no session.
  int waiting_seats = 0; // Who may wait for a seat once all are taken.
  person_limits limits;
  int change_notice = 0;  // Minutes before the start until which a visitor may
  int cancel_notice = 0;  // change or cancel.
  bool sensitive = false; // Copied to each appointment, for its messages.
  bool proven = false;    // Visitors show by a code that an address is theirs.
  // Minutes around the start. Who arrives in time stands in line by the start,
  // who is late by the arrival, and from some time on without any bonus.
  int arrival_before = 60;   // From when on a visitor may arrive.
  int in_time = 10;          // After the start; at most `with_bonus`.
  int with_bonus = 30;       // After the start.
  bool code_at_door = false; // Nobody arrives by their link alone.
  int absent_after = 0; // Minutes after the start until who has not come is
                        // absent; 0: at the end of the day. At most 1440.
  follow_up followed_by;
  /// Where both meet by video: "https://visio.example/{room}", in which each
  /// appointment gets a room of its own. Empty: they are told otherwise.
  std::string video_link;

  bool operator==(const service_rule&) const = default;
};

struct setup {
  booking::gap gap = gap::max;
  int hold_minutes = 15;   // How long a hold is kept; 1 to 60.
  int offer_minutes = 120; // And the offer of an earlier start; 5 to 2880.
  std::vector<site_setup> sites;
  std::vector<resource_setup> resources;
  std::vector<opening_setup> openings;
  std::vector<service_rule> services;

  bool operator==(const setup&) const = default;
};

/// Null when there is none.
const site_setup* find_site(const setup& in, const site_id& wanted);

} // namespace suivant::booking
