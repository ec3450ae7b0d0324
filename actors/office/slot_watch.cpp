#include "actors/office/slot_watch.hpp"

#include "actors/common/json_codec.hpp"
#include "actors/office/office_describe.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// The local day of what a visit's appointment takes; empty if it takes nothing.
std::string_view day_taken(const shared_visit& it) {
  if (!it || !it->appointment || !is_open(it->now.phase))
    return {};
  return std::string_view{it->appointment->shown}.substr(
      0, std::string_view{"2026-10-25"}.size());
}

bool takes_the_same(const shared_visit& one, const shared_visit& other) {
  return one && other && is_open(one->now.phase) == is_open(other->now.phase)
         && one->appointment == other->appointment;
}

shared_text frame(const std::string& topic, std::uint64_t number,
                  const std::string& snapshot, instant at) {
  return std::make_shared<const std::string>(
      R"({"topic":)" + boost::json::serialize(json::value(topic)) + R"(,"n":)"
      + std::to_string(number) + R"(,"now":)"
      + std::to_string(at.time_since_epoch().count()) + R"(,"snapshot":)"
      + snapshot + '}');
}

} // namespace

std::string slot_topic(const office_id& office, const offer_question& asked) {
  const auto place = json::write(asked.place);
  return "slots/" + office.text + '/' + asked.service.text + '/'
         + asked.site.text + '/' + std::to_string(asked.persons) + '/'
         + std::string{place.as_string()} + '/' + json::text_of(asked.first);
}

void slot_frame::leave_by(frame_port& port) const {
  if (screen)
    port.welcome(*screen, topic, number, text);
  else
    port.publish(topic, number, text);
}

std::vector<slot_frame> slot_watch::add(screen_id screen,
                                        const offer_question& asked,
                                        const state& now, instant at) {
  remove(screen);
  const auto topic = slot_topic(office_, asked);
  auto text = slots_json(now, asked, at);
  if (!text || (topics_.size() >= most_topics && !topics_.contains(topic)))
    return {};
  looks_at_[screen] = topic;
  auto& it = topics_[topic];
  if (it.number == 0)
    it = {asked, {}, std::move(*text), now.last_fact + 1, false};
  it.screens.insert(screen);
  return {{topic, it.number, frame(topic, it.number, it.shown, at), screen}};
}

void slot_watch::remove(screen_id screen) {
  const auto known = looks_at_.extract(screen);
  if (known.empty())
    return;
  const auto found = topics_.find(known.mapped());
  found->second.screens.erase(screen);
  if (found->second.screens.empty())
    topics_.erase(found);
}

bool slot_watch::note(const news& changed) {
  if (topics_.empty())
    return false;
  for (const auto& [id, visit] : changed.visits)
    if (!takes_the_same(visit.before, visit.after)) {
      note_day(day_taken(visit.before));
      note_day(day_taken(visit.after));
    }
  for (auto& [topic, it] : topics_)
    it.is_stale = it.is_stale || changed.setup != nullptr;
  return std::ranges::any_of(
      topics_, [](const auto& each) { return each.second.is_stale; });
}

void slot_watch::note_day(std::string_view day) {
  if (day.empty())
    return;
  for (auto& [topic, it] : topics_)
    it.is_stale = it.is_stale || topic.ends_with(day);
}

std::vector<slot_frame> slot_watch::changes(const state& now, instant at) {
  auto out = std::vector<slot_frame>{};
  for (auto& [topic, it] : topics_) {
    if (!std::exchange(it.is_stale, false))
      continue;
    auto text = slots_json(now, it.asked, at);
    if (!text || *text == it.shown)
      continue;
    it.shown = std::move(*text);
    ++it.number;
    out.push_back(
        {topic, it.number, frame(topic, it.number, it.shown, at), {}});
  }
  return out;
}

void slot_watch::end(frame_port& port) const {
  for (const auto& [screen, topic] : looks_at_)
    port.end(screen);
}

} // namespace suivant::office
