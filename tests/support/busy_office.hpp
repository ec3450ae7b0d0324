// Staff who press buttons at random, always the same ones for the same seed.

#pragma once

#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

namespace suivant::tests {

inline std::int64_t number_of(const json_value& from) {
  return from.to_number<std::int64_t>();
}

class busy_office {
public:
  busy_office(const house& in, std::string office, unsigned seed)
      : office_{std::move(office)}, sophie_{in.staff("sophie")}, chance_{seed} {
    const auto agents = {"amelie", "rachid", "adam"};
    auto counter = 0;
    for (const auto* agent : agents)
      must("sign_in",
           boost::json::object{{"counter", std::to_string(++counter)},
                               {"agent", agent}});
  }

  void knows(std::int64_t visit) {
    visits_.push_back(visit);
  }

  void press(int times) {
    for (; times > 0; --times)
      press_one();
  }

  /// At the server of now.
  void goes_on(const house& in) {
    auto page = in.visitor();
    page.cookie = sophie_.cookie;
    page.csrf = sophie_.csrf;
    sophie_ = std::move(page);
  }

  const std::string& cookie() const {
    return sophie_.cookie;
  }

private:
  std::size_t up_to(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>{0, count - 1}(chance_);
  }
  const char* one_of(std::initializer_list<const char*> all) {
    return *(all.begin() + up_to(all.size()));
  }
  json_value some_visit(boost::json::object more = {}) {
    // Often the one who was dealt with just now, else somebody who came
    // lately, as most others have gone.
    if (dealt_with_ != 0 && up_to(2) == 0)
      return about(dealt_with_, std::move(more));
    const auto recent = std::min<std::size_t>(visits_.size(), 12);
    return about(visits_[visits_.size() - 1 - up_to(recent)], std::move(more));
  }

  heard ask(const std::string& name, const json_value& fields) {
    auto done = sophie_.command(office_, name, fields);
    BOOST_TEST(done.status < 500, name << done.text);
    if (done.status == 200 && done.at("/visit").is_object())
      dealt_with_ = number_of(done.at("/visit/id"));
    return done;
  }
  void must(const char* name, const json_value& fields) {
    const auto done = ask(name, fields);
    BOOST_REQUIRE_MESSAGE(done.status == 200, done.text);
  }

  void take_ticket() {
    const auto made
        = ask("take_ticket",
              boost::json::object{
                  {"service", one_of({"papers", "weddings", "permits"})},
                  {"priority", one_of({"standard", "standard", "priority"})}});
    if (made.status == 200)
      knows(number_of(made.at("/visit/id")));
  }

  void press_one() {
    const auto counter
        = boost::json::object{{"counter", one_of({"1", "2", "3"})}};
    const auto service = boost::json::object{
        {"service", one_of({"papers", "weddings", "permits"})}};
    switch (up_to(16)) {
    case 0:
    case 1:
    case 2:
      return take_ticket();
    case 3:
    case 4:
      return void(ask("call_next", counter));
    case 5:
      return void(ask("call_visit", some_visit(counter)));
    case 6:
      return void(ask("start", some_visit()));
    case 7:
      return void(ask("finish", some_visit()));
    case 8:
      return void(ask("mark_absent", some_visit()));
    case 9:
      return void(ask("requeue", some_visit()));
    case 10:
      return void(ask("transfer", some_visit(service)));
    case 11:
      return void(ask("change_service", some_visit(service)));
    case 12:
      return void(ask("let_pass", some_visit({{"places", 1 + up_to(3)}})));
    case 13:
      return void(ask("undo", some_visit()));
    case 14:
      return void(
          ask("set_priority",
              some_visit({{"priority", one_of({"standard", "priority"})}})));
    default:
      return void(ask(one_of({"leave", "start", "undo"}), some_visit()));
    }
  }

  std::string office_;
  caller sophie_;
  std::mt19937 chance_;
  std::vector<std::int64_t> visits_;
  std::int64_t dealt_with_ = 0; // By the newest command that was granted.
};

} // namespace suivant::tests
