// What a calendar program makes of an appointment, asked of one: libical reads
// the file back with nothing but the zone that stands in it.

#include "actors/booking/ics.hpp"
#include "actors/common/calendar.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string_view>
#include <vector>

#include <libical/ical.h>

using namespace suivant;
using namespace suivant::booking;
using namespace std::chrono_literals;

namespace {

using std::chrono::sys_days;

instant utc(int year, unsigned month, unsigned day, std::chrono::minutes of) {
  return instant{sys_days{std::chrono::year{year} / std::chrono::month{month}
                          / std::chrono::day{day}}}
         + of;
}

calendar_entry entry(instant from, std::chrono::minutes length = 15min) {
  return {.uid = "12@mairie.valmont",
          .sequence = 3,
          .time = {from, from + length},
          .written = utc(2026, 1, 5, 10h),
          .summary = "Carte d'identité",
          .location = "Mairie de Valmont",
          .url = "https://accueil.example.org/ticket/#mairie.0123"};
}

// The file as libical understands it.
class read_back {
public:
  explicit read_back(const std::string& text)
      : all_{icalparser_parse_string(text.c_str()), icalcomponent_free} {
    BOOST_REQUIRE(all_);
    BOOST_TEST(icalcomponent_count_errors(all_.get()) == 0);
    BOOST_TEST(icalrestriction_check(all_.get()) == 1);
    event_
        = icalcomponent_get_first_component(all_.get(), ICAL_VEVENT_COMPONENT);
    BOOST_REQUIRE(event_ != nullptr);
  }

  std::string text(icalproperty_kind kind) const {
    auto* found = icalcomponent_get_first_property(event_, kind);
    return found == nullptr ? "" : icalproperty_get_value_as_string(found);
  }
  icalcomponent* event() const {
    return event_;
  }
  instant begins() const {
    return at(icalcomponent_get_dtstart(event_));
  }
  instant ends() const {
    return at(icalcomponent_get_dtend(event_));
  }

private:
  // By the zone that the file brings, and not by one that libical knows.
  instant at(icaltimetype time) const {
    auto* zone = const_cast<icaltimezone*>(time.zone);
    if (icaltime_is_utc(time))
      zone = icaltimezone_get_utc_timezone();
    else if (zone == nullptr || icaltimezone_get_component(zone) == nullptr)
      BOOST_FAIL("a time without the zone of the file");
    return instant{
        std::chrono::seconds{icaltime_as_timet_with_zone(time, zone)}};
  }

  std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> all_;
  icalcomponent* event_ = nullptr;
};

std::vector<std::string> lines_of(const std::string& text) {
  auto out = std::vector<std::string>{};
  for (auto rest = std::string_view{text}; !rest.empty();) {
    const auto end = rest.find("\r\n");
    BOOST_REQUIRE(end != std::string_view::npos);
    out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 2);
  }
  return out;
}

