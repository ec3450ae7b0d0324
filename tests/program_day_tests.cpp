// The real day from end to end, as people run it, and what the program then
// says of it.

#include "tests/support/program_checks.hpp"

#include <fstream>

using namespace suivant::tests;

namespace {

namespace fs = std::filesystem;

/// Played once for all tests that look at it.
struct played_day : program_place {
  program_said said;

  played_day() {
    said = run_program({"demo", "--data", at("data"), "--log", day_file,
                        "--date", "1999-01-04", "--speed", "max", "--exit"});
  }
};

struct real_day {
  const played_day& day() const {
    static const auto once = played_day{};
    return once;
  }
  const program_said& played = day().said;

  std::string at(const std::string& name) const {
    return day().at(name);
  }
  std::string data() const {
    return at("data");
  }
  std::string hash() const {
    return text_in(json_in(played.out), "state_hash");
  }
  static std::string replayed_hash(const std::string& folder) {
    const auto said = run_program({"replay", "--data", folder, "--hash"});
    BOOST_REQUIRE_EQUAL(said.code, 0);
    return text_in(json_in(said.out), "state_hash");
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_real_day, real_day)

BOOST_AUTO_TEST_CASE(
    everybody_who_came_is_served_or_leaves_and_nobody_is_lost) {
  BOOST_REQUIRE_MESSAGE(played.code == 0, played.err);
  BOOST_REQUIRE_EQUAL(lines_of(played.out), 1u);
  const auto said = json_in(played.out);
  auto in = std::ifstream{day_file};
  auto served = std::uint64_t{0};
  auto left = std::uint64_t{0};
  for (auto line = std::string{}; std::getline(in, line);) {
    served += has(line, ",served,") ? 1 : 0;
    left += has(line, ",left,") ? 1 : 0;
  }
  BOOST_TEST(number_in(said, "visits") == served + left);
  BOOST_TEST(number_in(said, "served") == served);
  BOOST_TEST(number_in(said, "left") == left);
  BOOST_TEST(number_in(said, "lost") == 0u);
  BOOST_TEST(number_in(said, "duplicates") == 0u);
  BOOST_TEST(text_in(said, "state_hash").size() == 64u);
}

BOOST_AUTO_TEST_CASE(replay_finds_the_same_state_in_the_log) {
  BOOST_TEST(replayed_hash(data()) == hash());
}

BOOST_AUTO_TEST_CASE(the_log_proves_itself) {
  const auto said = run_program({"verify", "--data", data(), "--json"});
  BOOST_TEST(said.code == 0);
  const auto office = json_in(said.out).at("offices").at(0).as_object();
  BOOST_TEST(text_in(office, "state_hash") == hash());
  BOOST_TEST(number_in(office, "lost") == 0u);
  BOOST_TEST(number_in(office, "called_twice") == 0u);
  BOOST_TEST(office.at("problems").as_array().empty());
}

BOOST_AUTO_TEST_CASE(
    a_visit_is_told_from_its_ticket_to_its_end_with_every_why) {
  const auto said
      = run_program({"replay", "--data", data(), "--visit", "1", "--why"});
  BOOST_TEST(said.code == 0);
  for (const auto* part :
       {"1999-01-04 07:00:09", "joins for identite", "is called to counter",
        "heads compared", "overtaken", "is finished: served"})
    BOOST_TEST(has(said.out, part), said.out);
}

BOOST_AUTO_TEST_CASE(facts_are_found_by_type_and_time) {
  const auto tickets = [this](std::vector<std::string> when) {
    when.insert(when.begin(), {"replay", "--data", data(), "--office", "mairie",
                               "--type", "ticket_taken", "--json"});
    const auto said = run_program(when);
    BOOST_TEST(said.code == 0);
    return lines_of(said.out);
  };
  const auto all = tickets({});
  const auto morning = tickets({"--to", "1999-01-04 12:00"});
  const auto afternoon = tickets({"--from", "1999-01-04T11:00:00Z"});
  BOOST_TEST(all == 1695u);
  BOOST_TEST(morning > 0u);
  BOOST_TEST(morning + afternoon == all);
}

BOOST_AUTO_TEST_CASE(an_office_is_shown_as_it_was_at_noon) {
  const auto said
      = run_program({"replay", "--data", data(), "--office", "mairie", "--at",
                     "1999-01-04 12:00", "--state"});
  BOOST_TEST(said.code == 0);
  const auto state = json_in(said.out);
  BOOST_TEST(number_in(state, "last_at") <= 915447600000u);
  BOOST_TEST(number_in(state, "last_visit") < 1695u);
}

BOOST_AUTO_TEST_CASE(a_backup_brought_back_is_the_same_office) {
  const auto copied
      = run_program({"backup", "--data", data(), "--to", at("copy")});
  BOOST_REQUIRE_MESSAGE(copied.code == 0, copied.err);
  const auto back
      = run_program({"restore", "--from", at("copy"), "--data", at("back")});
  BOOST_REQUIRE_MESSAGE(back.code == 0, back.err);
  BOOST_TEST(run_program({"verify", "--data", at("back")}).code == 0);
  BOOST_TEST(replayed_hash(at("back")) == hash());
}

BOOST_AUTO_TEST_CASE(a_changed_record_is_found) {
  const auto copy = at("damaged");
  BOOST_REQUIRE_EQUAL(
      run_program({"backup", "--data", data(), "--to", copy}).code, 0);
  auto largest = fs::path{};
  for (const auto& it : fs::directory_iterator{copy})
    if (it.path().extension() == ".sst"
        && (largest.empty() || it.file_size() > fs::file_size(largest)))
      largest = it.path();
  auto file
      = std::fstream{largest, std::ios::binary | std::ios::in | std::ios::out};
  file.seekp(static_cast<std::streamoff>(fs::file_size(largest) / 2));
  file.put('!');
  file.close();
  says_no(run_program({"verify", "--data", copy}), 1, "cannot be read");
  says_no(run_program({"restore", "--from", copy, "--data", at("never")}), 1,
          "cannot be read");
  BOOST_TEST(!fs::exists(at("never")));
}

BOOST_AUTO_TEST_SUITE_END()
