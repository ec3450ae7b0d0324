#include "actors/office/agenda_parts.hpp"

#include "actors/booking/place.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/office_describe.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

void add_once(std::vector<counter_id>& all, const counter_id& more) {
  if (!more.empty() && std::ranges::find(all, more) == all.end())
    all.push_back(more);
}

// Whose a link is; empty when it is nobody's, or of what is gone.
agenda_answer behind(const state& now, const std::string& token_hash) {
  const auto is_meant
      = [&](const auto& each) { return each.second.token_hash == token_hash; };
  const auto of = std::ranges::find_if(now.feeds, is_meant);
  if (of != now.feeds.end()
      && booking::index_of(now.booked.plan(), of->first).has_value())
    return {.resource = of->first, .names = of->second.names};
  const auto at = std::ranges::find_if(now.counter_feeds, is_meant);
  if (at != now.counter_feeds.end() && find(now.setup, at->first) != nullptr)
    return {.counter = at->first, .names = at->second.names};
  return {.refused = refusal::no_such_resource};
}

} // namespace

std::vector<counter_id> counters_of(const setup& office, const visit& it) {
  if (!it.now.counter.empty())
    return {it.now.counter};
  auto out = std::vector<counter_id>{};
  if (it.appointment)
    for (const auto& id : it.appointment->claim.resources) {
      const auto& all = office.booking.resources;
      const auto found
          = std::ranges::find(all, id, &booking::resource_setup::id);
      if (found != all.end())
        add_once(out, found->counter);
    }
  return out;
}

bool has(const booking::claim& it, const booking::resource_id& wanted) {
  return std::ranges::find(it.resources, wanted) != it.resources.end();
}

bool is_due_at(const state& now, const visit& it, const counter_id& wanted) {
  const auto at = counters_of(now.setup, it);
  return std::ranges::find(at, wanted) != at.end();
}

bool takes_time(const visit& it) {
  return it.appointment
         && (is_open(it.now.phase) || it.now.phase == phase::served
             || it.now.phase == phase::no_show);
}

agenda_entry entry_of(const state& now, const shared_visit& it) {
  const auto is_to_come
      = it->now.phase == phase::booked || it->now.phase == phase::held;
  return {.visit = it,
          .on_duty
          = !is_to_come
            || booking::are_on_duty(now.booked.plan(), it->appointment->claim),
          .counters = counters_of(now.setup, *it)};
}

void sort_by_time(std::vector<agenda_entry>& all) {
  std::ranges::sort(all, {}, [](const agenda_entry& it) {
    return std::pair{it.visit->appointment->claim.time.from, it.visit->id};
  });
}

boost::json::array counters_in(const state& now) {
  auto out = boost::json::array{};
  for (const auto& it : now.setup.counters) {
    auto shown = json::object{{"id", it.id.text},
                              {"name", json::write(it.name)},
                              {"site", site_of(now.setup, it.id).text}};
    const auto feed = now.counter_feeds.find(it.id);
    if (feed != now.counter_feeds.end())
      shown["feed"] = json::object{{"names", feed->second.names}};
    out.push_back(std::move(shown));
  }
  return out;
}

void add_setup(const state& now, agenda_answer& out) {
  out.setup = std::make_shared<const setup>(now.setup);
  for (const auto& it : now.booked.plan().sites)
    out.clocks.emplace(it.setup.id, it.clock);
}

agenda_answer feed_of(const state& now, const std::string& token_hash) {
  auto out = behind(now, token_hash);
  if (out.refused)
    return out;
  for (const auto& [id, it] : now.visits)
    if (takes_time(*it) && it->now.phase != phase::held
        && (out.counter.empty() ? has(it->appointment->claim, out.resource)
                                : is_due_at(now, *it, out.counter)))
      out.entries.push_back(entry_of(now, it));
  sort_by_time(out.entries);
  add_setup(now, out);
  return out;
}

} // namespace suivant::office
