// Keys of partners: made once, shown once, good for what they were made for,
// and taken back.

#include "tests/support/access_office.hpp"

using namespace suivant;
using namespace suivant::access;
using namespace suivant::tests;

namespace {

struct partnered : access_office {
  make_key wish(const std::string& name,
                std::vector<scope> scopes = {scope::slots, scope::holds}) {
    return {as(role::administrator), town_hall, name, std::move(scopes), {}};
  }

  std::vector<api_key> keys() {
    return ask(list_keys{as(role::administrator), town_hall});
  }

  partner holder_of(const std::string& key) const {
    return registry->keys()->who_has(key);
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(access_keys, partnered)

BOOST_AUTO_TEST_CASE(a_key_opens_its_office_for_what_it_was_made_for) {
  const auto made = ask(wish("France-Services"));
  const auto it = holder_of(made.key);
  BOOST_REQUIRE(it);
  BOOST_TEST(it->name == "france-services");
  BOOST_TEST(may(*it, town_hall, scope::holds));
  BOOST_TEST(!may(*it, town_hall, scope::bookings));
  BOOST_TEST(!may(*it, annex, scope::holds));
  BOOST_TEST(!holder_of(made.key + "0"));
  BOOST_TEST(!holder_of(""));
}

BOOST_AUTO_TEST_CASE(a_key_is_kept_only_as_a_hash_and_outlives_a_restart) {
  const auto made = ask(wish("wish"));
  restart();
  BOOST_TEST(holder_of(made.key));
  auto rows = 0;
  storage_folder::must(log->scan(storage::tables::partners, "",
                                 [&](auto key, std::string_view row) {
                                   ++rows;
                                   BOOST_TEST(key.find(made.key) == key.npos);
                                   BOOST_TEST(row.find(made.key) == row.npos);
                                   return true;
                                 }));
  BOOST_TEST(rows == 1);
}

BOOST_AUTO_TEST_CASE(a_key_taken_back_opens_nothing_even_after_a_restart) {
  const auto made = ask(wish("wish"));
  ask(revoke_key{as(role::administrator), town_hall, "wish"});
  BOOST_TEST(!holder_of(made.key));
  BOOST_TEST(keys().empty());
  restart();
  BOOST_TEST(!holder_of(made.key));
  BOOST_TEST((no_to(revoke_key{as(role::administrator), town_hall, "wish"})
              == refusal::key_unknown));
}

BOOST_AUTO_TEST_CASE(one_partner_has_one_key_in_an_office) {
  ask(wish("wish"));
  BOOST_TEST((no_to(wish("WISH ")) == refusal::key_exists));
  auto elsewhere = wish("wish");
  elsewhere.office = annex;
  elsewhere.by = console();
  ask(elsewhere);
  BOOST_TEST(keys().size() == 1u);
}

BOOST_AUTO_TEST_CASE(only_who_manages_the_office_makes_and_takes_back) {
  auto asked = wish("wish");
  asked.by = as(role::supervisor);
  BOOST_TEST((no_to(asked) == refusal::right_is_missing));
  ask(wish("wish"));
  BOOST_TEST((no_to(revoke_key{as(role::operator_), town_hall, "wish"})
              == refusal::right_is_missing));
  BOOST_TEST((no_to(list_keys{as(role::agent), town_hall})
              == refusal::right_is_missing));
}

BOOST_AUTO_TEST_CASE(a_key_without_sense_is_not_made) {
  BOOST_TEST((no_to(wish("x")) == refusal::key_is_invalid));
  BOOST_TEST((no_to(wish("wish", {})) == refusal::key_is_invalid));
  auto asked = wish("wish");
  asked.quotas.share_percent = 101;
  BOOST_TEST((no_to(asked) == refusal::key_is_invalid));
  asked = wish("wish");
  asked.given = "short";
  BOOST_TEST((no_to(asked) == refusal::key_is_invalid));
}

BOOST_AUTO_TEST_CASE(all_offices_are_for_the_agency_alone) {
  auto asked = wish("ants", {scope::ants});
  asked.office = every_office;
  asked.by = console();
  asked.given = "a-token-of-the-agency-2026";
  BOOST_TEST(ask(asked).key == asked.given);
  BOOST_TEST(may(*holder_of(asked.given), annex, scope::ants));
  asked.name = "other";
  BOOST_TEST((no_to(asked) == refusal::key_exists));
  asked.given = {};
  asked.scopes = {scope::ants, scope::holds};
  BOOST_TEST((no_to(asked) == refusal::key_is_invalid));
}

BOOST_AUTO_TEST_CASE(the_audit_says_who_made_and_took_back_which_key) {
  ask(wish("wish"));
  ask(revoke_key{as(role::administrator), town_hall, "wish"});
  const auto all = audit();
  const auto& made = all.at(all.size() - 2);
  BOOST_TEST((made.type == audited::key_made));
  BOOST_TEST(made.partner == "wish");
  BOOST_TEST((made.office == town_hall));
  BOOST_TEST(!made.by.empty());
  BOOST_TEST((all.back().type == audited::key_revoked));
}

BOOST_AUTO_TEST_SUITE_END()
