// Accounts and sessions on a real log: who gets in, who stays, what is noted.

#include "actors/access/folder_secret.hpp"
#include "tests/support/access_office.hpp"

using namespace suivant;
using namespace suivant::access;
using namespace suivant::tests;
using std::chrono::hours;
using std::chrono::minutes;

BOOST_FIXTURE_TEST_SUITE(access_registry, access_office)

// -- signing in ---------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_right_password_opens_a_session) {
  const auto it = enter(" Ada ");
  const auto who = who_is(it);
  BOOST_REQUIRE(who);
  BOOST_TEST(who->name == "ada");
  BOOST_TEST(!who->device);
  BOOST_TEST(may(*who, town_hall, right::serve));
  BOOST_TEST(!may(*who, annex, right::serve));
  BOOST_TEST((audit().back().type == audited::session_opened));
  BOOST_TEST(audit().back().by == "ada");
}

BOOST_AUTO_TEST_CASE(a_wrong_name_and_a_wrong_password_look_the_same) {
  const auto before = registry->passwords_checked();
  BOOST_TEST((no_to_entering("ada", "x") == refusal::wrong_password));
  BOOST_TEST(registry->passwords_checked() == before + 1);
  BOOST_TEST((no_to_entering("nobody", "x") == refusal::wrong_password));
  BOOST_TEST(registry->passwords_checked() == before + 2);
}

BOOST_AUTO_TEST_CASE(a_name_nobody_has_is_not_noted_as_it_may_be_a_password) {
  no_to_entering("hunter2", "x");
  const auto text = storage_folder::records(*log, audit_stream).back();
  BOOST_TEST((audit().back().type == audited::session_refused));
  BOOST_TEST(text.find("hunter2") == std::string::npos);
  no_to_entering("ada", "x");
  BOOST_TEST(audit().back().account == "ada");
}

BOOST_AUTO_TEST_CASE(a_disabled_account_hears_so_only_with_its_password) {
  ask(set_disabled{console(), "ada"});
  BOOST_TEST((no_to_entering("ada", "x") == refusal::wrong_password));
  BOOST_TEST(
      (no_to_entering("ada", good_password) == refusal::account_disabled));
  ask(set_disabled{console(), "ada", false});
  enter("ada");
}

BOOST_AUTO_TEST_CASE(a_hash_of_an_older_cost_is_renewed_on_the_way_in) {
  limits.cost.memory_bytes = 16384;
  restart();
  enter("ada");
  const auto stored = account_from(
      storage_folder::must(log->get(storage::tables::accounts, "ada")));
  BOOST_TEST(!crypto::needs_rehash(stored.hash, limits.cost));
}

// -- sessions -----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(sessions_outlive_a_restart) {
  const auto it = enter("ada");
  restart();
  BOOST_REQUIRE(who_is(it));
  BOOST_TEST(who_is(it)->csrf == it.who->csrf);
}

