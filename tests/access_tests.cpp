// Who may do what, by table; and how locks and sessions behave.

#include "actors/access/access_json.hpp"
#include "actors/access/refusals.hpp"
#include "actors/common/json_codec.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace suivant;
using namespace suivant::access;

namespace {

using rights = std::set<right>;

// Written out a second time, from the side of the people, on purpose.
const auto of_agent
    = rights{right::see_board,    right::see_desk, right::take_tickets,
             right::arrange_line, right::serve,    right::see_person};

rights with(rights some, const rights& more) {
  some.insert(more.begin(), more.end());
  return some;
}

const auto of_reception = with(of_agent, {right::find_person, right::overbook});
const auto of_supervisor = with(
    of_reception, {right::supervise, right::pair_screens, right::replay});
const auto of_administrator
    = with(of_supervisor,
           {right::configure, right::manage_accounts, right::tend_hooks});

const auto expected = std::map<role, rights>{
    {role::agent, of_agent},
    {role::reception, of_reception},
    {role::supervisor, of_supervisor},
    {role::administrator, of_administrator},
    {role::operator_,
     {right::see_board, right::see_desk, right::replay, right::tend_hooks}},
    {role::board, {right::see_board}},
    {role::kiosk, {right::take_tickets}},
};

const auto town_hall = office_id{"hall"};
const auto annex = office_id{"annex"};
const auto noon = instant{std::chrono::hours{12}};
using std::chrono::minutes;

} // namespace

BOOST_AUTO_TEST_SUITE(access_rules)

BOOST_AUTO_TEST_CASE(each_role_has_its_rights_and_no_others) {
  for (const auto who : all_roles())
    for (const auto what : all_rights())
      BOOST_TEST(may(who, what) == expected.at(who).contains(what),
                 name_of(who) << " and right " << static_cast<int>(what));
}

BOOST_AUTO_TEST_CASE(a_role_is_known_by_its_name) {
  auto names = std::set<std::string_view>{};
  for (const auto it : all_roles()) {
    BOOST_TEST((role_named(name_of(it)) == it));
    names.insert(name_of(it));
  }
  BOOST_TEST(names.size() == expected.size());
  BOOST_TEST(names.contains("operator"));
  BOOST_TEST(!role_named("emperor"));
}

BOOST_AUTO_TEST_CASE(an_office_sees_roles_as_agent_supervisor_or_device) {
  BOOST_TEST((standing_of(role::agent) == office::role::agent));
  BOOST_TEST((standing_of(role::reception) == office::role::agent));
  BOOST_TEST((standing_of(role::supervisor) == office::role::supervisor));
  BOOST_TEST((standing_of(role::administrator) == office::role::supervisor));
  BOOST_TEST((standing_of(role::operator_) == office::role::agent));
  BOOST_TEST((standing_of(role::kiosk) == office::role::device));
}

BOOST_AUTO_TEST_CASE(every_command_needs_a_right_but_those_nobody_may_ask) {
  auto named = std::set<std::string_view>{};
  for (const auto& it : rights_for_commands())
    named.insert(it.command);
  BOOST_TEST(named.size() == rights_for_commands().size());
  const auto others
      = {"begin_day",     "report_desk",    "cancel_many",  "begin_sending",
         "note_handing",  "note_receipt",   "note_seen",    "send_code",
         "stop_messages", "allow_messages", "answer_survey"};
  BOOST_TEST(named.size() + others.size()
             == std::variant_size_v<office::command>);
  for (const auto* it : others)
    BOOST_TEST(!right_for(it), it);
  BOOST_TEST(!right_for("make_coffee"));
  BOOST_TEST((right_for("call_next") == right::serve));
  BOOST_TEST((right_for("configure") == right::configure));
}

BOOST_AUTO_TEST_CASE(a_role_holds_in_its_office_alone) {
  const auto roles = role_map{{town_hall, role::agent}};
  BOOST_TEST(may(roles, town_hall, right::serve));
  BOOST_TEST(!may(roles, town_hall, right::configure));
  BOOST_TEST(!may(roles, annex, right::see_board));
}

