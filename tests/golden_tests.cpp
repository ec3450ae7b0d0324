// Logs that earlier releases wrote still lead to the same office.

#include "actors/office/invariants.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <set>

using namespace suivant;
using namespace suivant::office;
namespace fs = std::filesystem;

namespace {

const auto golden = fs::path{SUIVANT_SOURCE_DIR} / "tests" / "golden";

std::vector<fs::path> logs() {
  auto found = std::vector<fs::path>{};
  for (const auto& it : fs::directory_iterator{golden})
    if (it.path().extension() == ".jsonl")
      found.push_back(it.path());
  return found;
}

std::vector<std::string> lines_of(const fs::path& file) {
  auto lines = std::vector<std::string>{};
  auto in = std::ifstream{file};
  for (auto line = std::string{}; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

state replayed(const fs::path& file) {
  auto reader = fact_reader{};
  auto now = state{};
  for (const auto& line : lines_of(file)) {
    const auto next = reader.read(line);
    BOOST_TEST_REQUIRE(next.number == now.last_fact + 1);
    evolve(now, next);
  }
  return now;
}

} // namespace

BOOST_AUTO_TEST_SUITE(golden_logs)

BOOST_AUTO_TEST_CASE(there_is_one_of_the_first_release) {
  BOOST_TEST(fs::exists(golden / "log-0.1.jsonl"));
}

BOOST_AUTO_TEST_CASE(each_leads_to_the_office_it_led_to) {
  for (const auto& file : logs()) {
    const auto now = replayed(file);
    auto expected = file;
    expected.replace_extension(".hash");
    const auto hash = state_hash(now);
    BOOST_TEST(hash == lines_of(expected).at(0),
               file.string() + " leads to " + hash);
    for (const auto& broken : broken_invariants(now))
      BOOST_ERROR(broken);
  }
}

BOOST_AUTO_TEST_CASE(all_kinds_of_events_are_in_them) {
  auto reader = fact_reader{};
  auto kinds = std::set<std::string_view>{};
  for (const auto& file : logs())
    for (const auto& line : lines_of(file))
      kinds.insert(name_of(reader.read(line).what));
  BOOST_TEST(kinds.size() == std::variant_size_v<event>);
}

BOOST_AUTO_TEST_CASE(a_snapshot_anywhere_leads_to_the_same_office) {
  auto reader = fact_reader{};
  for (const auto& file : logs()) {
    auto now = state{};
    const auto expected = state_hash(replayed(file));
    for (const auto& line : lines_of(file)) {
      evolve(now, reader.read(line));
      if (now.last_fact % 50 == 0)
        now = state_from_json(to_json(now));
    }
    BOOST_TEST(state_hash(now) == expected, file);
  }
}

BOOST_AUTO_TEST_SUITE_END()
