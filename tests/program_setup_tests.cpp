// `suivant office apply`: a dry run, a template, a running server, and files
// with mistakes in them.

#include "tests/support/program_checks.hpp"

#include <fstream>

using namespace suivant::tests;

namespace {

namespace fs = std::filesystem;

constexpr auto masks = R"({
  "office": "mairie",
  "template": "distribution",
  "parameters": {
    "id": "masques",
    "prefix": "M",
    "first": "2026-11-30",
    "last": "2026-12-04",
    "minutes": 5
  }
}
)";

struct setting_up : program_place {
  std::string folder = at("data");

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream{at(name)} << text;
    return at(name);
  }

  program_said apply(const std::string& file,
                     std::vector<std::string> more = {}) const {
    auto words = std::vector<std::string>{"office", "apply", file};
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), {"--data", folder});
    return run_program(words);
  }

  void make_office() const {
    const auto made = apply(mairie, {"--yes"});
    BOOST_REQUIRE_MESSAGE(made.code == 0, made.err);
  }
};

/// The first port that a text names.
std::string port_in(const std::string& text) {
  const auto begin = text.find("localhost:") + std::string{"localhost:"}.size();
  return text.substr(begin,
                     text.find_first_not_of("0123456789", begin) - begin);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(setting_up_at_the_console, setting_up)

BOOST_AUTO_TEST_CASE(a_dry_run_shows_the_changes_and_makes_none) {
  const auto dry = apply(mairie, {"--dry-run"});
  BOOST_TEST(dry.code == 0, dry.err);
  BOOST_TEST(has(dry.out, "mairie is new"));
  BOOST_TEST(has(dry.out, "identite: from "));
  BOOST_TEST(has(dry.out, "Nothing was changed"));
  BOOST_TEST(!fs::exists(folder));
  make_office();
  const auto facts = run_program({"replay", "--data", folder}).out;
  BOOST_TEST(apply(file("m.json", masks), {"--dry-run", "--yes"}).code == 0);
  BOOST_TEST(run_program({"replay", "--data", folder}).out == facts);
}

BOOST_AUTO_TEST_CASE(a_template_is_applied_once) {
  make_office();
  const auto path = file("m.json", masks);
  says_no(apply(path), 1, "Add --yes");
  const auto done = apply(path, {"--yes"});
  BOOST_TEST(done.code == 0, done.err);
  BOOST_TEST(has(done.out, "services.masques: added"));
  BOOST_TEST(has(done.out, "mairie is set up"));
  const auto again = apply(path, {"--yes"});
  BOOST_TEST(again.code == 0, again.err);
  BOOST_TEST(has(again.out, "already"));
  BOOST_TEST(run_program({"verify", "--data", folder}).code == 0);
}

BOOST_AUTO_TEST_CASE(a_mistake_is_named_with_its_line) {
  make_office();
  auto text = std::string{masks};
  const auto with = [&](const std::string& old, const std::string& other) {
    auto changed = text;
    changed.replace(changed.find(old), old.size(), other);
    return file("wrong.json", changed);
  };
  says_no(apply(with("\"M\",", "\"M\""), {"--yes"}), 2,
          "wrong.json:7: this is not JSON");
  says_no(apply(with("distribution", "banquet"), {"--yes"}), 1,
          "wrong.json:3: template is_unknown");
  says_no(apply(with("\"minutes\": 5", "\"minutes\": 500"), {"--yes"}), 1,
          "wrong.json:9: parameters.minutes is_out_of_range");
  says_no(apply(with("\"office\": \"mairie\",", ""), {"--yes"}), 2,
          "needs an office");
  says_no(apply(with("\"office\"", "\"bureau\""), {"--office", "mairie"}), 2,
          "wrong.json:2: bureau is not known here");
  text = R"({"name": {"fr": "Annexe"},
 "queues": [{"id": "hall",
   "digits": "three"}]})";
  says_no(apply(with("Annexe", "Annexe"), {"--yes"}), 2,
          "wrong.json:3: digits a whole number");
}

BOOST_AUTO_TEST_CASE(a_running_server_is_set_up_by_somebody_it_knows) {
  auto demo
      = running_program{{"demo", "--data", folder, "--log", day_file, "--speed",
                         "100", "--port", "0", "--begin", "07:30"}};
  const auto port = port_in(demo.said_until("Ctrl-C stops"));
  const auto ask = [&](const std::string& user, const std::string& password) {
    return run_program({"office", "apply", file("m.json", masks), "--server",
                        port, "--user", user, "--yes"},
                       password + '\n');
  };
  says_no(ask("adam", "not-the-password"), 1, "password");
  says_no(ask("sophie", "suivant-demo-2026"), 1, "");
  const auto done = ask("adam", "suivant-demo-2026");
  BOOST_TEST(done.code == 0, done.err);
  BOOST_TEST(has(done.out, "mairie is set up"));
  BOOST_TEST(has(ask("adam", "suivant-demo-2026").out, "already"));
  BOOST_TEST(demo.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
