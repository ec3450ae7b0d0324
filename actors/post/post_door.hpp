// The way from offices to the post. Callable from any thread.

#pragma once

#include "actors/post/post_actor.hpp"

namespace suivant {

class post_door {
public:
  post_door(caf::actor_system& system,
            std::shared_ptr<const post::context> context);
  ~post_door();

  void changed(messages_changed news);
  void look();

  /// What is under way stays so in the offices.
  void close();

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant
