#include "actors/post/post_door.hpp"

#include "actors/messages.hpp"

#include <mutex>

namespace suivant {

struct post_door::inside {
  std::mutex guard; // Offices may still write while we close.
  post_actor post;

  template <class Message>
  void say(Message it) {
    const auto lock = std::lock_guard{guard};
    if (post)
      tell_from_outside(post, std::move(it));
  }
};

post_door::post_door(caf::actor_system& system,
                     std::shared_ptr<const post::context> context)
    : inside_{std::make_unique<inside>()} {
  inside_->post = spawn_post(system, std::move(context));
}

post_door::~post_door() {
  close();
}

void post_door::changed(messages_changed news) {
  inside_->say(std::move(news));
}

void post_door::look() {
  inside_->say(look_at_post{});
}

void post_door::close() {
  const auto lock = std::lock_guard{inside_->guard};
  if (!inside_->post)
    return;
  stop(inside_->post);
  inside_->post = post_actor{};
}

} // namespace suivant