BOOST_AUTO_TEST_CASE(what_holds_everywhere_can_be_narrowed_in_one_office) {
  const auto roles
      = role_map{{every_office, role::administrator}, {town_hall, role::agent}};
  BOOST_TEST(may(roles, annex, right::configure));
  BOOST_TEST(!may(roles, town_hall, right::configure));
}

BOOST_AUTO_TEST_CASE(who_manages_one_office_reaches_no_account_beyond_it) {
  const auto chief = role_map{{town_hall, role::administrator}};
  BOOST_TEST(may_manage(chief, {{town_hall, role::administrator}}));
  BOOST_TEST(
      !may_manage(chief, {{town_hall, role::agent}, {annex, role::agent}}));
  BOOST_TEST(!may_manage(chief, {{every_office, role::agent}}));
  BOOST_TEST(
      !may_manage({{town_hall, role::supervisor}}, {{town_hall, role::agent}}));
  BOOST_TEST(may_manage({{every_office, role::administrator}},
                        {{every_office, role::operator_}}));
}

BOOST_AUTO_TEST_CASE(staff_have_a_role_and_it_is_no_screens) {
  BOOST_TEST(are_roles_of_staff({{town_hall, role::agent}}));
  BOOST_TEST(!are_roles_of_staff({}));
  BOOST_TEST(!are_roles_of_staff({{town_hall, role::kiosk}}));
  BOOST_TEST(!are_roles_of_staff({{office_id{}, role::agent}}));
}

BOOST_AUTO_TEST_CASE(names_are_compared_without_case_and_outer_blanks) {
  BOOST_TEST(folded("  Amelie \t") == "amelie");
  BOOST_TEST(folded(" ") == "");
  BOOST_TEST(is_account_name("jean-luc.2"));
  BOOST_TEST(!is_account_name("a"));
  BOOST_TEST(!is_account_name("Amelie"));
  BOOST_TEST(!is_account_name("amelie@hall.fr"));
  BOOST_TEST(!is_account_name("amélie"));
  BOOST_TEST(!is_account_name(std::string(41, 'a')));
}

BOOST_AUTO_TEST_CASE(every_refusal_has_a_name_of_its_own) {
  auto names = std::set<std::string_view>{};
  for (const auto it : all_refusals())
    names.insert(name_of(it));
  BOOST_TEST(names.size() == all_refusals().size());
  BOOST_TEST(!names.contains(""));
}

// -- locks --------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(five_wrong_passwords_lock_for_a_minute) {
  auto it = attempts{};
  for (auto i = 0; i < 4; ++i)
    it = after_failure(it, 5, {}, noon);
  BOOST_TEST(!is_locked(it, noon));
  it = after_failure(it, 5, {}, noon);
  BOOST_TEST(is_locked(it, noon));
  BOOST_TEST(is_locked(it, noon + minutes{1} - milliseconds{1}));
  BOOST_TEST(!is_locked(it, noon + minutes{1}));
}

BOOST_AUTO_TEST_CASE(each_further_one_locks_twice_as_long_up_to_an_hour) {
  auto it = attempts{.failures = 4, .last = noon};
  for (const auto pause : {1, 2, 4, 8, 16, 32, 60, 60}) {
    it = after_failure(it, 5, {}, noon);
    BOOST_TEST((it.locked_until == noon + minutes{pause}));
  }
  it.failures = 1'000'000;
  it = after_failure(it, 5, {}, noon);
  BOOST_TEST((it.locked_until == noon + minutes{60}));
}

BOOST_AUTO_TEST_CASE(wrong_passwords_are_forgotten_after_a_quiet_day) {
  const auto it = attempts{.failures = 4, .last = noon};
  const auto day = noon + std::chrono::hours{24};
  BOOST_TEST(after_failure(it, 5, {}, day - milliseconds{1}).failures == 5);
  BOOST_TEST(after_failure(it, 5, {}, day).failures == 1);
}

