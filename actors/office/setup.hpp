// How one office is set up: what it offers, who waits where, who serves what.
// Data only; an office is changed by a new set-up, never by a new program.

#pragma once

#include "actors/booking/setup_rules.hpp"
#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"
#include "actors/office/form.hpp"
#include "actors/outbox/message_setup.hpp"

#include <map>
#include <string>
#include <vector>

namespace suivant::office {

/// What the law or the staff grants a visitor. Never shown in public.
enum class priority { standard, appointment, priority };

/// In which order a line is called.
enum class ordering {
  due_time,       // Arrival less the bonus of the class; oldest first.
  strict_classes, // All of a higher class first, then by due time.
};

/// `version` is stored with each call, so that it can be explained years later.
struct order_rule {
  ordering by = ordering::due_time;
  int version = 1;
  int appointment_bonus_minutes = 10; // 0 to 1440.
  int priority_bonus_minutes = 30;    // 0 to 1440.

  bool operator==(const order_rule&) const = default;
};

struct queue_setup {
  queue_id id;
  words name;
  std::string prefix;      // In front of each number; unique in the office.
  int first_number = 1;    // 0 to 9999.
  int last_number = 999;   // Wraps after it; at least `first_number`.
  int digits = 3;          // 1 to 4, padded with zeros.
  int most_waiting = 0;    // No ticket above it; 0 means no limit.
  bool continuous = false; // Keeps its people over the cut-over.
  order_rule order;

  bool operator==(const queue_setup&) const = default;
};

/// The picture of a service on a touch screen, for those who do not read.
enum class pictogram {
  none, // The page has one for all of them.
  papers,
  family,
  works,
  question,
  home,
  money,
  health,
  waste,
  school,
  sport,
  vehicle,
  vote,
};

struct service_setup {
  service_id id;
  words name;
  words bring;        // Documents to bring; may be empty.
  words instructions; // How to come: "one person at a time"; may be empty.
  queue_id queue;
  int minutes = 10;       // Expected service time; 1 to 480.
  bool sensitive = false; // Its name is never shown or sent in public.
  bool walk_in = true;    // False: by appointment only.
  pictogram picture = pictogram::none;
  std::vector<field_setup> form; // What booking it asks; at most 20.

  bool operator==(const service_setup&) const = default;
};

/// How a counter that serves several services picks the next visitor.
enum class choice {
  oldest,       // The smallest due time over all its lines.
  preference,   // The first service in `serves` that has somebody.
  longest_line, // The longest of its lines; equal lines: the oldest head.
};

struct counter_setup {
  counter_id id;
  words name;                     // "Guichet 3".
  std::string label;              // What the hall screen shows: "3".
  std::vector<service_id> serves; // Most preferred first.
  choice choose = choice::oldest;
  booking::site_id site; // Where it stands; empty: at the first site, if any.

  bool operator==(const counter_setup&) const = default;
};

struct rule_setup {
  int recall_limit = 3;          // Calls after the first; 0 to 10.
  int recall_pause_seconds = 60; // Between two calls; 0 to 600.
  int undo_seconds = 10;         // How long a misclick may be undone.
  int offline_grace_minutes = 5; // Then others may free a lost desk's visit.
  int places_behind_head = 3;    // Where a missed visitor re-enters.
  int most_passed = 10;          // How many one may let pass at a time.

  bool operator==(const rule_setup&) const = default;
};

/// One place where identity papers are applied for, as the search of the
/// French agency ANTS shows it.
struct meeting_point {
  std::string id; // As `is_id`; unique in the office.
  booking::site_id site;
  std::string name;
  std::string longitude; // In degrees, as decimals: "3.0348016".
  std::string latitude;
  std::string address; // Of the public's entrance, without the city.
  std::string zip_code;
  std::string city_name;
  std::string website; // May be empty.
  std::string city_logo;

  bool operator==(const meeting_point&) const = default;
};

struct ants_setup {
  std::vector<meeting_point> points; // None: not to be found there.
  /// What each reason of the agency is here: "CNI", "PASSPORT",
  /// "CNI-PASSPORT". A reason left out has no times.
  std::map<std::string, service_id> services;

  bool operator==(const ants_setup&) const = default;
};

struct setup {
  words name;
  std::string zone = "Europe/Paris"; // IANA name.
  int cut_over_minutes = 180;        // After local midnight; 0 to 720.
  std::vector<queue_setup> queues;
  std::vector<service_setup> services;
  std::vector<counter_setup> counters;
  rule_setup rules;
  booking::setup booking; // Without sites: no appointments.
  ants_setup ants;
  message_setup messages;

  bool operator==(const setup&) const = default;
};

// -- looking things up; null when there is none -------------------------------

const queue_setup* find(const setup& in, const queue_id& wanted);
const service_setup* find(const setup& in, const service_id& wanted);
const counter_setup* find(const setup& in, const counter_id& wanted);

bool takes_bookings(const setup& office);

} // namespace suivant::office
