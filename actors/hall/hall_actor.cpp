#include "actors/hall/hall_actor.hpp"

#include "actors/hall/hall_json.hpp"
#include "actors/messages.hpp"

#include <caf/actor_system.hpp>

#include <utility>

namespace suivant {
namespace {

// What changed since the last frame, as the desks know it.
struct touched {
  std::optional<office::setup> setup;
  std::map<visit_id, office::shared_visit> visits; // Null: it is new to them.
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
    gauge_frame_ = from.first_frame;
    frames_ = std::move(frames);
    clock_ = std::move(clock);
    merging_ = merging;
    head_ = hall::desk_head(hall_);
    board_ = hall::board_json(hall_);
    gauge_ = hall::gauge_json(hall_);
    return {
        [this](const hall_changed& it) { change(it.what); },
        [this](const show_desk& it) { welcome_desk(it.screen); },
        [this](const show_board& it) { welcome_board(it.screen); },
        [this](const show_gauge& it) { welcome_gauge(it.screen); },
        [this](const public_view_asked&) {
          return boost::json::serialize(
              hall::public_view(hall_.id, hall_, clock_()));
        },
        [this](const row_asked& asked) { return row(asked.visit); },
        [this](const speak_of_hall&) { end_of_pause(); },
    };
  }

private:
  // -- taking in --------------------------------------------------------------

  void change(const hall::change& it) {
    for (const auto& [id, visit] : it.visits)
      touch(id);
    if (it.setup)
      touch_setup();
    hall::apply(hall_, it);
    has_news_ = true;
    if (!pausing_)
      speak();
  }

  void touch(const visit_id& visit) {
    touched_.visits.try_emplace(visit, hall::find(hall_, visit));
  }

  // Its rules may move the end of any undo.
  void touch_setup() {
    if (!touched_.setup)
      touched_.setup = hall_.setup;
    for (const auto& [id, visit] : hall_.visits)
      if (visit->last)
        touch(id);
  }

  // -- speaking ---------------------------------------------------------------

  void speak() {
    if (auto patch = desk_patch())
      publish(desk_topic(hall_.id), ++desk_frame_, std::move(*patch));
    speak_if_new(board_topic(hall_.id), board_, hall::board_json(hall_),
                 board_frame_);
    speak_if_new(gauge_topic(hall_.id), gauge_, hall::gauge_json(hall_),
                 gauge_frame_);
    touched_ = {};
    has_news_ = false;
    pausing_ = true;
    tell_later(self_, self_, merging_, speak_of_hall{});
  }

  void speak_if_new(const std::string& topic, json::object& told,
                    json::object now, std::uint64_t& frame) {
    if (auto patch = hall::merge_patch(told, now))
      publish(topic, ++frame, std::move(*patch));
    told = std::move(now);
  }

  void end_of_pause() {
    pausing_ = false;
    if (has_news_)
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
    auto before = std::exchange(head_, hall::desk_head(hall_));
    auto after = head_;
    if (touched_.setup) {
      before["setup"] = hall::desk_setup(*touched_.setup);
      after["setup"] = hall::desk_setup(hall_.setup);
    }
    auto told = json::object{};
    auto now = json::object{};
    for (const auto& [id, visit] : touched_.visits) {
      add_row(told, visit, told_setup().rules);
      add_row(now, hall::find(hall_, id), hall_.setup.rules);
    }
    before["visits"] = std::move(told);
    after["visits"] = std::move(now);
    return hall::merge_patch(before, after);
  }

  static void add_row(json::object& rows, const office::shared_visit& visit,
                      const office::rule_setup& rules) {
    if (visit)
      rows[std::to_string(visit->id.number)] = hall::row_of(*visit, rules);
  }

  // -- what desks were last told ----------------------------------------------

  const office::setup& told_setup() const {
    return touched_.setup ? *touched_.setup : hall_.setup;
  }

  std::vector<office::shared_visit> told_visits() const {
    auto visits = std::vector<office::shared_visit>{};
    visits.reserve(hall_.visits.size());
    for (const auto& [id, visit] : hall_.visits)
      if (!touched_.visits.contains(id))
        visits.push_back(visit);
    for (const auto& [id, visit] : touched_.visits)
      if (visit)
        visits.push_back(visit);
    return visits;
  }

  // -- answering --------------------------------------------------------------

  // As of the newest frame; what gathers meanwhile comes with the next.
  void welcome_desk(screen_id screen) {
    const auto topic = desk_topic(hall_.id);
    auto picture = head_;
    picture["setup"] = hall::desk_setup(told_setup());
    auto text
        = hall::desk_snapshot(topic, desk_frame_, clock_(), std::move(picture),
                              told_visits(), told_setup().rules);
    frames_->welcome(screen, topic, desk_frame_,
                     std::make_shared<const std::string>(std::move(text)));
  }

  void welcome_board(screen_id screen) {
    welcome(screen, board_topic(hall_.id), board_frame_, board_);
  }

  void welcome_gauge(screen_id screen) {
    welcome(screen, gauge_topic(hall_.id), gauge_frame_, gauge_);
  }

  void welcome(screen_id screen, const std::string& topic, std::uint64_t frame,
               const json::object& told) {
    auto text = hall::frame(topic, frame, clock_(), "snapshot", told);
    frames_->welcome(screen, topic, frame,
                     std::make_shared<const std::string>(std::move(text)));
  }

  std::string row(const visit_id& asked) const {
    const auto visit = hall::find(hall_, asked);
    return visit
               ? boost::json::serialize(hall::row_of(*visit, hall_.setup.rules))
               : std::string{};
  }

  hall_actor::pointer self_;
  hall::hall hall_;
  json::object head_;  // As the desks know it.
  json::object board_; // As the boards know it.
  json::object gauge_; // As everybody knows it.
  std::uint64_t desk_frame_ = 0;
  std::uint64_t board_frame_ = 0;
  std::uint64_t gauge_frame_ = 0;
  std::shared_ptr<frame_port> frames_;
  wall_clock clock_;
  caf::timespan merging_{};
  touched touched_;
  bool has_news_ = false;
  bool pausing_ = false; // Within `merging_` after the last frame.
};

} // namespace

std::string desk_topic(const office_id& office) {
  return "desk/" + office.text;
}

std::string board_topic(const office_id& office) {
  return "board/" + office.text;
}

std::string gauge_topic(const office_id& office) {
  return "gauge/" + office.text;
}

hall_actor spawn_hall(caf::actor_system& system, hall_start start,
                      std::shared_ptr<frame_port> frames, wall_clock clock,
                      caf::timespan merging) {
  return spawn_keeper<hall_keeper>(system, std::move(start), std::move(frames),
                                   std::move(clock), merging);
}

} // namespace suivant