// -- sessions -----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_person_is_signed_out_after_twelve_idle_hours) {
  auto it = session{.account = "ada", .created = noon};
  it.expires = expiry_of(it, {});
  const auto seen = noon + std::chrono::hours{3};
  BOOST_TEST(
      is_open(it, seen, {}, seen + std::chrono::hours{12} - milliseconds{1}));
  BOOST_TEST(!is_open(it, seen, {}, seen + std::chrono::hours{12}));
}

BOOST_AUTO_TEST_CASE(a_busy_person_is_signed_out_after_a_week) {
  auto it = session{.account = "ada", .created = noon};
  it.expires = expiry_of(it, {});
  const auto week = noon + std::chrono::hours{7 * 24};
  BOOST_TEST(is_open(it, week, {}, week - milliseconds{1}));
  BOOST_TEST(!is_open(it, week, {}, week));
}

BOOST_AUTO_TEST_CASE(a_screen_stays_for_a_year_however_idle) {
  auto it = session{.device = "hall 1", .kind = role::board, .created = noon};
  it.expires = expiry_of(it, {});
  const auto year = noon + std::chrono::hours{365 * 24};
  BOOST_TEST(is_open(it, noon, {}, year - milliseconds{1}));
  BOOST_TEST(!is_open(it, noon, {}, year));
}

BOOST_AUTO_TEST_CASE(a_code_is_read_as_people_type_it) {
  BOOST_TEST(normal_code(" 4f7-k2q") == "4F7K2Q");
  BOOST_TEST(normal_code("") == "");
  const auto letters = std::string_view{code_letters};
  for (const auto* unclear : {"0OUQ", "1IL", "2Z", "5S", "8B"})
    BOOST_TEST(std::ranges::count_if(letters,
                                     [&](char it) {
                                       return std::string_view{unclear}.find(it)
                                              != std::string::npos;
                                     })
               <= 1);
}

// -- stored forms -------------------------------------------------------------

BOOST_AUTO_TEST_CASE(an_account_reads_back_as_it_was_written) {
  const auto it = account{.name = "ada",
                          .hash = "$argon2id$",
                          .language = "en",
                          .roles = {{town_hall, role::operator_}},
                          .browsers = {{"b", noon}},
                          .disabled = true,
                          .created = noon};
  BOOST_TEST((account_from(to_json(it)) == it));
  BOOST_TEST(to_json(it).find(R"("hall":"operator")") != std::string::npos);
  // As accounts were once written.
  BOOST_TEST(
      account_from(R"({"name":"ada","failures":3,"locked_until":5})").name
      == "ada");
}

BOOST_AUTO_TEST_CASE(a_session_reads_back_as_it_was_written) {
  const auto person = session{.id = "i",
                              .account = "ada",
                              .csrf = "c",
                              .created = noon,
                              .last_seen = noon,
                              .expires = noon};
  BOOST_TEST((session_from(to_json(person)) == person));
  const auto screen = session{
      .id = "i", .device = "hall 1", .kind = role::kiosk, .office = town_hall};
  BOOST_TEST((session_from(to_json(screen)) == screen));
}

BOOST_AUTO_TEST_CASE(an_audit_record_says_its_type_and_nothing_empty) {
  const auto it
      = audit_record{.type = audited::session_opened, .at = noon, .by = "ada"};
  BOOST_TEST(to_json(it)
             == R"({"type":"session_opened","at":43200000,"by":"ada"})");
  const auto look = audit_record{.type = audited::person_viewed,
                                 .at = noon,
                                 .by = "ada",
                                 .office = town_hall,
                                 .visits = {visit_id{12}}};
  BOOST_TEST((audit_record_from(to_json(look)) == look));
}

BOOST_AUTO_TEST_CASE(a_role_from_nowhere_is_not_read_over) {
  BOOST_CHECK_THROW(account_from(R"({"roles":{"hall":"emperor"}})"),
                    json::unreadable);
  BOOST_CHECK_THROW(account_from("ada"), json::unreadable);
}

BOOST_AUTO_TEST_SUITE_END()
