// Stands in for the network: writes down every frame and to whom it goes.
// Follows topics like a real hub, so that a test can ask what a page saw.

#pragma once

#include "actors/common/frame_port.hpp"
#include "actors/common/json_codec.hpp"

#include <set>
#include <stdexcept>

namespace suivant::tests {

class paper_frames final : public frame_port {
public:
  struct said {
    std::string topic; // Empty: a personal word.
    std::uint64_t number = 0;
    json::object what;
  };

  /// All frames of each topic, whoever listened.
  std::map<std::string, std::vector<said>> published;
  /// What each screen was sent, in order.
  std::map<screen_id, std::vector<json::object>> seen;
  /// Who listens to what, and from which frame on.
  std::map<std::pair<screen_id, std::string>, std::uint64_t> follows;
  std::set<screen_id> ended;
  /// Who speaks on this topic, or to this screen, falls.
  std::string cursed_topic;
  screen_id cursed_screen = 0;

  void publish(const std::string& topic, std::uint64_t number,
               shared_text frame) override {
    if (topic == cursed_topic)
      throw std::runtime_error{"a curse lies on " + topic};
    const auto what = object_in(frame);
    published[topic].push_back({topic, number, what});
    for (auto& [who, at] : follows)
      if (who.second == topic && number > at) {
        at = number;
        seen[who.first].push_back(what);
      }
  }

  void welcome(screen_id screen, const std::string& topic, std::uint64_t at,
               shared_text snapshot) override {
    fall_if_cursed(screen);
    seen[screen].push_back(object_in(snapshot));
    follows[{screen, topic}] = at;
  }

  void unfollow(screen_id screen, const std::string& topic) override {
    follows.erase({screen, topic});
  }

  void send(screen_id screen, shared_text frame) override {
    fall_if_cursed(screen);
    seen[screen].push_back(object_in(frame));
  }

  void end(screen_id screen) override {
    ended.insert(screen);
    std::erase_if(follows,
                  [&](const auto& it) { return it.first.first == screen; });
  }

  // -- asking -----------------------------------------------------------------

  std::size_t count(const std::string& topic) const {
    const auto found = published.find(topic);
    return found == published.end() ? 0 : found->second.size();
  }

  bool does_follow(screen_id screen, const std::string& topic) const {
    return follows.contains({screen, topic});
  }

private:
  void fall_if_cursed(screen_id screen) const {
    if (screen == cursed_screen)
      throw std::runtime_error{"a curse lies on this screen"};
  }

  static json::object object_in(const shared_text& text) {
    return json::parse(*text).as_object();
  }
};

} // namespace suivant::tests
