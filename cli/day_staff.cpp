#include "cli/day_staff.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace suivant::cli {
namespace {

// In the order in which they first serve somebody.
constexpr auto names = std::to_array<std::string_view>(
    {"alice",   "bruno",    "camille", "damien",  "elise",    "fabien",
     "gaelle",  "hugo",     "ines",    "julien",  "karine",   "laurent",
     "manon",   "nicolas",  "oceane",  "pascal",  "quentin",  "romane",
     "sylvain", "theo",     "ursule",  "valerie", "william",  "xavier",
     "yasmine", "zacharie", "agathe",  "benoit",  "clemence", "denis",
     "estelle", "florian",  "gwen",    "henri",   "isabelle", "jerome"});

bool is_free(const seat& it) {
  return !it.busy && !it.counter.empty();
}

} // namespace

day_staff::day_staff(town_hall_api& api, std::string keys, std::string password)
    : api_{api}, keys_{std::move(keys)}, password_{std::move(password)} {}

std::size_t day_staff::hire(const std::string& logged_agent) {
  const auto next = seats_.size();
  const auto added = index_.emplace(logged_agent, next);
  if (added.second)
    seats_.push_back({.account = next < names.size()
                                     ? std::string{names[next]}
                                     : fmt::format("agent-{}", next + 1)});
  return added.first->second;
}

void day_staff::begin(const login& administrator,
                      std::vector<std::string> counters) {
  counters_ = std::move(counters);
  for (const auto& it : seats_)
    api_.make_agent(administrator, it.account, password_);
}

std::size_t day_staff::index_of(const seat& it) const {
  return static_cast<std::size_t>(&it - seats_.data());
}

// The log says of some agents that they serve two at once. Then a colleague
// who is free takes the second, or one who would come later comes now.
seat* day_staff::free_one(std::size_t preferred) {
  auto& own = seats_[preferred];
  if (is_free(own) || (!own.busy && sit_down(own)))
    return &own;
  const auto colleague = std::ranges::find_if(seats_, is_free);
  if (colleague != seats_.end())
    return &*colleague;
  for (auto& it : seats_)
    if (!it.busy && it.visits_left > 0 && sit_down(it))
      return &it;
  return nullptr;
}

void day_staff::rest(seat& by) {
  if (by.visits_left > 0 || !is_free(by))
    return;
  tell(by, "sign_out", {{"counter", by.counter}, {"reason", "fin de service"}});
  by.counter.clear();
}

outcome day_staff::ask(const seat& by, std::string_view name,
                       const boost::json::object& members) {
  return api_.command(*by.who, name, members, next_key());
}

// What people who watch have done in between may make it a refusal; the next
// call of this counter finds out.
void day_staff::tell(const seat& by, std::string_view name,
                     const boost::json::object& members) {
  api_.command(*by.who, name, members, next_key(), [](const outcome&) {});
}

std::string day_staff::next_key() {
  return fmt::format("{}-{:06}", keys_, ++asked_);
}

// A counter that somebody else has taken is passed over.
bool day_staff::sit_down(seat& by) {
  if (!by.who)
    by.who = api_.sign_in(by.account, password_);
  for (const auto& counter : counters_) {
    if (std::ranges::find(seats_, counter, &seat::counter) != seats_.end())
      continue;
    if (!ask(by, "sign_in", {{"counter", counter}}).granted())
      continue;
    by.counter = counter;
    return true;
  }
  return false;
}

} // namespace suivant::cli
