// Wrong passwords: who has to wait after them, who need not, and that nothing
// in it tells which names there are.

#include "tests/support/access_office.hpp"

using namespace suivant;
using namespace suivant::access;
using namespace suivant::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct guarded_office : access_office {
  refused no_from(const std::string& network, const std::string& name,
                  const std::string& password = "x",
                  const std::string& browser = {}) {
    const auto told
        = registry->answer(sign_in{name, password, "peer", network, browser});
    const auto* no = std::get_if<refused>(&told);
    BOOST_REQUIRE_MESSAGE(no != nullptr, "was let in");
    return *no;
  }

  signed_in enter_from(const std::string& network, const std::string& name,
                       const std::string& browser = {}) {
    return ask(sign_in{name, good_password, "peer", network, browser});
  }

  /// Four wrong passwords from each of so many networks, which locks none.
  void guess_from_everywhere(const std::string& name, int networks) {
    for (auto i = 0; i < networks; ++i)
      for (auto times = 0; times < 4; ++times)
        BOOST_TEST((no_from("net " + std::to_string(i), name).why
                    == refusal::wrong_password));
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(access_locks, guarded_office)

BOOST_AUTO_TEST_CASE(five_wrong_passwords_lock_even_the_right_one_out) {
  for (const auto* name : {"ada", "nobody"}) {
    for (auto i = 0; i < 5; ++i)
      BOOST_TEST((no_from("a", name).why == refusal::wrong_password));
    BOOST_TEST((no_from("a", name, good_password)
                == refused{refusal::locked_out, now + minutes{1}}));
  }
  now += minutes{1};
  enter_from("a", "ada");
}

BOOST_AUTO_TEST_CASE(who_comes_from_elsewhere_does_not_wait_for_it) {
  for (auto i = 0; i < 5; ++i)
    no_from("a", "ada");
  enter_from("b", "ada");
  BOOST_TEST((no_from("a", "ada").why == refusal::locked_out));
  BOOST_TEST((no_from("a", "chief").why == refusal::wrong_password));
}

BOOST_AUTO_TEST_CASE(a_hundred_from_everywhere_lock_the_name_for_strangers) {
  for (const auto* name : {"ada", "nobody"}) {
    guess_from_everywhere(name, 25);
    BOOST_TEST((no_from("elsewhere", name, good_password)
                == refused{refusal::locked_out, now + minutes{1}}));
  }
  const auto all = ask(list_accounts{console()});
  const auto ada = std::ranges::find(all, "ada", &account_view::name);
  BOOST_TEST((ada->locked_until == now + minutes{1}));
  now += minutes{1};
  enter_from("elsewhere", "ada");
  // That one got in does not give the others a hundred more.
  BOOST_TEST((no_from("net 1", "ada").why == refusal::wrong_password));
  BOOST_TEST(
      (no_from("elsewhere", "ada", good_password).until == now + minutes{2}));
}

BOOST_AUTO_TEST_CASE(a_browser_that_was_let_in_before_comes_in_all_the_same) {
  const auto browser = enter_from("desk", "ada").browser;
  BOOST_TEST(browser.size() == 64);
  guess_from_everywhere("ada", 25);
  for (auto i = 0; i < 5; ++i)
    no_from("desk", "chief");
  BOOST_TEST(enter_from("desk", "ada", browser).browser == browser);
  restart();
  guess_from_everywhere("ada", 25);
  BOOST_TEST(enter_from("desk", "ada", browser).browser == browser);
}

BOOST_AUTO_TEST_CASE(a_known_browser_may_not_guess_either) {
  const auto browser = enter_from("desk", "ada").browser;
  for (auto i = 0; i < 5; ++i)
    BOOST_TEST((no_from(std::to_string(i), "ada", "x", browser).why
                == refusal::wrong_password));
  BOOST_TEST((no_from("f", "ada", good_password, browser)
              == refused{refusal::locked_out, now + minutes{1}}));
  enter_from("f", "ada"); // Others do not wait for it.
}

BOOST_AUTO_TEST_CASE(a_browser_is_known_to_those_alone_who_signed_in_on_it) {
  const auto browser = enter_from("desk", "ada").browser;
  guess_from_everywhere("chief", 25);
  BOOST_TEST((no_from("desk", "chief", good_password, browser).why
              == refusal::locked_out));
  now += minutes{1};
  // At a shared counter both go on under one cookie.
  BOOST_TEST(enter_from("desk", "chief", browser).browser == browser);
  BOOST_TEST(enter_from("desk", "ada", browser).browser == browser);
  for (const auto* made_up : {"", "x", "0123456789abcdef"})
    BOOST_TEST(enter_from("desk", "ada", made_up).browser != made_up);
}

BOOST_AUTO_TEST_CASE(a_browser_is_forgotten_with_the_password_and_in_time) {
  auto browser = enter_from("desk", "ada").browser;
  ask(reset_password{console(), "ada", good_password});
  BOOST_TEST(enter_from("desk", "ada", browser).browser != browser);
  browser = enter_from("desk", "ada").browser;
  ask(change_password{"ada", good_password, other_password, ""});
  ask(reset_password{console(), "ada", good_password});
  BOOST_TEST(enter_from("desk", "ada", browser).browser != browser);
  browser = enter_from("desk", "ada").browser;
  now += hours{365 * 24};
  enter_from("desk", "ada");
  BOOST_TEST(enter_from("desk", "ada", browser).browser != browser);
}

BOOST_AUTO_TEST_CASE(an_account_remembers_its_twenty_latest_browsers) {
  const auto first = enter_from("desk", "ada").browser;
  const auto second = enter_from("desk", "ada").browser;
  for (auto i = 0; i < 18; ++i)
    enter_from("desk", "ada");
  enter_from("desk", "ada", first);
  enter_from("desk", "ada");
  BOOST_TEST(enter_from("desk", "ada", first).browser == first);
  BOOST_TEST(enter_from("desk", "ada", second).browser != second);
}

BOOST_AUTO_TEST_CASE(what_the_browser_is_known_by_is_nowhere_on_disk) {
  const auto it = enter_from("desk", "ada");
  const auto stored
      = storage_folder::must(log->get(storage::tables::accounts, "ada"));
  BOOST_TEST(stored.find(it.browser) == std::string::npos);
  BOOST_TEST(stored.find(crypto::hash_of_token(it.browser))
             != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_locked_name_costs_no_slow_hash) {
  for (auto i = 0; i < 5; ++i)
    no_from("a", "ada");
  const auto before = registry->passwords_checked();
  no_from("a", "ada");
  BOOST_TEST(registry->passwords_checked() == before);
}

BOOST_AUTO_TEST_CASE(the_right_password_forgives_the_wrong_ones) {
  for (auto times = 0; times < 2; ++times) {
    for (auto i = 0; i < 4; ++i)
      no_from("a", "ada");
    enter_from("a", "ada");
  }
}

BOOST_AUTO_TEST_CASE(a_new_password_lifts_the_lock) {
  guess_from_everywhere("ada", 25);
  ask(reset_password{console(), "ada", other_password});
  ask(sign_in{"ada", other_password, "peer", "net 1", ""});
}

// A lock on a name that is flushed away, by trying others, is so for all.
BOOST_AUTO_TEST_CASE(when_too_many_names_are_tried_the_oldest_are_forgotten) {
  limits.locks.kept = 50;
  restart();
  for (const auto* name : {"ada", "nobody"}) {
    for (auto i = 0; i < 5; ++i)
      no_from("a", name);
    for (auto i = 0; i < 30; ++i) {
      now += milliseconds{1};
      no_from("a", "stranger " + std::to_string(i));
    }
    BOOST_TEST((no_from("a", name).why == refusal::wrong_password));
  }
}

BOOST_AUTO_TEST_CASE(every_wrong_password_is_in_the_audit_with_its_lock) {
  for (auto i = 0; i < 5; ++i)
    no_from("a", "ada");
  const auto last = audit().back();
  BOOST_TEST((last.type == audited::session_refused));
  BOOST_TEST(last.account == "ada");
  BOOST_TEST((last.until == now + minutes{1}));
  const auto records = audit().size();
  no_from("b", "nobody");
  BOOST_TEST(audit().size() == records + 1);
  BOOST_TEST(audit().back().account == "");
}

BOOST_AUTO_TEST_SUITE_END()
