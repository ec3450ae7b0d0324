#include "actors/hooks/hook.hpp"

#include "actors/common/doubled.hpp"

#include <algorithm>

namespace suivant::hooks {
namespace {

constexpr auto gone = 410;
constexpr auto given_up_kept = std::size_t{20};
constexpr auto longest_name = std::size_t{40};

std::string error_in(const answer& told) {
  return told.status == 0 ? told.error : std::to_string(told.status);
}

} // namespace

bool is_received(const answer& it) {
  return it.status >= 200 && it.status < 300;
}

milliseconds pause_after(int tries, double chance, const limits& most) {
  const auto pause = doubled(most.first_pause, tries - 1, most.longest_pause);
  const auto half = static_cast<double>(pause.count()) / 2;
  return milliseconds{static_cast<milliseconds::rep>(half + half * chance)};
}

mark after_try(mark it, fact_number number, const answer& told, instant now,
               double chance, const limits& most) {
  if (is_received(told)) {
    it.done = number;
    it.tries = 0;
    it.failing_since = {};
    it.next_try = {};
    it.last_error.clear();
    it.last_success = now;
    return it;
  }
  ++it.tries;
  if (it.failing_since == instant{})
    it.failing_since = now;
  const auto pause = std::max(pause_after(it.tries, chance, most),
                              std::min(told.not_before, most.longest_pause));
  it.next_try = now + pause;
  it.last_error = error_in(told);
  it.paused = it.paused || told.status == gone;
  return it;
}

bool is_too_late(const mark& it, instant at, instant now, const limits& most) {
  return it.failing_since != instant{} && now - it.failing_since >= most.give_up
         && now - at >= most.give_up;
}

mark after_giving_up(mark it, fact_number number, instant now) {
  auto& all = it.given_up;
  // What is given up one after the other is one entry.
  const auto goes_on = !all.empty() && all.back().last == it.done
                       && all.back().error == it.last_error;
  if (!goes_on)
    all.push_back({.first = number, .error = it.last_error});
  all.back().last = number;
  all.back().at = now;
  ++all.back().count;
  if (all.size() > given_up_kept)
    all.erase(all.begin());
  it.done = number;
  return it;
}

bool is_hook_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_name
         && std::ranges::all_of(text, [](char it) {
              return (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9')
                     || it == '-';
            });
}

} // namespace suivant::hooks
