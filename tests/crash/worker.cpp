// What visitors and agents do next.

#include "tests/crash/worker.hpp"

#include <stdexcept>

namespace suivant::tests {
namespace {

using boost::json::object;

const auto office = std::string{"/api/v1/offices/mairie"};

std::int64_t number_in(const object& it, std::string_view name) {
  const auto* found = it.if_contains(name);
  return found != nullptr && found->is_int64() ? found->get_int64() : 0;
}

class visitors final : public worker {
public:
  using worker::worker;

  void learn(const deed& done) override {
    if (done.is_ticket() && done.status == 201)
      links_.emplace_back(done.answer.at("token").as_string());
  }

private:
  deed next() override {
    if (links_.empty() || roll(10) < 6)
      return ticket();
    const auto which = roll(static_cast<std::uint32_t>(links_.size()));
    const auto link = links_[which];
    if (roll(3) == 0)
      return by_link(link, "let-pass", {{"places", 1}});
    links_.erase(links_.begin() + which);
    return by_link(link, "leave", {});
  }

  deed ticket() {
    static const auto services = std::vector<std::string>{
        "identite", "etat-civil", "urbanisme", "accueil"};
    return {.path = office + "/tickets",
            .headers = {},
            .body = {{"service", services[roll(4)]}, {"persons", 1}},
            .key = new_key()};
  }

  deed by_link(const std::string& link, const std::string& what, object body) {
    return {.path = "/api/v1/visit/" + what,
            .headers = "Authorization: Visit " + link + "\r\n",
            .body = std::move(body),
            .key = new_key()};
  }

  std::vector<std::string> links_;
};

class agent final : public worker {
public:
  agent(const std::string& counter, std::string signed_in, std::uint32_t seed)
      : worker{"agent-" + counter, seed}, counter_{counter},
        signed_in_{std::move(signed_in)} {}

  void learn(const deed& done) override {
    const auto* visit = done.answer.if_contains("visit");
    const auto called = done.path.ends_with("call_next") && done.status == 200;
    if (called && visit != nullptr && visit->is_object()) {
      visit_ = number_in(visit->get_object(), "id");
      is_serving_ = false;
    } else if (done.path.ends_with("start") && done.status == 200) {
      is_serving_ = true;
    } else {
      visit_ = 0;
    }
    is_seated_ = true;
  }

private:
  deed next() override {
    if (!is_seated_)
      return command("sign_in",
                     {{"counter", counter_}, {"agent", "agent-" + counter_}});
    const auto visit = object{{"visit", object{{"id", visit_}}}};
    if (visit_ == 0)
      return command("call_next", {{"counter", counter_}});
    return command(is_serving_ ? "finish" : "start", visit);
  }

  deed command(const std::string& what, object body) {
    return {.path = office + "/commands/" + what,
            .headers = signed_in_,
            .body = std::move(body),
            .key = new_key()};
  }

  std::string counter_;
  std::string signed_in_;
  std::int64_t visit_ = 0;
  bool is_serving_ = false;
  bool is_seated_ = false;
};

} // namespace

bool deed::is_ticket() const {
  return path.ends_with("/tickets");
}

bool deed::is_promised() const {
  return status == 201 || (status == 200 && number_in(answer, "fact") != 0);
}

bool ask(wire& server, deed& what) {
  server.send(post(what.path, boost::json::serialize(what.body),
                   "Content-Type: application/json\r\nIdempotency-Key: "
                       + what.key + "\r\n" + what.headers));
  const auto said = server.read_answer();
  const auto cut_off = said.body.empty() && said.status != 204;
  if (said.status == 0 || cut_off)
    return false;
  auto answer = boost::json::value(object{});
  if (!said.body.empty())
    answer = boost::json::parse(said.body);
  what.status = said.status;
  what.answer = answer.as_object();
  return true;
}

std::string worker::new_key() {
  return name_ + "-key-" + std::to_string(++keys_);
}

void worker::work(std::uint16_t port) try {
  auto server = wire{port};
  for (;;) {
    done_.push_back(next());
    if (!ask(server, done_.back()))
      return;
    learn(done_.back());
  }
} catch (const std::exception& why) {
  // No trouble if the server was gone before anything could be asked.
  if (!done_.empty())
    trouble_ = why.what();
}

std::unique_ptr<worker> make_visitors(const std::string& name,
                                      std::uint32_t seed) {
  return std::make_unique<visitors>(name, seed);
}

std::unique_ptr<worker> make_agent(const std::string& counter,
                                   const std::string& signed_in,
                                   std::uint32_t seed) {
  return std::make_unique<agent>(counter, signed_in, seed);
}

} // namespace suivant::tests
