// Echoes requests and notes live events.

#include "tests/support/listening.hpp"

#include <stdexcept>

namespace suivant::tests {

namespace {

net::server_settings on_any_port(net::server_settings settings) {
  settings.port = 0;
  return settings;
}

net::response echo(const net::request& asked) {
  return net::json_response(200, asked.method + ' ' + asked.path + '?'
                                     + asked.query + ' ' + asked.body + ' '
                                     + asked.peer);
}

} // namespace

listening::listening(net::server_settings settings, net::services handlers)
    : it{on_any_port(std::move(settings))} {
  if (!handlers.answer)
    handlers.answer = [this](const net::request& asked, auto answer) {
      if (asked.path == "/held")
        held.note(std::move(answer));
      else if (asked.path == "/thrown")
        throw std::runtime_error{"thrown"};
      else if (asked.path != "/forgotten")
        answer(echo(asked));
    };
  handlers.live = {
      .on_hello
      = [](const net::request& asked) -> std::optional<net::response> {
        if (asked.parameter("refuse").empty())
          return std::nullopt;
        return net::json_response(401, "not you");
      },
      .on_open = [this](connection who, const auto&) { opened.note(who); },
      .on_text =
          [this](connection who, std::string_view text) {
            const said heard{who, std::string{text}};
            on_words(heard);
            words.note(heard);
          },
      .on_close = [this](connection who) { closed.note(who); },
      .on_gap = [this](connection who,
                       const std::string& topic) { gaps.note({who, topic}); },
  };
  it.start(std::move(handlers));
}

listening::~listening() {
  it.stop();
}

} // namespace suivant::tests