void read_back_as_it_was(const zone& where, instant from,
                         std::chrono::minutes length) {
  const auto wanted = entry(from, length);
  const auto it = read_back{ics_of(wanted, where)};
  BOOST_TEST((it.begins() == wanted.time.from), text_of(where, from));
  BOOST_TEST((it.ends() == wanted.time.to), text_of(where, wanted.time.to));
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(an_appointment_for_calendars)

BOOST_AUTO_TEST_CASE(is_found_at_its_time_all_through_the_days_of_change) {
  // 2026-03-29: 02:00 becomes 03:00; 2026-10-25: 03:00 becomes 02:00.
  const auto paris = zone_called("Europe/Paris");
  for (const auto day : {utc(2026, 3, 28, 22h), utc(2026, 10, 24, 22h)})
    for (auto at = day; at < day + 26h; at += 15min)
      read_back_as_it_was(paris, at, 45min);
}

BOOST_AUTO_TEST_CASE(is_found_at_its_time_overseas) {
  for (const auto* name : {"Indian/Reunion", "America/Cayenne",
                           "America/Miquelon", "Pacific/Noumea"}) {
    const auto where = zone_called(name);
    for (auto at = utc(2026, 1, 1, 8h); at < utc(2027, 1, 1, 0h); at += 37h)
      read_back_as_it_was(where, at, 20min);
  }
}

BOOST_AUTO_TEST_CASE(has_the_clock_time_that_people_were_told) {
  const auto reunion = zone_called("Indian/Reunion");
  const auto text = ics_of(entry(utc(2026, 12, 1, 5h)), reunion);
  BOOST_TEST(has(text, "DTSTART;TZID=Indian/Reunion:20261201T090000\r\n"));
  BOOST_TEST(has(text, "DTEND;TZID=Indian/Reunion:20261201T091500\r\n"));
  BOOST_TEST(has(text, "TZOFFSETTO:+0400\r\n"));
  BOOST_TEST(!has(text, "DAYLIGHT"));
}

BOOST_AUTO_TEST_CASE(names_the_hour_that_comes_twice_without_doubt) {
  const auto paris = zone_called("Europe/Paris");
  const auto first = ics_of(entry(utc(2026, 10, 25, 30min)), paris);
  BOOST_TEST(has(first, "DTSTART:20261025T003000Z\r\n"));
  const auto second = ics_of(entry(utc(2026, 10, 25, 90min)), paris);
  BOOST_TEST(has(second, "DTSTART:20261025T013000Z\r\n"));
}

BOOST_AUTO_TEST_CASE(says_everything_in_any_words) {
  auto wanted = entry(utc(2026, 6, 1, 8h));
  wanted.summary = "Carte d'identité ; passeport, \\ \"urgent\"";
  wanted.description = "À apporter :\n- l'ancien titre, ou\n- une déclaration";
  const auto it = read_back{ics_of(wanted, zone_called("Europe/Paris"))};
  BOOST_TEST(icalcomponent_get_summary(it.event()) == wanted.summary);
  BOOST_TEST(icalcomponent_get_description(it.event()) == wanted.description);
  BOOST_TEST(icalcomponent_get_location(it.event()) == wanted.location);
  BOOST_TEST(icalcomponent_get_uid(it.event()) == wanted.uid);
  BOOST_TEST(it.text(ICAL_URL_PROPERTY) == wanted.url);
}

BOOST_AUTO_TEST_CASE(folds_long_lines_between_two_letters) {
  const auto paris = zone_called("Europe/Paris");
  for (auto shift = std::size_t{0}; shift < 4; ++shift) {
    auto wanted = entry(utc(2026, 6, 1, 8h));
    wanted.description = std::string(shift, 'x');
    for (auto i = 0; i < 120; ++i)
      wanted.description += "é€𝄞";
    const auto text = ics_of(wanted, paris);
    for (const auto& line : lines_of(text)) {
      BOOST_TEST(line.size() <= 75U);
      const auto first = static_cast<unsigned char>(
          line.size() > 1 && line[0] == ' ' ? line[1] : 'x');
      BOOST_TEST((first & 0xc0U) != 0x80U);
    }
    BOOST_TEST(icalcomponent_get_description(read_back{text}.event())
               == wanted.description);
  }
}

BOOST_AUTO_TEST_CASE(keeps_its_name_and_counts_its_versions) {
  const auto paris = zone_called("Europe/Paris");
  auto wanted = entry(utc(2026, 6, 1, 8h));
  const auto booked = read_back{ics_of(wanted, paris)};
  BOOST_TEST(icalcomponent_get_sequence(booked.event()) == 3);
  BOOST_TEST(icalcomponent_get_status(booked.event()) == ICAL_STATUS_CONFIRMED);
  wanted.cancelled = true;
  wanted.sequence = 4;
  const auto cancelled = read_back{ics_of(wanted, paris)};
  BOOST_TEST(icalcomponent_get_sequence(cancelled.event()) == 4);
  BOOST_TEST(icalcomponent_get_status(cancelled.event())
             == ICAL_STATUS_CANCELLED);
  BOOST_TEST(icalcomponent_get_uid(cancelled.event())
             == std::string{icalcomponent_get_uid(booked.event())});
}

BOOST_AUTO_TEST_CASE(lets_no_text_write_lines_of_its_own) {
  auto wanted = entry(utc(2026, 6, 1, 8h));
  wanted.summary = "one\r\nSTATUS:CANCELLED";
  wanted.url = "https://example.org/\r\nSTATUS:CANCELLED";
  const auto text = ics_of(wanted, zone_called("Europe/Paris"));
  for (const auto& line : lines_of(text))
    BOOST_TEST(line != "STATUS:CANCELLED");
}

BOOST_AUTO_TEST_CASE(stands_among_others_in_one_calendar) {
  const auto paris = zone_called("Europe/Paris");
  auto later = entry(utc(2027, 7, 1, 8h));
  later.uid = "13@mairie.valmont";
  const auto text = ics_of({entry(utc(2026, 6, 1, 8h)), later}, paris,
                           "Mme Roux, adjointe");
  auto all = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>{
      icalparser_parse_string(text.c_str()), icalcomponent_free};
  BOOST_TEST(icalrestriction_check(all.get()) == 1);
  BOOST_TEST(icalcomponent_count_components(all.get(), ICAL_VEVENT_COMPONENT)
             == 2);
  BOOST_TEST(icalcomponent_count_components(all.get(), ICAL_VTIMEZONE_COMPONENT)
             == 1);
  BOOST_TEST(has(text, "X-WR-CALNAME:Mme Roux\\, adjointe\r\n"));
  auto* last
      = icalcomponent_get_first_component(all.get(), ICAL_VEVENT_COMPONENT);
  last = icalcomponent_get_next_component(all.get(), ICAL_VEVENT_COMPONENT);
  const auto start = icalcomponent_get_dtstart(last);
  BOOST_TEST(
      icaltime_as_timet_with_zone(start, const_cast<icaltimezone*>(start.zone))
      == std::chrono::floor<std::chrono::seconds>(later.time.from)
             .time_since_epoch()
             .count());
}

BOOST_AUTO_TEST_CASE(a_calendar_of_nobody_can_be_read) {
  const auto text = ics_of({}, zone_called("Europe/Paris"), "Mme Roux");
  auto all = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>{
      icalparser_parse_string(text.c_str()), icalcomponent_free};
  BOOST_REQUIRE(all);
  BOOST_TEST(icalrestriction_check(all.get()) == 1);
}

BOOST_AUTO_TEST_CASE(needs_no_zone_that_ever_changed) {
  read_back_as_it_was(zone{"Etc/UTC", {}}, utc(2026, 6, 1, 8h), 15min);
}

BOOST_AUTO_TEST_CASE(is_sent_by_mail_as_one_that_is_made_or_is_off) {
  const auto paris = zone_called("Europe/Paris");
  auto sent = entry(utc(2026, 12, 1, 8h));
  sent.organizer = "rdv@valmont.example";
  const auto made = ics_to_send(sent, paris, "PUBLISH");
  BOOST_TEST(has(made, "METHOD:PUBLISH\r\n"));
  BOOST_TEST(read_back{made}.text(ICAL_ORGANIZER_PROPERTY)
             == "mailto:rdv@valmont.example");
  sent.cancelled = true;
  const auto off = ics_to_send(sent, paris, "CANCEL");
  BOOST_TEST(has(off, "METHOD:CANCEL\r\n"));
  BOOST_TEST(read_back{off}.text(ICAL_STATUS_PROPERTY) == "CANCELLED");
}

BOOST_AUTO_TEST_SUITE_END()
