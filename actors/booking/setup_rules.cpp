#include "actors/booking/setup_rules.hpp"

#include <algorithm>
#include <set>

namespace suivant::booking {
namespace {

constexpr auto longest_link = std::size_t{200};
constexpr auto most_minutes = 600;
constexpr auto most_buffer = 240;
constexpr auto most_places = 200;
constexpr auto most_persons = 200;
constexpr auto most_needs = std::size_t{8};

template <class Id, class Element>
bool knows(const std::vector<Element>& all, const Id& wanted) {
  return std::ranges::find(all, wanted, &Element::id) != all.end();
}

template <class Id>
void look_at(inspection& found, const char* list, const Id& it,
             std::set<Id>& seen) {
  found.look_at(list + ('.' + it.text));
  found.expect(is_id(it.text), "id", "is_malformed");
  found.expect(seen.insert(it).second, "id", "is_not_unique");
}

template <class Id, class Element>
void inspect_list(inspection& found, const std::vector<Id>& ids,
                  const std::vector<Element>& all, const char* member) {
  auto seen = std::set<Id>{};
  for (const auto& it : ids) {
    found.expect(knows(all, it), member, "is_unknown");
    found.expect(seen.insert(it).second, member, "is_not_unique");
  }
}

void inspect_sites(inspection& found, const setup& wanted, const zones& known) {
  auto seen = std::set<site_id>{};
  for (const auto& site : wanted.sites) {
    look_at(found, "sites", site.id, seen);
    found.expect(is_named(site.name), "name", "is_empty");
    found.expect(known.contains(site.zone), "zone", "is_unknown");
    found.expect(site.gauge >= 0, "gauge", "is_out_of_range");
    found.expect_within(site.stay, 1, 1440, "stay");
    inspect(found, site.holidays, "holidays");
    for (const auto& it : site.closed)
      inspect(found, it, "closed");
  }
}

void inspect_resources(inspection& found, const setup& wanted) {
  auto seen = std::set<resource_id>{};
  for (const auto& it : wanted.resources) {
    look_at(found, "resources", it.id, seen);
    found.expect(is_named(it.name), "name", "is_empty");
    found.expect(knows(wanted.sites, it.site), "site", "is_unknown");
    inspect_list(found, it.skills, wanted.services, "skills");
    const auto is_room = it.kind == resource_kind::room;
    found.expect_within(it.gauge, 0, is_room ? most_persons : 0, "gauge");
    found.expect(!it.shared || it.gauge > 0, "shared", "is_malformed");
    for (const auto& shift : it.shifts) {
      found.expect(!shift.hours.empty(), "shifts.hours", "is_empty");
      inspect(found, shift.hours, "shifts.hours");
      inspect(found, shift.days, "shifts.days");
    }
    for (const auto& away : it.absent)
      inspect(found, away, "absent");
  }
}

void inspect_days(inspection& found, const opening_setup& it) {
  inspect(found, it.days, "days");
  found.expect(!it.hours.empty(), "hours", "is_empty");
  inspect(found, it.hours, "hours");
  auto days = std::set<calendar_day>{};
  for (const auto& day : it.instead) {
    found.expect(days.insert(day.day).second, "instead.day", "is_not_unique");
    inspect(found, day.hours, "instead.hours");
  }
  const auto is_once = it.days.every == repeats::once;
  found.expect(!it.on_holidays || is_once, "on_holidays", "is_malformed");
  found.expect(!it.on_holidays || !it.days.on.empty(), "days.on", "is_empty");
}

// Others join a session at its start, which a packed opening would move on
// from.
void inspect_grid(inspection& found, const opening_setup& it,
                  const setup& wanted) {
  found.expect_within(it.step, 1, 480, "step");
  for (const auto& rule : wanted.services)
    if (rule.seats > 0 && it.grid == grid::packed)
      found.expect(std::ranges::count(it.services, rule.id) == 0, "grid",
                   "is_malformed");
}

void inspect_openings(inspection& found, const setup& wanted) {
  auto seen = std::set<opening_id>{};
  for (const auto& it : wanted.openings) {
    look_at(found, "openings", it.id, seen);
    found.expect(is_named(it.name), "name", "is_empty");
    found.expect(knows(wanted.sites, it.site), "site", "is_unknown");
    found.expect(!it.services.empty(), "services", "is_empty");
    inspect_list(found, it.services, wanted.services, "services");
    inspect_grid(found, it, wanted);
    inspect_days(found, it);
    found.expect_within(it.public_places, 0, most_places, "public_places");
    found.expect_within(it.staff_places, 0, most_places, "staff_places");
    found.expect(it.kept_for.empty() || is_id(it.kept_for.text), "kept_for",
                 "is_malformed");
    for (const auto& [family, most] : it.families) {
      found.expect(!family.empty(), "families", "is_empty");
      found.expect_within(most, 0, most_places, "families");
    }
  }
}

void inspect_length(inspection& found, const service_rule& it) {
  found.expect((it.steps > 0) != !it.minutes.empty(), "minutes",
               it.minutes.empty() ? "is_empty" : "is_malformed");
  found.expect_within(it.steps, 0, 50, "steps");
  for (const auto minutes : it.minutes)
    found.expect_within(minutes, 1, most_minutes, "minutes");
  found.expect_within(it.each_more, 0, 60, "each_more");
  found.expect_within(it.most_persons, 1, most_persons, "most_persons");
  found.expect_within(it.least_persons, 1, it.most_persons, "least_persons");
  // A session lasts as long however many come.
  found.expect(it.seats == 0 || it.minutes.size() < 2, "minutes",
               "is_malformed");
  found.expect(it.seats == 0 || it.each_more == 0, "each_more", "is_malformed");
}

void inspect_needs(inspection& found, const service_rule& it,
                   const setup& wanted) {
  auto rooms = 0;
  found.expect(it.needs.size() <= most_needs, "needs", "is_out_of_range");
  for (const auto& need : it.needs) {
    const auto is_room = need.kind == resource_kind::room;
    rooms += is_room ? 1 : 0;
    found.expect_within(need.count, 1, is_room ? 1 : 10, "needs.count");
    inspect_list(found, need.among, wanted.resources, "needs.among");
  }
  found.expect(rooms < 2, "needs.kind", "is_not_unique");
}

// Two appointments at most, so that nobody has to look for an end.
void inspect_follow_up(inspection& found, const service_rule& it,
                       const setup& wanted) {
  const auto& next = it.followed_by;
  if (next.service.empty())
    return;
  const auto rule
      = std::ranges::find(wanted.services, next.service, &service_rule::id);
  const auto is_known = rule != wanted.services.end();
  found.expect(is_known, "followed_by.service", "is_unknown");
  found.expect(!is_known || rule->followed_by.service.empty(),
               "followed_by.service", "is_malformed");
  found.expect_within(next.days_from, 0, 365, "followed_by.days_from");
  found.expect_within(next.days_to, next.days_from, 365, "followed_by.days_to");
}

// An address as it is sent, with one place for the room in it.
bool is_video_link(const std::string& text) {
  const auto room = text.find(video_room);
  return text.starts_with("https://") && text.size() <= longest_link
         && room != text.npos && text.find(video_room, room + 1) == text.npos
         && std::ranges::all_of(text, [](char it) {
              return it > ' ' && it < '\x7f' && it != '"' && it != '<'
                     && it != '>' && it != '\\';
            });
}

void inspect_video(inspection& found, const service_rule& it) {
  if (it.video_link.empty())
    return;
  found.expect(is_video_link(it.video_link), "video_link", "is_malformed");
  found.expect(std::ranges::count(it.places, place_type::video) > 0, "places",
               "is_malformed");
}

void inspect_services(inspection& found, const setup& wanted) {
  auto seen = std::set<service_id>{};
  for (const auto& it : wanted.services) {
    look_at(found, "services", it.id, seen);
    inspect_length(found, it);
    found.expect_within(it.before, 0, most_buffer, "before");
    found.expect_within(it.after, 0, most_buffer, "after");
    found.expect_within(it.notice, 0, 365 * 1440, "notice");
    found.expect_within(it.horizon_days, 0, 730, "horizon_days");
    inspect_needs(found, it, wanted);
    inspect_follow_up(found, it, wanted);
    inspect_video(found, it);
    found.expect(!it.places.empty(), "places", "is_empty");
    found.expect_within(it.seats, 0, most_persons, "seats");
    found.expect_within(it.waiting_seats, 0, it.seats > 0 ? 1000 : 0,
                        "waiting_seats");
    found.expect_within(it.limits.a_day, 0, 1000, "limits.a_day");
    found.expect_within(it.limits.in_30_days, 0, 1000, "limits.in_30_days");
    found.expect_within(it.change_notice, 0, 365 * 1440, "change_notice");
    found.expect_within(it.cancel_notice, 0, 365 * 1440, "cancel_notice");
    found.expect_within(it.arrival_before, 0, 1440, "arrival_before");
    found.expect_within(it.with_bonus, 0, 1440, "with_bonus");
    found.expect_within(it.in_time, 0, it.with_bonus, "in_time");
    found.expect_within(it.absent_after, 0, 1440, "absent_after");
  }
}

} // namespace

const site_setup* find_site(const setup& in, const site_id& wanted) {
  const auto it = std::ranges::find(in.sites, wanted, &site_setup::id);
  return it == in.sites.end() ? nullptr : &*it;
}

std::vector<setup_problem> problems_in(const setup& wanted,
                                       const zones& known) {
  auto found = inspection{};
  found.expect_within(wanted.hold_minutes, 1, 60, "hold_minutes");
  found.expect_within(wanted.offer_minutes, 5, 2880, "offer_minutes");
  inspect_sites(found, wanted, known);
  inspect_resources(found, wanted);
  inspect_openings(found, wanted);
  inspect_services(found, wanted);
  return found.take();
}

} // namespace suivant::booking
