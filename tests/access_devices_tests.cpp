// Screens that are paired with an office, and parted from it.

#include "tests/support/access_office.hpp"

using namespace suivant;
using namespace suivant::access;
using namespace suivant::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct paired_hall : access_office {
  pairing_begun begun = ask(begin_pairing{"peer"});

  confirm_pairing confirmation(const std::string& code) {
    return {as(role::supervisor), town_hall, code, role::board, "hall 1"};
  }

  signed_in pair() {
    ask(confirmation(begun.code));
    return *ask(claim_pairing{begun.secret});
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(access_devices, paired_hall)

BOOST_AUTO_TEST_CASE(a_screen_waits_until_staff_type_its_code) {
  BOOST_TEST(!ask(claim_pairing{begun.secret}));
  ask(confirmation(begun.code));
  const auto it = ask(claim_pairing{begun.secret});
  BOOST_REQUIRE(it);
  BOOST_TEST(it->who->device);
  BOOST_TEST(it->who->name == "hall 1");
  BOOST_TEST(may(*who_is(*it), town_hall, right::see_board));
  BOOST_TEST(!may(*who_is(*it), annex, right::see_board));
  BOOST_TEST(!may(*who_is(*it), town_hall, right::see_desk));
}

BOOST_AUTO_TEST_CASE(a_code_may_be_typed_as_people_type) {
  auto typed = begun.code;
  for (auto& letter : typed)
    if (letter >= 'A')
      letter = static_cast<char>(letter - 'A' + 'a');
  ask(confirmation(' ' + typed.substr(0, 3) + '-' + typed.substr(3)));
}

BOOST_AUTO_TEST_CASE(a_screen_that_missed_the_answer_hears_it_again) {
  const auto it = pair();
  BOOST_TEST(ask(claim_pairing{begun.secret})->cookie == it.cookie);
  BOOST_TEST(ask(list_devices{as(role::supervisor), town_hall}).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_code_is_good_for_ten_minutes) {
  now += minutes{10};
  BOOST_TEST((no_to(confirmation(begun.code)) == refusal::pairing_unknown));
  BOOST_TEST((no_to(claim_pairing{begun.secret}) == refusal::pairing_unknown));
}

BOOST_AUTO_TEST_CASE(a_code_is_good_for_one_screen) {
  pair();
  auto other = confirmation(begun.code);
  ask(other); // The same again changes nothing.
  other.name = "hall 2";
  BOOST_TEST((no_to(other) == refusal::pairing_unknown));
}

BOOST_AUTO_TEST_CASE(the_code_alone_claims_nothing) {
  ask(confirmation(begun.code));
  BOOST_TEST((no_to(claim_pairing{begun.code}) == refusal::pairing_unknown));
}

BOOST_AUTO_TEST_CASE(codes_cannot_be_tried_one_after_another) {
  for (auto i = 0; i < 5; ++i)
    BOOST_TEST((no_to(confirmation("AAAAAA")) == refusal::pairing_unknown));
  BOOST_TEST((no_to(confirmation(begun.code)) == refusal::locked_out));
  now += minutes{1};
  ask(confirmation(begun.code));
}

BOOST_AUTO_TEST_CASE(pairing_takes_the_right_and_a_sensible_screen) {
  auto asked = confirmation(begun.code);
  asked.by = as(role::agent);
  BOOST_TEST((no_to(asked) == refusal::right_is_missing));
  asked.by = as(role::supervisor, annex);
  BOOST_TEST((no_to(asked) == refusal::right_is_missing));
  asked = confirmation(begun.code);
  asked.kind = role::administrator;
  BOOST_TEST((no_to(asked) == refusal::device_is_invalid));
  asked = confirmation(begun.code);
  asked.name = "";
  BOOST_TEST((no_to(asked) == refusal::device_is_invalid));
}

BOOST_AUTO_TEST_CASE(one_address_cannot_begin_all_pairings) {
  for (auto i = std::size_t{1}; i < limits.pairings.per_peer; ++i)
    ask(begin_pairing{"peer"});
  BOOST_TEST((no_to(begin_pairing{"peer"}) == refusal::too_many_pairings));
  ask(begin_pairing{"neighbour"});
  now += minutes{10};
  ask(begin_pairing{"peer"});
}

BOOST_AUTO_TEST_CASE(a_screen_stays_over_restarts_and_quiet_months) {
  const auto it = pair();
  restart();
  now += hours{24 * 300};
  BOOST_TEST(who_is(it) != nullptr);
  now += hours{24 * 65};
  BOOST_TEST(!who_is(it));
}

BOOST_AUTO_TEST_CASE(a_stolen_screen_is_shut_out) {
  const auto it = pair();
  const auto asked = remove_device{as(role::supervisor), it.who->session};
  const auto by_others
      = remove_device{as(role::supervisor, annex), it.who->session};
  BOOST_TEST((no_to(by_others) == refusal::right_is_missing));
  ask(asked);
  BOOST_TEST(!who_is(it));
  BOOST_TEST((no_to(asked) == refusal::device_unknown));
  BOOST_TEST(ask(list_devices{as(role::supervisor), town_hall}).empty());
}

BOOST_AUTO_TEST_CASE(a_person_is_not_removed_as_a_screen) {
  const auto ada = enter("ada");
  BOOST_TEST((no_to(remove_device{console(), ada.who->session})
              == refusal::device_unknown));
}

BOOST_AUTO_TEST_CASE(it_is_noted_who_let_a_screen_in) {
  pair();
  const auto records = audit();
  const auto& paired = records[records.size() - 2];
  BOOST_TEST((paired.type == audited::device_paired));
  BOOST_TEST(paired.by == "someone");
  BOOST_TEST(paired.device == "hall 1");
  BOOST_TEST(paired.kind == "board");
  BOOST_TEST((records.back().type == audited::session_opened));
}

BOOST_AUTO_TEST_SUITE_END()
