#include "actors/booking/ics.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace suivant::booking {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr auto longest_line = std::size_t{75}; // Octets, without its end.
constexpr auto around = std::chrono::days{366};

// -- lines --------------------------------------------------------------------

bool is_control(char octet) {
  return static_cast<unsigned char>(octet) < 0x20 || octet == 0x7f;
}

bool continues_a_character(char octet) {
  return (static_cast<unsigned char>(octet) & 0xc0U) == 0x80U;
}

// A line that is too long goes on in the next one, behind a space. No letter
// is cut in two: some programs read each line by itself.
void add_line(std::string& out, std::string_view line) {
  auto room = longest_line;
  while (line.size() > room) {
    auto cut = room;
    while (cut > 1 && continues_a_character(line[cut]))
      --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = longest_line - 1;
  }
  out.append(line).append("\r\n");
}

std::string escaped(std::string_view text) {
  auto out = std::string{};
  for (const auto octet : text) {
    if (octet == '\n')
      out += "\\n";
    else if (octet == '\\' || octet == ';' || octet == ',')
      out.append(1, '\\').append(1, octet);
    else if (!is_control(octet) || octet == '\t')
      out += octet;
  }
  return out;
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty())
    add_line(out, std::string{name} + ':' + escaped(text));
}

// -- times --------------------------------------------------------------------

std::string digits(std::int64_t number, std::size_t width) {
  auto text = std::to_string(number);
  return text.insert(0, width - std::min(width, text.size()), '0');
}

// What clocks show that are so far ahead of UTC: "20261201T090000".
std::string clock_text(instant at, minutes ahead) {
  const auto shown = std::chrono::floor<seconds>(at) + ahead;
  const auto day = std::chrono::floor<std::chrono::days>(shown);
  const auto date = std::chrono::year_month_day{day};
  const auto time = std::chrono::hh_mm_ss{shown - day};
  return digits(static_cast<int>(date.year()), 4)
         + digits(static_cast<unsigned>(date.month()), 2)
         + digits(static_cast<unsigned>(date.day()), 2) + 'T'
         + digits(time.hours().count(), 2) + digits(time.minutes().count(), 2)
         + digits(time.seconds().count(), 2);
}

std::string offset_text(minutes ahead) {
  const auto size = std::chrono::abs(ahead).count();
  return (ahead < minutes{} ? '-' : '+') + digits(size / 60, 2)
         + digits(size % 60, 2);
}

// -- the zone -----------------------------------------------------------------

std::span<const clock_change> changes_between(const zone& where, instant first,
                                              instant last) {
  const auto& all = where.changes;
  return {std::ranges::upper_bound(all, first, {}, &clock_change::from),
          std::ranges::upper_bound(all, last, {}, &clock_change::from)};
}

void add_change(std::string& out, minutes before, const clock_change& change) {
  const auto kind
      = change.ahead > before ? std::string{"DAYLIGHT"} : "STANDARD";
  add_line(out, "BEGIN:" + kind);
  // By the clocks as they were until then.
  add_line(out, "DTSTART:" + clock_text(change.from, before));
  add_line(out, "TZOFFSETFROM:" + offset_text(before));
  add_line(out, "TZOFFSETTO:" + offset_text(change.ahead));
  add_line(out, "END:" + kind);
}

void add_zone(std::string& out, const zone& where, const interval& time) {
  add_line(out, "BEGIN:VTIMEZONE");
  add_line(out, "TZID:" + escaped(where.name));
  const auto first = time.from - around;
  auto before = ahead_of_utc(where, first);
  // Nobody asks about the time before the first of them.
  add_change(out, before, {instant{}, before});
  for (const auto& change : changes_between(where, first, time.to + around)) {
    add_change(out, before, change);
    before = change.ahead;
  }
  add_line(out, "END:VTIMEZONE");
}

// -- the appointment ----------------------------------------------------------

bool comes_twice(instant at, const zone& where) {
  const auto around_it = std::chrono::days{1};
  const auto put_back = ahead_of_utc(where, at - around_it)
                        - ahead_of_utc(where, at + around_it);
  const auto shown = wall_time_of(where, at);
  return put_back > minutes{}
         && (wall_time_of(where, at - put_back) == shown
             || wall_time_of(where, at + put_back) == shown);
}

void add_time(std::string& out, const std::string& name, const zone& where,
              instant at) {
  // Programs do not agree which of two equal clock times is meant.
  add_line(out, comes_twice(at, where)
                    ? name + ':' + clock_text(at, minutes{}) + 'Z'
                    : name + ";TZID=" + where.name + ':'
                          + clock_text(at, ahead_of_utc(where, at)));
}

void add_event(std::string& out, const calendar_entry& it, const zone& where) {
  add_line(out, "BEGIN:VEVENT");
  add_text(out, "UID", it.uid);
  add_line(out, "SEQUENCE:" + std::to_string(it.sequence));
  add_line(out, "DTSTAMP:" + clock_text(it.written, minutes{}) + 'Z');
  add_time(out, "DTSTART", where, it.time.from);
  add_time(out, "DTEND", where, it.time.to);
  if (!it.organizer.empty())
    add_line(out, "ORGANIZER:mailto:" + escaped(it.organizer));
  add_line(out, it.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  add_text(out, "SUMMARY", it.summary);
  add_text(out, "LOCATION", it.location);
  add_text(out, "DESCRIPTION", it.description);
  auto url = it.url;
  std::erase_if(url, is_control);
  if (!url.empty())
    add_line(out, "URL:" + url);
  add_line(out, "END:VEVENT");
}

// From the first beginning to the last end; of none, some time or other: a
// calendar without any part is not read.
interval time_of(const std::vector<calendar_entry>& all) {
  auto out = all.empty() ? interval{} : all.front().time;
  for (const auto& it : all)
    out = {std::min(out.from, it.time.from), std::max(out.to, it.time.to)};
  return out;
}

std::string file_of(const std::vector<calendar_entry>& all, const zone& where,
                    std::string_view name, std::string_view method) {
  auto out = std::string{};
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//Suivant//Appointments//EN");
  add_text(out, "METHOD", method);
  add_text(out, "X-WR-CALNAME", name);
  add_zone(out, where, time_of(all));
  for (const auto& it : all)
    add_event(out, it, where);
  add_line(out, "END:VCALENDAR");
  return out;
}

} // namespace

std::string ics_of(const calendar_entry& it, const zone& where) {
  return file_of(std::vector{it}, where, {}, {});
}

std::string ics_to_send(const calendar_entry& it, const zone& where,
                        const std::string& method) {
  return file_of(std::vector{it}, where, {}, method);
}

std::string ics_of(const std::vector<calendar_entry>& all, const zone& where,
                   const std::string& name) {
  return file_of(all, where, name, {});
}

} // namespace suivant::booking
