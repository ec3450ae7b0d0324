// What machines ask: is it well, how busy is it, what can be asked; and in
// tests, what time it is.

#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"
#include "net/metrics.hpp"

namespace suivant::gateway {
namespace {

struct clock_change {
  std::optional<instant> now;
  std::optional<std::int64_t> advance; // Milliseconds.
};
BOOST_DESCRIBE_STRUCT(clock_change, (), (now, advance))

void answer_document(const exchange& it, std::string_view name) {
  it.answer(net::json_response(200, std::string{document(name)}));
}

void answer_clock(const exchange& it) {
  it.answer(200, json::object{{"now", json::write(it.with.clock())}});
}

} // namespace

void handle::healthy(talk it) {
  it->answer(200, json::object{{"status", "ok"}});
}

// Ready means that a command could be stored now.
void handle::ready(talk it) {
  const auto stored = it->with.log->commit({});
  if (stored)
    it->answer(200, json::object{{"status", "ready"}});
  else
    it->refuse(stored.why().kind);
}

void handle::metrics(talk it) {
  auto text = it->with.counts->text();
  it->answer({200,
              "text/plain; version=0.0.4",
              std::make_shared<const std::string>(std::move(text)),
              {}});
}

void handle::openapi(talk it) {
  answer_document(*it, "openapi.json");
}

void handle::asyncapi(talk it) {
  answer_document(*it, "asyncapi.json");
}

void handle::clock(talk it) {
  if (it->with.clock_of_tests == nullptr)
    return it->refuse(404, "unknown");
  answer_clock(*it);
}

void handle::set_clock(talk it) {
  const auto& clock = it->with.clock_of_tests;
  if (clock == nullptr)
    return it->refuse(404, "unknown");
  auto wish = clock_change{};
  json::read(it->body(), wish, json::unknown::refuse);
  if (wish.now)
    clock->set(*wish.now);
  if (wish.advance)
    clock->set(clock->now() + milliseconds{*wish.advance});
  it->with.hooks->look();
  it->with.offices->tick([it] {
    it->with.post->look();
    answer_clock(*it);
  });
}

} // namespace suivant::gateway
