#include "net/gateway/hub_frames.hpp"

namespace suivant::gateway {
namespace {

constexpr auto service_restarts = std::uint16_t{1012};

class hub_frames final : public frame_port {
public:
  explicit hub_frames(net::live_hub& hub) : hub_{hub} {}

  void publish(const std::string& topic, std::uint64_t number,
               shared_text frame) override {
    hub_.publish(topic, number, std::move(frame));
  }

  void welcome(screen_id screen, const std::string& topic, std::uint64_t at,
               shared_text snapshot) override {
    hub_.welcome(screen, topic, at, std::move(snapshot));
  }

  void unfollow(screen_id screen, const std::string& topic) override {
    hub_.leave(screen, topic);
  }

  void send(screen_id screen, shared_text frame) override {
    hub_.send(screen, std::move(frame));
  }

  void end(screen_id screen) override {
    hub_.close(screen, service_restarts, "please come back");
  }

private:
  net::live_hub& hub_;
};

} // namespace

std::shared_ptr<frame_port> frames_over(net::live_hub& hub) {
  return std::make_shared<hub_frames>(hub);
}

} // namespace suivant::gateway