BOOST_AUTO_TEST_CASE(what_the_browser_holds_is_nowhere_on_disk) {
  const auto it = enter("ada");
  auto rows = std::string{};
  storage_folder::must(
      log->scan(storage::tables::sessions, "", [&](auto key, auto value) {
        rows.append(key).append(value);
        return true;
      }));
  BOOST_TEST(!rows.empty());
  BOOST_TEST(rows.find(it.cookie) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_is_whoever_holds_no_or_another_cookie) {
  enter("ada");
  const auto here = registry->who_is_here();
  BOOST_TEST(!here->who_is(""));
  BOOST_TEST(!here->who_is("0123456789abcdef"));
}

BOOST_AUTO_TEST_CASE(a_change_must_carry_the_sessions_own_word) {
  const auto ada = enter("ada");
  const auto chief = enter("chief");
  BOOST_TEST(csrf_fits(*ada.who, ada.who->csrf));
  BOOST_TEST(!csrf_fits(*ada.who, chief.who->csrf));
  BOOST_TEST(!csrf_fits(*ada.who, ""));
}

BOOST_AUTO_TEST_CASE(signing_out_ends_the_session_for_good) {
  const auto it = enter("ada");
  ask(sign_out{it.who->session});
  BOOST_TEST(!who_is(it));
  BOOST_TEST((audit().back().type == audited::session_closed));
  const auto noted = audit().size();
  ask(sign_out{it.who->session});
  BOOST_TEST(audit().size() == noted);
  restart();
  BOOST_TEST(!who_is(it));
}

BOOST_AUTO_TEST_CASE(who_works_stays_and_who_is_idle_leaves) {
  const auto busy = enter("ada");
  const auto idle = enter("chief");
  now += hours{11};
  BOOST_TEST(who_is(busy) != nullptr);
  now += hours{1};
  BOOST_TEST(who_is(busy) != nullptr);
  BOOST_TEST(!who_is(idle));
}

BOOST_AUTO_TEST_CASE(a_connection_left_open_does_not_count_as_work) {
  const auto it = enter("ada");
  const auto here = registry->who_is_here();
  now += hours{11};
  BOOST_TEST(here->who_has(it.who->session) != nullptr);
  now += hours{1};
  BOOST_TEST(!here->who_has(it.who->session));
}

BOOST_AUTO_TEST_CASE(a_sweep_forgets_the_gone_and_keeps_when_others_were_seen) {
  const auto gone = enter("chief");
  now += hours{11};
  const auto it = enter("ada");
  now += hours{2};
  BOOST_TEST(who_is(it) != nullptr);
  ask(sweep{});
  const auto row = [&](const signed_in& of) {
    return log->get(storage::tables::sessions, of.who->session);
  };
  BOOST_TEST(!row(gone));
  BOOST_TEST((session_from(*row(it)).last_seen == now));
}

BOOST_AUTO_TEST_CASE(one_session_too_many_ends_the_oldest) {
  limits.sessions.per_account = 2;
  restart();
  const auto first = enter("ada");
  now += minutes{1};
  const auto second = enter("ada");
  now += minutes{1};
  const auto third = enter("ada");
  BOOST_TEST(!who_is(first));
  BOOST_TEST(who_is(second) != nullptr);
  BOOST_TEST(who_is(third) != nullptr);
}

// -- the audit ----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_look_at_a_person_is_on_disk_before_it_is_granted) {
  ask(note_persons_viewed{
      author_of(*enter("ada").who), town_hall, {visit_id{12}}});
  const auto last = audit().back();
  BOOST_TEST((last.type == audited::person_viewed));
  BOOST_TEST(last.by == "ada");
  BOOST_TEST((last.visits == std::vector{visit_id{12}}));
  BOOST_TEST((last.at == now));
}

BOOST_AUTO_TEST_CASE(the_audit_is_a_chain_that_holds) {
  enter("ada");
  no_to_entering("ada", "x");
  BOOST_TEST(storage_folder::must(log->verify(audit_stream)).number
             == audit().size());
}

BOOST_AUTO_TEST_CASE(nothing_is_believed_that_could_not_be_written) {
  registry.reset();
  log.reset();
  log = std::make_shared<storage::log>(disk.look());
  registry = opened();
  const auto told = registry->answer(sign_in{"ada", good_password, ""});
  BOOST_TEST(std::holds_alternative<storage::failure>(told));
  BOOST_TEST(registry->who_is_here()->everybody().empty());
}

BOOST_AUTO_TEST_CASE(a_folder_that_says_nonsense_is_not_opened) {
  storage_folder::must(
      log->commit({}, {{storage::tables::accounts, "eve", "{nonsense"}}));
  storage_folder::fails(registry::open(
                            log, [this] { return now; }, limits),
                        storage::trouble::unreadable);
}

BOOST_AUTO_TEST_CASE(the_secret_of_a_folder_stays_the_same) {
  const auto first = storage_folder::must(folder_secret(*log));
  restart();
  BOOST_TEST((storage_folder::must(folder_secret(*log)) == first));
}

BOOST_AUTO_TEST_SUITE_END()
