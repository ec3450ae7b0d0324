// Each command of the program with good and with bad words, alone and beside a
// running server.

#include "tests/support/program_checks.hpp"

#include <fstream>

using namespace suivant::tests;

namespace {

namespace fs = std::filesystem;

std::string folder_with_an_office(const std::string& folder) {
  const auto made
      = run_program({"office", "apply", mairie, "--data", folder, "--yes"});
  BOOST_REQUIRE_MESSAGE(made.code == 0, made.err);
  return folder;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(commands, program_place)

BOOST_AUTO_TEST_CASE(applying_a_set_up_twice_changes_nothing_the_second_time) {
  const auto folder = at("offices");
  const auto apply = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"office", "apply", mairie, "--data", folder});
    return run_program(more);
  };
  says_no(apply({}), 1, "Nothing was changed");
  BOOST_TEST(has(apply({"--yes"}).out, "mairie is set up"));
  const auto facts = run_program({"replay", "--data", folder}).out;
  const auto again = apply({"--yes"});
  BOOST_TEST(again.code == 0);
  BOOST_TEST(has(again.out, "already"));
  BOOST_TEST(run_program({"replay", "--data", folder}).out == facts);
  const auto shown
      = run_program({"office", "show", "mairie", "--data", folder});
  std::ofstream{at("annexe.json")} << shown.out;
  const auto annexe = run_program(
      {"office", "apply", at("annexe.json"), "--data", folder, "--yes"});
  BOOST_TEST(annexe.code == 0, annexe.err);
  const auto listed = run_program({"office", "list", "--data", folder}).out;
  BOOST_TEST(lines_of(listed) == 2u);
  BOOST_TEST(run_program({"verify", "--data", folder}).code == 0);
}

BOOST_AUTO_TEST_CASE(accounts_are_made_changed_and_closed_at_the_console) {
  const auto folder = at("accounts");
  const auto user
      = [&](std::vector<std::string> words, const std::string& input = "") {
          words.insert(words.begin(), "user");
          words.insert(words.end(), {"--data", folder});
          return run_program(words, input);
        };
  const auto secret = std::string{"heron-velo-lanterne\n"};
  BOOST_TEST(user({"add", "jeanne", "--role", "*=administrator"}, secret).code
             == 0);
  says_no(user({"add", "jeanne", "--role", "mairie=agent"}, secret), 2,
          "taken");
  says_no(user({"add", "paul", "--role", "mairie=agent"}, "abc\n"), 2,
          "too short");
  says_no(user({"add", "paul", "--role", "agent"}, secret), 2, "OFFICE=ROLE");
  says_no(user({"add", "paul", "--role", "mairie=agent"}), 2, "password");
  says_no(user({"disable", "nobody"}), 2, "does not exist");
  BOOST_TEST(user({"roles", "jeanne", "--role", "mairie=agent"}).code == 0);
  BOOST_TEST(user({"disable", "jeanne"}).code == 0);
  const auto listed = user({"list"}).out;
  BOOST_TEST(has(listed, "jeanne"));
  BOOST_TEST(has(listed, "mairie=agent"));
  BOOST_TEST(has(listed, "(disabled)"));
  BOOST_TEST(user({"enable", "jeanne"}).code == 0);
  BOOST_TEST(user({"password", "jeanne"}, "autre-lanterne-bleue\n").code == 0);
  BOOST_TEST(!has(user({"list", "--json"}).out, "argon2"));
}

BOOST_AUTO_TEST_CASE(keys_of_partners_are_made_and_taken_back_at_the_console) {
  const auto folder = folder_with_an_office(at("keys"));
  const auto key = [&](std::vector<std::string> words,
                       const std::string& office = "mairie") {
    words.insert(words.begin(), "key");
    words.insert(words.end(), {"--data", folder, "--office", office});
    return run_program(words);
  };
  const auto made = key(
      {"add", "wish", "--scope", "slots", "--scope", "holds", "--holds", "7"});
  BOOST_TEST(made.code == 0, made.err);
  BOOST_TEST(made.out.starts_with("suivant_"));
  says_no(key({"add", "wish", "--scope", "slots"}), 2, "has a key already");
  says_no(key({"add", "other", "--scope", "all"}), 2, "--scope");
  says_no(key({"add", "other", "--scope", "slots"}, "moon"), 2, "moon");
  says_no(key({"add", "other", "--scope", "slots"}, "*"), 2, "will not do");
  BOOST_TEST(key({"add", "ants", "--scope", "ants"}, "*").code == 0);
  const auto listed = key({"list"}).out;
  BOOST_TEST(has(listed, "wish"));
  BOOST_TEST(has(listed, "slots,holds"));
  BOOST_TEST(has(listed, "7 holds"));
  BOOST_TEST(key({"revoke", "wish"}).code == 0);
  BOOST_TEST(key({"list"}).out.empty());
  says_no(key({"revoke", "wish"}), 2, "No partner");
}

