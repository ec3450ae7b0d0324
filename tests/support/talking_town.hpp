// A house that reaches people: with a real gateway for texts, a real mail
// server, and an office that tells people of their appointments.

#pragma once

#include "tests/support/kannel.hpp"
#include "tests/support/mail_server.hpp"
#include "tests/support/taking_appointments.hpp"

#include <algorithm>

namespace suivant::tests {

inline json_value setup_that_tells() {
  auto setup = setup_with_appointments();
  setup.as_object()["messages"] = json_of(R"({
    "on": true, "phone": "01 23 45 67 89", "address": "1 place de la Mairie",
    "reminders": [{"days": 1}],
    "survey": {"questions": [
      {"id": "wait", "label": {"fr": "L'attente ?"}, "kind": "scale"}]}})");
  return setup;
}

/// Parts of one text, put together.
inline std::vector<sms_part> texts_in(const std::vector<sms_part>& parts) {
  auto out = std::vector<sms_part>{};
  for (const auto& it : parts)
    if (it.of_several && !out.empty() && out.back().of_several
        && out.back().to == it.to) {
      out.back().text += it.text;
      out.back().of_several = false; // Nothing of ours has three.
    } else
      out.push_back(it);
  return out;
}

class talking_town {
public:
  /// `callback`: where the gateway says what became of texts; ours if empty.
  explicit talking_town(const std::string& callback = {})
      : here{monday_morning, [&](config::program_options& it) {
               auto& by = it.settings;
               by.net.port = port;
               by.public_address = "https://valmont.example";
               by.sms = network.settings();
               by.sms.callback = callback.empty() ? "http://127.0.0.1:"
                                                        + std::to_string(port)
                                                  : callback;
               by.mail = post.settings();
               by.post.sms.first_pause = milliseconds{1};
               by.post.sms.longest_pause = milliseconds{1};
             }} {
    const auto made = adam.put(path("/setup"), setup_that_tells());
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  }

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  /// Held and booked; with the link of the appointment.
  caller booked(instant start, const json_value& person) {
    auto by = here.visitor();
    const auto held = by.post(
        path("/holds"),
        object{{"service", "papers"}, {"start", ms(start)}, {"language", "fr"}},
        new_key());
    BOOST_REQUIRE_MESSAGE(held.status == 201, held.text);
    by.link = held.at("/token").as_string();
    visit = held.at("/visit").to_number<std::int64_t>();
    const auto sure = by.post("/api/v1/visit/confirm",
                              object{{"person", person}}, new_key());
    BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
    return by;
  }

  /// In one piece, once there are so many.
  std::string text_no(std::size_t count) {
    for (;;) {
      const auto parts = network.received_so_far();
      const auto all = texts_in(parts);
      if (all.size() >= count && !all[count - 1].of_several)
        return all[count - 1].text;
      network.received(parts.size() + 1);
    }
  }

  /// "booked/sms delivered, …": as staff see it, the oldest first.
  std::string messages() {
    // Clocks go on by days: whoever signed in yesterday has to again.
    const auto told = here.staff("adam").get(
        path("/visits/" + std::to_string(visit) + "/messages"));
    BOOST_REQUIRE_MESSAGE(told.status == 200, told.text);
    auto out = std::string{};
    const auto all = told.at("/messages");
    for (const auto& it : all.as_array()) {
      const auto word = [&](const char* name) {
        return std::string{it.at(name).as_string()};
      };
      auto one = word("about") + '/' + word("by") + ' ' + word("state");
      if (const auto why = word("why"); !why.empty())
        one += " (" + why + ')';
      out = out.empty() ? one : one + ", " + out;
    }
    return out;
  }

  /// Waits until staff see it so.
  void expect_messages(const std::string& wanted) {
    auto seen = std::string{};
    // Signing in each time takes long enough.
    for (auto tries = 0; tries < 200 && seen != wanted; ++tries)
      seen = messages();
    BOOST_TEST(seen == wanted);
  }

  const std::uint16_t port = free_port();
  kannel network;
  mail_server post;
  house here;
  caller adam = here.staff("adam");
  std::string office = "talking";
  std::int64_t visit = 0; // The newest.
};

} // namespace suivant::tests
