// Who makes and changes accounts, and what that does to those signed in.

#include "tests/support/access_office.hpp"

using namespace suivant;
using namespace suivant::access;
using namespace suivant::tests;

BOOST_FIXTURE_TEST_SUITE(access_accounts, access_office)

BOOST_AUTO_TEST_CASE(an_account_is_made_once_and_made_well) {
  auto asked = create_account{.by = console(),
                              .name = "ADA",
                              .password = other_password,
                              .roles = {{town_hall, role::agent}}};
  BOOST_TEST((no_to(asked) == refusal::account_exists));
  asked.name = "ada@hall.fr";
  BOOST_TEST((no_to(asked) == refusal::account_name_is_invalid));
  asked.name = "grace";
  asked.password = "short";
  BOOST_TEST((no_to(asked) == refusal::password_too_short));
  asked.password = good_password;
  asked.roles = {{town_hall, role::board}};
  BOOST_TEST((no_to(asked) == refusal::roles_are_invalid));
  asked.roles = {{town_hall, role::reception}};
  ask(asked);
  BOOST_TEST((audit().back().type == audited::account_created));
  BOOST_TEST(audit().back().roles.at("hall") == "reception");
}

BOOST_AUTO_TEST_CASE(a_password_has_nothing_to_do_with_who_one_is_or_where) {
  storage_folder::must(log->commit(
      {}, {{storage::tables::meta, "office/" + town_hall.text,
            R"({"fr":"Mairie de Valmont","en":"Valmont town hall"})"},
           {storage::tables::meta, "office/" + annex.text,
            R"({"fr":"Piscine du Lac"})"}}));
  auto asked = create_account{.by = console(),
                              .name = "grace.hopper",
                              .roles = {{town_hall, role::agent}}};
  for (const auto* named : {"le chat de Grace Hopper", "valmont sous la pluie",
                            "onze halls vides"}) {
    asked.password = named;
    BOOST_TEST((no_to(asked) == refusal::password_has_a_name), named);
  }
  asked.password = "une piscine sans eau"; // Elsewhere; and "de" is no name.
  ask(asked);
  asked.name = "agnes";
  asked.roles = {{every_office, role::operator_}};
  BOOST_TEST((no_to(asked) == refusal::password_has_a_name));
  BOOST_TEST(
      (no_to(change_password{"ada", good_password, "valmont au soleil", ""})
       == refusal::password_has_a_name));
  BOOST_TEST((no_to(reset_password{console(), "ada", "valmont au soleil"})
              == refusal::password_has_a_name));
}

BOOST_AUTO_TEST_CASE(nobody_grants_what_they_do_not_manage) {
  auto asked = create_account{.by = as(role::administrator),
                              .name = "grace",
                              .password = good_password,
                              .roles = {{annex, role::agent}}};
  BOOST_TEST((no_to(asked) == refusal::right_is_missing));
  asked.by = as(role::supervisor, annex);
  BOOST_TEST((no_to(asked) == refusal::right_is_missing));
  const auto raise
      = set_roles{as(role::administrator), "ada", {{annex, role::agent}}};
  BOOST_TEST((no_to(raise) == refusal::right_is_missing));
  const auto take_over
      = reset_password{as(role::administrator), "chief", other_password};
  BOOST_TEST((no_to(take_over) == refusal::right_is_missing));
}

BOOST_AUTO_TEST_CASE(nobody_takes_away_their_own_rights) {
  const auto chief = author_of(*enter("chief").who);
  BOOST_TEST((no_to(set_disabled{chief, "chief"}) == refusal::own_account));
  BOOST_TEST((no_to(set_roles{chief, "chief", {{town_hall, role::agent}}})
              == refusal::own_account));
  BOOST_TEST(
      (no_to(set_disabled{chief, "no.one"}) == refusal::account_unknown));
}

BOOST_AUTO_TEST_CASE(new_roles_hold_at_once_for_who_is_signed_in) {
  const auto it = enter("ada");
  ask(set_roles{console(), "ada", {{town_hall, role::supervisor}}});
  BOOST_TEST(may(*who_is(it), town_hall, right::supervise));
  const auto noted = audit().size();
  ask(set_roles{console(), "ada", {{town_hall, role::supervisor}}});
  BOOST_TEST(audit().size() == noted);
  restart();
  BOOST_TEST(may(*who_is(it), town_hall, right::supervise));
}

BOOST_AUTO_TEST_CASE(disabling_an_account_ends_its_sessions) {
  const auto it = enter("ada");
  const auto other = enter("chief");
  ask(set_disabled{console(), "ada"});
  BOOST_TEST(!who_is(it));
  BOOST_TEST(who_is(other) != nullptr);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_all_sessions_but_the_own) {
  const auto desk = enter("ada");
  const auto lost_phone = enter("ada");
  ask(change_password{"ada", good_password, other_password, desk.who->session});
  BOOST_TEST(who_is(desk) != nullptr);
  BOOST_TEST(!who_is(lost_phone));
  BOOST_TEST((no_to_entering("ada", good_password) == refusal::wrong_password));
  enter("ada", other_password);
}

BOOST_AUTO_TEST_CASE(an_open_desk_is_no_place_to_guess_its_password) {
  const auto guess = change_password{"ada", "x", other_password, ""};
  for (auto i = 0; i < 5; ++i)
    BOOST_TEST((no_to(guess) == refusal::wrong_password));
  BOOST_TEST((no_to(guess) == refusal::locked_out));
  enter("ada");
  BOOST_TEST((no_to(change_password{"chief", good_password, "short", ""})
              == refusal::password_too_short));
}

BOOST_AUTO_TEST_CASE(a_reset_password_lifts_the_lock_and_ends_all_sessions) {
  const auto it = enter("ada");
  for (auto i = 0; i < 5; ++i)
    no_to_entering("ada", "x");
  ask(reset_password{as(role::administrator), "ada", other_password});
  BOOST_TEST(!who_is(it));
  enter("ada", other_password);
}

BOOST_AUTO_TEST_CASE(each_sees_the_accounts_of_the_offices_they_manage) {
  make("grace", {{annex, role::agent}});
  BOOST_TEST(ask(list_accounts{console()}).size() == 3u);
  const auto of_hall = ask(list_accounts{as(role::administrator)});
  BOOST_REQUIRE(of_hall.size() == 1u);
  BOOST_TEST(of_hall.front().name == "ada");
  BOOST_TEST(ask(list_accounts{as(role::supervisor)}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
