#include "actors/queue/queue_actor.hpp"

#include "actors/messages.hpp"
#include "actors/queue/queue_json.hpp"

#include <caf/actor_system.hpp>

namespace suivant {
namespace {

class queue_keeper {
public:
  using address = queue_actor;
  static inline const char* name = "queue";

  explicit queue_keeper(queue_actor::pointer self) : self_{self} {}

  queue_actor::behavior_type start(queue_start from,
                                   std::shared_ptr<frame_port> frames,
                                   caf::timespan merging) {
    topic_ = std::move(from.topic);
    line_ = queue::line{std::move(from.line)};
    pace_ = from.pace;
    frame_ = from.first_frame;
    frames_ = std::move(frames);
    merging_ = merging;
    return {
        [this](const line_changed& it) { change(it); },
        [this](const place_asked& asked) { return place(asked); },
        [this](const speak_now&) { end_of_pause(); },
    };
  }

private:
  struct question {
    visit_id visit;
    caf::typed_response_promise<place_told> promise;
  };

  void change(const line_changed& it) {
    for (const auto& step : it.steps)
      line_.apply(step);
    news_ = news_ || !it.steps.empty() || pace_ != it.pace;
    pace_ = it.pace;
    if (news_ && !pausing_)
      speak();
  }

  // Ranks are told as of the last frame, so who asks while changes gather
  // waits the few milliseconds until they are said.
  caf::result<place_told> place(const place_asked& asked) {
    auto promise = self_->make_response_promise<place_told>();
    if (line_.has_unpublished())
      questions_.push_back({asked.visit, promise});
    else
      promise.deliver(place_of(asked.visit));
    return promise;
  }

  void speak() {
    news_ = false;
    const auto happened = line_.publish();
    auto text = queue::frame(topic_, ++frame_, happened, line_.size(), pace_);
    frames_->publish(topic_, frame_,
                     std::make_shared<const std::string>(std::move(text)));
    for (auto& it : std::exchange(questions_, {}))
      it.promise.deliver(place_of(it.visit));
    pausing_ = true;
    tell_later(self_, self_, merging_, speak_now{});
  }

  void end_of_pause() {
    pausing_ = false;
    if (news_)
      speak();
  }

  place_told place_of(const visit_id& visit) const {
    const auto rank = line_.published_rank(visit);
    auto wait = rank ? queue::predict(pace_, *rank) : std::nullopt;
    return {rank, line_.size(), wait, frame_};
  }

  queue_actor::pointer self_;
  std::string topic_;
  queue::line line_;
  queue::pace pace_;
  std::uint64_t frame_ = 0;
  std::shared_ptr<frame_port> frames_;
  caf::timespan merging_{};
  std::vector<question> questions_;
  bool news_ = false;
  bool pausing_ = false; // Within `merging_` after the last frame.
};

} // namespace

queue_actor spawn_queue(caf::actor_system& system, queue_start start,
                        std::shared_ptr<frame_port> frames,
                        caf::timespan merging) {
  return spawn_keeper<queue_keeper>(system, std::move(start), std::move(frames),
                                    merging);
}

} // namespace suivant
