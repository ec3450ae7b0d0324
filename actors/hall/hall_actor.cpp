#include "actors/hall/hall_actor.hpp"

#include "actors/hall/hall_json.hpp"
#include "actors/messages.hpp"

#include <caf/actor_system.hpp>

#include <set>

namespace suivant {
namespace {

// What changed since the last frame, by name.
struct touched {
  bool head = false;
  std::set<visit_id> visits;
  std::set<queue_id> queues;
};

class hall_keeper {
public:
  using address = hall_actor;
  static inline const char* name = "hall";

  explicit hall_keeper(hall_actor::pointer self) : self_{self} {}

  hall_actor::behavior_type start(hall_start from,
                                  std::shared_ptr<frame_port> frames,
                                  wall_clock clock, caf::timespan merging) {
    hall_ = std::move(from.from);
    desk_frame_ = from.first_frame;
    board_frame_ = from.first_frame;
    frames_ = std::move(frames);
    clock_ = std::move(clock);
    merging_ = merging;
    desk_ = hall::desk_of(hall_);
    board_ = hall::board_json(hall_);
    return {
        [this](const hall_changed& it) { change(it.what); },
        [this](const show_desk& it) {
          welcome(it.screen, desk_topic(hall_.id), desk_frame_, desk_);
        },
        [this](const show_board& it) {
          welcome(it.screen, board_topic(hall_.id), board_frame_, board_);
        },
        [this](const public_view_asked&) {
          return boost::json::serialize(
              hall::public_view(hall_.id, hall_, clock_()));
        },
        [this](const row_asked& asked) { return row(asked.visit); },
        [this](const described_visits_asked&) { return described(); },
        [this](const speak_of_hall&) { end_of_pause(); },
    };
  }

private:
  // -- taking in --------------------------------------------------------------

  void change(const hall::change& it) {
    for (const auto& visit : it.visits)
      touch(visit);
    for (const auto& [queue, open] : it.open)
      news_.queues.insert(queue);
    for (const auto& [queue, pace] : it.pace)
      news_.queues.insert(queue);
    // Those too that the new set-up leaves out.
    if (it.setup)
      for (const auto& [queue, shown] : desk_["queues"].as_object())
        news_.queues.insert(queue_id{std::string{queue}});
    news_.head = true;
    hall::apply(hall_, it);
    if (!pausing_)
      speak();
  }

  void touch(const office::visit& visit) {
    news_.visits.insert(visit.id);
    news_.queues.insert(visit.now.queue);
    const auto before = hall_.visits.find(visit.id);
    if (before != hall_.visits.end())
      news_.queues.insert(before->second.now.queue);
  }

  // -- speaking ---------------------------------------------------------------

  void speak() {
    if (auto patch = desk_patch())
      publish(desk_topic(hall_.id), ++desk_frame_, std::move(*patch));
    auto board = hall::board_json(hall_);
    if (auto patch = hall::merge_patch(board_, board))
      publish(board_topic(hall_.id), ++board_frame_, std::move(*patch));
    board_ = std::move(board);
    news_ = {};
    pausing_ = true;
    tell_later(self_, self_, merging_, speak_of_hall{});
  }

  void end_of_pause() {
    pausing_ = false;
    if (news_.head)
      speak();
  }

  void publish(const std::string& topic, std::uint64_t number,
               json::object patch) {
    auto text = hall::frame(topic, number, clock_(), "patch", std::move(patch));
    frames_->publish(topic, number,
                     std::make_shared<const std::string>(std::move(text)));
  }

  // Compares only what was touched: a hall of thousands changes by a few.
  std::optional<json::object> desk_patch() {
    auto after = hall::desk_head(hall_);
    auto queues = json::object{};
    for (const auto& it : news_.queues)
      if (office::find(hall_.setup, it) != nullptr)
        queues[it.text] = hall::desk_queue(hall_, it);
    after["queues"] = std::move(queues);
    auto visits = json::object{};
    for (const auto& id : news_.visits)
      if (const auto found = hall_.visits.find(id); found != hall_.visits.end())
        visits[std::to_string(id.number)]
            = hall::row_of(found->second, hall_.setup.rules);
    after["visits"] = std::move(visits);
    auto patch = hall::merge_patch(slice(), after);
    take_over(after);
    return patch;
  }

  // What the desks know of the things that were touched.
  json::object slice() const {
    auto out = json::object{};
    for (const auto& [part, value] : desk_)
      if (part != "queues" && part != "visits")
        out[part] = value;
    out["queues"] = picked("queues", news_.queues,
                           [](const queue_id& it) { return it.text; });
    out["visits"] = picked("visits", news_.visits, [](visit_id it) {
      return std::to_string(it.number);
    });
    return out;
  }

  template <class Ids, class Text>
  json::object picked(std::string_view from, const Ids& ids, Text text) const {
    const auto& all = desk_.at(from).as_object();
    auto out = json::object{};
    for (const auto& id : ids)
      if (const auto* found = all.if_contains(text(id)))
        out[text(id)] = *found;
    return out;
  }

  void take_over(json::object& after) {
    auto& visits = desk_["visits"].as_object();
    for (const auto& id : news_.visits)
      visits.erase(std::to_string(id.number));
    for (auto& [number, row] : after["visits"].as_object())
      visits[number] = row;
    auto& queues = desk_["queues"].as_object();
    for (const auto& id : news_.queues)
      queues.erase(id.text);
    for (auto& [id, queue] : after["queues"].as_object())
      queues[id] = queue;
    for (auto& [part, value] : after)
      if (part != "queues" && part != "visits")
        desk_[part] = value;
  }

  // -- answering --------------------------------------------------------------

  void welcome(screen_id screen, const std::string& topic, std::uint64_t at,
               const json::object& picture) {
    auto text = hall::frame(topic, at, clock_(), "snapshot", picture);
    frames_->welcome(screen, topic, at,
                     std::make_shared<const std::string>(std::move(text)));
  }

  std::string row(const visit_id& visit) const {
    const auto found = hall_.visits.find(visit);
    if (found == hall_.visits.end())
      return {};
    return boost::json::serialize(
        hall::row_of(found->second, hall_.setup.rules));
  }

  visit_list described() const {
    auto visits = std::vector<office::visit>{};
    for (const auto& [id, visit] : hall_.visits)
      if (!visit.person.key.empty())
        visits.push_back(visit);
    return std::make_shared<const std::vector<office::visit>>(
        std::move(visits));
  }

  hall_actor::pointer self_;
  hall::hall hall_;
  json::object desk_;  // As the desks know it.
  json::object board_; // As the boards know it.
  std::uint64_t desk_frame_ = 0;
  std::uint64_t board_frame_ = 0;
  std::shared_ptr<frame_port> frames_;
  wall_clock clock_;
  caf::timespan merging_{};
  touched news_;
  bool pausing_ = false; // Within `merging_` after the last frame.
};

} // namespace

std::string desk_topic(const office_id& office) {
  return "desk/" + office.text;
}

std::string board_topic(const office_id& office) {
  return "board/" + office.text;
}

hall_actor spawn_hall(caf::actor_system& system, hall_start start,
                      std::shared_ptr<frame_port> frames, wall_clock clock,
                      caf::timespan merging) {
  return spawn_keeper<hall_keeper>(system, std::move(start), std::move(frames),
                                   std::move(clock), merging);
}

} // namespace suivant