BOOST_AUTO_TEST_CASE(operators_look_and_copy_while_people_are_served) {
  const auto folder = at("live");
  auto demo
      = running_program{{"demo", "--data", folder, "--log", day_file, "--speed",
                         "100", "--port", "0", "--begin", "07:30"}};
  const auto welcome = demo.said_until("Ctrl-C stops");
  BOOST_TEST(has(welcome, "/board/mairie"));
  BOOST_TEST(has(welcome, "suivant-demo-2026"));
  auto follow = running_program{{"replay", "--data", folder, "--follow"}};
  follow.said_until("1999-01-04 07:3");
  says_no(run_program({"user", "disable", "sophie", "--data", folder}), 2,
          "A server is running");
  says_no(run_program({"office", "apply", mairie, "--data", folder, "--yes"}),
          2, "A server is running");
  BOOST_TEST(
      has(run_program({"user", "list", "--data", folder}).out, "sophie"));
  BOOST_TEST(
      run_program({"backup", "--data", folder, "--to", at("live-copy")}).code
      == 0);
  BOOST_TEST(run_program({"verify", "--data", at("live-copy")}).code == 0);
  BOOST_TEST(follow.stop() == 0);
  BOOST_TEST(demo.stop() == 0);
  BOOST_TEST(run_program({"verify", "--data", folder}).code == 0);
}

BOOST_AUTO_TEST_CASE(a_folder_or_an_office_that_is_not_there_is_named) {
  const auto data = folder_with_an_office(at("data"));
  const auto nowhere = at("nowhere");
  for (const auto* command : {"replay", "verify"})
    says_no(run_program({command, "--data", nowhere}), 2, "no folder");
  fs::create_directories(at("empty"));
  says_no(run_program({"verify", "--data", at("empty")}), 2, "holds no data");
  says_no(run_program({"replay", "--data", data, "--office", "moon"}), 2,
          "no office \"moon\". There are: mairie");
  BOOST_TEST(!fs::exists(nowhere));
}

BOOST_AUTO_TEST_CASE(words_that_mean_nothing_are_explained) {
  const auto data = folder_with_an_office(at("data"));
  says_no(run_program({}), 2, "subcommand");
  says_no(run_program({"replay"}), 2, "--data");
  says_no(run_program({"replay", "--data", data, "--type", "x"}), 2,
          "no fact of type");
  says_no(run_program({"replay", "--data", data, "--from", "noon"}), 2,
          "is no time");
  says_no(run_program({"replay", "--data", data, "--at", "1999-01-04"}), 2,
          "--state or --hash");
  says_no(run_program({"backup", "--data", data, "--to", data}), 2,
          "exists already");
  const auto help = run_program({"replay", "--help"});
  BOOST_TEST(help.code == 0);
  BOOST_TEST(has(help.out, "--follow"));
}

BOOST_AUTO_TEST_CASE(a_set_up_that_cannot_be_is_explained_and_not_applied) {
  std::ofstream{at("bad.json")} << R"({"name":{"fr":"M"},"zone":"Mars/North"})";
  const auto apply = [&](const std::string& file) {
    return run_program({"office", "apply", file, "--data", at("bad"), "--yes"});
  };
  says_no(apply(at("bad.json")), 1, "zone is_unknown");
  std::ofstream{at("worse.json")} << R"({"nome":{}})";
  says_no(apply(at("worse.json")), 2, "nome");
  says_no(apply(at("none.json")), 2, "none.json");
}

BOOST_AUTO_TEST_CASE(a_day_that_cannot_be_played_is_explained) {
  const auto demo = [&](const std::string& log, std::vector<std::string> more) {
    more.insert(more.begin(), {"demo", "--data", at("no-demo"), "--log", log});
    return run_program(more);
  };
  std::ofstream{at("wrong.csv")} << "who,when\n";
  says_no(demo(at("wrong.csv"), {"--speed", "max", "--exit"}), 2,
          "the first line must be");
  says_no(demo(day_file, {"--date", "1999-02-30", "--speed", "max", "--exit"}),
          2, "--date");
  says_no(demo(day_file, {"--date", "2001-01-01", "--speed", "max", "--exit"}),
          2, "no visits of this date");
  says_no(demo(day_file, {"--speed", "fast"}), 2, "--speed");
  says_no(demo(day_file, {"--speed", "20", "--exit"}), 2, "belong together");
  BOOST_TEST(!fs::exists(at("no-demo")));
}

BOOST_AUTO_TEST_SUITE_END()
