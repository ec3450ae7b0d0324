#include "net/gateway/post/shown_time.hpp"

#include "net/gateway/post/usual_words.hpp"

namespace suivant::gateway {
namespace {

using std::chrono::minutes;

constexpr auto minutes_an_hour = 60;

std::string two_digits(int number) {
  const auto text = std::to_string(number);
  return text.size() < 2 ? '0' + text : text;
}

// How far clocks are put back within a day of it, if their time comes twice:
// before the change, or after it.
enum class pass { only, first, second };

pass pass_of(const zone& where, instant at) {
  const auto around = std::chrono::days{1};
  const auto put_back
      = ahead_of_utc(where, at - around) - ahead_of_utc(where, at + around);
  const auto shown = wall_time_of(where, at);
  if (put_back <= minutes{})
    return pass::only;
  if (wall_time_of(where, at + put_back) == shown)
    return pass::first;
  return wall_time_of(where, at - put_back) == shown ? pass::second
                                                     : pass::only;
}

} // namespace

std::string date_shown(const zone& where, instant at, std::string_view language,
                       bool with_year) {
  const auto day = wall_time_of(where, at).day;
  const auto date = std::chrono::year_month_day{day};
  const auto weekday = std::to_string(std::chrono::weekday{day}.c_encoding());
  const auto month = std::to_string(static_cast<unsigned>(date.month()));
  const auto number = static_cast<unsigned>(date.day());
  const auto is_first_in_french = number == 1 && language == "fr";
  const auto text = usual_word(language, "day." + weekday) + ' '
                    + std::to_string(number)
                    + (is_first_in_french ? "er " : " ")
                    + usual_word(language, "month." + month);
  return with_year ? text + ' ' + std::to_string(static_cast<int>(date.year()))
                   : text;
}

std::string time_shown(const zone& where, instant at,
                       std::string_view language) {
  const auto minute = wall_time_of(where, at).minute;
  const auto time = two_digits(minute / minutes_an_hour) + ':'
                    + two_digits(minute % minutes_an_hour);
  const auto which = pass_of(where, at);
  if (which == pass::only)
    return time;
  const auto* key = which == pass::first ? "word.summer" : "word.winter";
  return office::filled(usual_word(language, key), {{"time", time}});
}

} // namespace suivant::gateway
