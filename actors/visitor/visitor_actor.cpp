#include "actors/visitor/visitor_actor.hpp"

#include "actors/messages.hpp"
#include "actors/queue/queue_json.hpp"
#include "actors/visitor/visitor_json.hpp"

#include <caf/actor_system.hpp>
#include <caf/sec.hpp>

#include <algorithm>

namespace suivant {
namespace {

constexpr auto queue_limit = std::chrono::seconds{5};

class visitor_keeper {
public:
  using address = visitor_actor;
  static inline const char* name = "visitor";

  explicit visitor_keeper(visitor_actor::pointer self) : self_{self} {}

  // A successor would not know them: without this they would wait for ever.
  ~visitor_keeper() {
    for (const auto screen : screens_)
      context_->frames->end(screen);
  }

  visitor_actor::behavior_type
  start(std::shared_ptr<const visitor_context> context, visit_changed first) {
    context_ = std::move(context);
    now_ = std::move(first);
    return {
        [this](visit_changed& it) { change(std::move(it)); },
        [this](const screen_came& it) { welcome(it.screen); },
        [this](const screen_went& it) { std::erase(screens_, it.screen); },
        [this](const visit_view_asked&) { return view(); },
    };
  }

private:
  void change(visit_changed it) {
    if (it.visit->now.queue != now_.visit->now.queue)
      for (const auto screen : screens_)
        context_->frames->unfollow(screen, topic());
    now_ = std::move(it);
    if (!screens_.empty())
      when_placed([this, version = now_.visit->version](const auto& seen) {
        // Meanwhile the visit went on, and that is told by itself.
        if (version != now_.visit->version)
          return;
        const auto text = shared(visitor::frame(seen));
        for (const auto screen : screens_)
          show(screen, text, seen);
      });
  }

  void welcome(screen_id screen) {
    if (std::ranges::find(screens_, screen) == screens_.end())
      screens_.push_back(screen);
    when_placed([this, screen](const visitor::view& seen) {
      show(screen, shared(visitor::frame(seen)), seen);
    });
  }

  caf::result<std::string> view() {
    auto promise = self_->make_response_promise<std::string>();
    when_placed([promise](const visitor::view& seen) mutable {
      promise.deliver(visitor::snapshot(seen));
    });
    return promise;
  }

  // While waiting, this word is also where the line's frames go on from.
  void show(screen_id screen, const shared_text& text,
            const visitor::view& seen) {
    if (seen.visit.now.phase == office::phase::waiting)
      return context_->frames->welcome(screen, topic(), seen.place.frame, text);
    context_->frames->send(screen, text);
    context_->frames->unfollow(screen, topic());
  }

  /// Asks the line where we stand, if we stand in one, before saying so.
  template <class Then>
  void when_placed(Then then) {
    if (now_.visit->now.phase != office::phase::waiting || !now_.queue)
      return then(seen_at({}));
    ask(
        self_, now_.queue, queue_limit, place_asked{now_.visit->id},
        [this, then, asked = now_.queue](const place_told& it) mutable {
          // Moved on meanwhile: a place in the old line says nothing.
          if (now_.queue != asked)
            return when_placed(then);
          then(seen_at(it));
        },
        // A line that has fallen is started anew and will tell us then; one
        // that is only slow must be asked again, or nobody is told anything.
        [this, then](const caf::error& why) mutable {
          if (why == caf::sec::request_timeout)
            when_placed(then);
        });
  }

  visitor::view seen_at(const place_told& place) {
    return {context_->office, *now_.setup,      *now_.visit, now_.moved, place,
            ++frame_,         context_->clock()};
  }

  std::string topic() const {
    return queue::topic_of(context_->office, now_.visit->now.queue);
  }

  static shared_text shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
  }

  visitor_actor::pointer self_;
  std::shared_ptr<const visitor_context> context_;
  visit_changed now_;
  std::vector<screen_id> screens_;
  std::uint64_t frame_ = 0;
};

} // namespace

visitor_actor spawn_visitor(caf::actor_system& system,
                            std::shared_ptr<const visitor_context> context,
                            visit_changed first) {
  return spawn_keeper<visitor_keeper>(system, std::move(context),
                                      std::move(first));
}

} // namespace suivant
