// An office whose events are heard by a program that the test can spoil.

#pragma once

#include "actors/hooks/hook_json.hpp"
#include "tests/support/receiver.hpp"
#include "tests/support/taking_appointments.hpp"

namespace suivant::tests {

using texts = std::vector<std::string>;

/// Reaches this machine, which no hook may otherwise.
inline void near(config::program_options& with) {
  with.settings.web.allowed = {"127.0.0.0/8", "::1"};
  with.settings.hooks.waking = std::chrono::milliseconds{20};
}

struct hooks_of_an_office : taking_appointments {
  explicit hooks_of_an_office(std::function<void(config::program_options&)> with
                              = near)
      : taking_appointments{std::move(with)} {}

  receiver ears;
  std::string hooks = path("/hooks");

  heard make(const std::string& url, const boost::json::object& more = {}) {
    auto wish = boost::json::object{{"name", "wish"}, {"url", url}};
    for (const auto& [name, value] : more)
      wish[name] = value;
    return adam.post(hooks, wish, new_key());
  }

  std::string made(const std::string& url,
                   const boost::json::object& more = {}) {
    const auto it = make(url, more);
    BOOST_REQUIRE_MESSAGE(it.status == 201, it.text);
    return std::string{it.at("/secret").as_string()};
  }

  /// Waits until the hook is as wanted; fails the test if it does not come.
  json_value state(const std::function<bool(const json_value&)>& wanted) {
    const auto deadline = std::chrono::steady_clock::now() + 2 * patience;
    auto last = json_value{};
    while (std::chrono::steady_clock::now() < deadline) {
      last = adam.get(hooks).at("/0");
      if (wanted(last))
        return last;
    }
    BOOST_FAIL("the hook stays " << last);
    return last;
  }

  json_value with_error(const std::string& error) {
    return state([&](const json_value& it) {
      return it.as_object().contains("last_error")
             && it.at("last_error") == json_value(error);
    });
  }

  void tend(const std::string& action, const boost::json::object& how = {}) {
    BOOST_TEST(adam.post(hooks + "/wish/" + action, how).status == 204);
  }
};

} // namespace suivant::tests
