#include "net/gateway/hook_port.hpp"

namespace suivant::gateway {
namespace {

class port final : public hooks::web_port {
public:
  explicit port(std::shared_ptr<net::web_client> client)
      : client_{std::move(client)} {}

  void post(hooks::outgoing what,
            std::function<void(const hooks::answer&)> then) override {
    client_->post(
        {std::move(what.url), std::move(what.headers), std::move(what.body)},
        [then = std::move(then)](const net::web_answer& it) {
          then({it.status, it.error, it.retry_after});
        });
  }

private:
  std::shared_ptr<net::web_client> client_;
};

} // namespace

std::shared_ptr<hooks::web_port>
hooks_over(std::shared_ptr<net::web_client> client) {
  return std::make_shared<port>(std::move(client));
}

} // namespace suivant::gateway
