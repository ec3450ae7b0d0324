// Rules about the source itself, kept by tests rather than by reviewers.

#include "tests/support/source_files.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <regex>
#include <set>

using namespace suivant::tests;

namespace {

using names = std::vector<std::string>;

bool starts_with_any(const std::string& text, const names& beginnings) {
  return std::ranges::any_of(
      beginnings, [&](const auto& it) { return text.starts_with(it); });
}

// -- who may know what: the order of the layers, written down once ------------

struct layer {
  std::string folder;
  names forbidden; // Beginnings of what may not be included there,
  names except{};  // but in files whose path begins like this.
};

const auto layers = std::vector<layer>{
    {"storage",
     {"<caf/", "<boost/", "\"actors/", "\"net/", "\"config/", "\"cli/"}},
    {"actors", {"<rocksdb/", "\"net/", "\"config/", "\"cli/"}},
    {"actors",
     {"<boost/"},
     {"actors/common/json_codec", "actors/common/json_keys",
      "actors/office/office_json.cpp"}},
    {"actors", {"<sodium"}, {"actors/common/crypto.cpp"}},
    {"actors", {"<date/"}, {"actors/common/calendar.cpp"}},
    {"net", {"<rocksdb/", "<caf/", "\"config/", "\"cli/"}},
    {"net", {"\"actors/", "\"storage/"}, {"net/gateway/"}},
    {"config", {"<rocksdb/", "<boost/", "\"cli/"}},
    {"cli", {"<rocksdb/", "<caf/"}},
};

// What CAF calls otherwise from version 1 on.
const auto renamed_by_caf = names{
    "replies_to<",      "reacts_to<", "anon_send",        "delayed_send",
    "self_->send(",     "->request(", "set_down_handler", "->monitor(",
    "stateful_pointer", "->state.",   "->delegate(",      "add_message_types"};

// -- reading code -------------------------------------------------------------

// Without what stands in quotes and behind slashes.
std::string bare(const std::string& line) {
  static const auto quoted
      = std::regex{"\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])'|//.*"};
  return std::regex_replace(line, quoted, "");
}

// Without texts that go on over lines, whose braces are none.
std::vector<source_line> without_raw_texts(const source_file& file) {
  auto lines = file.lines;
  auto inside = false;
  for (auto& [text, where] : lines) {
    const auto ends = inside ? text.find(")\"") : text.npos;
    if (inside)
      text = ends == text.npos ? std::string{} : text.substr(ends + 2);
    inside = inside && ends == text.npos;
    while (const auto begins = text.find("R\"(") + 1) {
      const auto end = text.find(")\"", begins);
      inside = end == text.npos;
      text.erase(begins - 1, inside ? text.npos : end + 3 - begins);
    }
  }
  return lines;
}

long depth_change(const std::string& line) {
  const auto code = bare(line);
  return std::ranges::count(code, '{') - std::ranges::count(code, '}');
}

bool begins_function(const std::string& line) {
  static const auto head = std::regex{
      R"([)}]( const| noexcept| override| mutable| final| try| -> .+)* \{$)"};
  return std::regex_search(bare(line), head) && !line.starts_with("namespace");
}

std::size_t columns(const std::string& line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char it) { return (it & '\xC0') != '\x80'; }));
}

// Includes of a rule, and of all it includes of ours.
void reach(const fs::path& path, std::set<fs::path>& reached) {
  if (!reached.insert(path).second)
    return;
  for (const auto& it : source_at(path).includes())
    if (it.text.starts_with('"'))
      reach(it.text.substr(1, it.text.size() - 2), reached);
}

// The files that CMake calls the rules, and what they are made of.
std::set<fs::path> files_of_rules() {
  auto reached = std::set<fs::path>{};
  auto inside = false;
  for (const auto& [line, where] : source_at("actors/CMakeLists.txt").lines) {
    if (line.starts_with("add_library(suivant_rules"))
      inside = true;
    else if (line.starts_with(")"))
      inside = false;
    else if (inside)
      reach("actors/" + line.substr(line.find_first_not_of(' ')), reached);
  }
  return reached;
}

void no_line_has(const names& words, const names& except = {}) {
  for (const auto& file : all_source()) {
    if (starts_with_any(file.path.string(), except))
      continue;
    for (const auto& [text, where] : file.lines)
      for (const auto& word : words)
        BOOST_TEST((text.find(word) == text.npos), where << ": " << word);
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(tidy)

BOOST_AUTO_TEST_CASE(each_layer_includes_only_what_it_may_know) {
  for (const auto& [folder, forbidden, except] : layers)
    for (const auto& file : all_source())
      if (file.is_in(folder) && !starts_with_any(file.path.string(), except))
        for (const auto& [header, where] : file.includes())
          BOOST_TEST(!starts_with_any(header, forbidden),
                     where << " includes " << header);
}

BOOST_AUTO_TEST_CASE(rules_are_made_of_rules_and_nothing_else) {
  const auto machines = std::set<std::string>{
      "<thread>",  "<mutex>",  "<atomic>",   "<future>",    "<random>",
      "<fstream>", "<cstdio>", "<iostream>", "<filesystem>"};
  const auto files = files_of_rules();
  BOOST_TEST(files.size() > 30u);
  for (const auto& path : files)
    for (const auto& [header, where] : source_at(path).includes()) {
      const auto ours = header.starts_with("\"actors/");
      const auto standard = header.starts_with('<')
                            && header.find('/') == header.npos
                            && !machines.contains(header);
      BOOST_TEST((ours || standard), where << " includes " << header);
    }
}

BOOST_AUTO_TEST_CASE(rules_read_no_clock) {
  for (const auto& path : files_of_rules())
    for (const auto& [text, where] : source_at(path).lines)
      BOOST_TEST((text.find("::now()") == text.npos), where);
}

BOOST_AUTO_TEST_CASE(one_header_knows_which_caf_this_is) {
  for (const auto& file : all_source()) {
    if (file.is_in("tests") || file.is_in("bench")
        || file.path == "actors/common/caf_bridge.hpp")
      continue;
    for (const auto& [text, where] : file.lines)
      for (const auto& word : renamed_by_caf)
        BOOST_TEST((bare(text).find(word) == text.npos), where << ": " << word);
  }
}

BOOST_AUTO_TEST_CASE(heavy_headers_stay_in_source_files) {
  const auto heavy = names{"<boost/asio/", "<boost/beast/", "<rocksdb/",
                           "<spdlog/", "<CLI/"};
  for (const auto& file : all_source())
    if (file.is_header() && !file.is_in("net") && !file.is_in("tests")
        && !file.is_in("bench"))
      for (const auto& [header, where] : file.includes())
        BOOST_TEST((!starts_with_any(header, heavy)
                    || file.path == "storage/engine.hpp"),
                   where << " includes " << header);
}

BOOST_AUTO_TEST_CASE(lines_fit_on_half_a_screen) {
  for (const auto& file : all_source())
    for (const auto& [text, where] : file.lines)
      BOOST_TEST((columns(text) <= 80u
                  || file.path == "actors/messages.hpp"), // A list of macros.
                 where << " is too wide");
}

BOOST_AUTO_TEST_CASE(files_can_be_read_in_one_go) {
  for (const auto& file : all_source())
    BOOST_TEST(file.lines.size() <= 300u, file.path);
}

BOOST_AUTO_TEST_CASE(functions_can_be_seen_at_once) {
  for (const auto& file : all_source()) {
    auto depth = 0l;
    auto began = std::size_t{0}; // One past the first line; 0: outside.
    auto outside = 0l;
    const auto lines = without_raw_texts(file);
    for (auto i = std::size_t{0}; i < lines.size(); ++i) {
      const auto& [text, where] = lines[i];
      if (began == 0 && begins_function(text)) {
        began = i + 1;
        outside = depth;
      }
      depth += depth_change(text);
      if (began != 0 && depth <= outside) {
        BOOST_TEST(i + 2 - began <= 70u, where << " ends a long function");
        began = 0;
      }
    }
    BOOST_TEST(depth == 0, file.path << ": braces do not match");
  }
}

BOOST_AUTO_TEST_CASE(each_header_says_what_it_is_for) {
  for (const auto& file : all_source())
    if (file.is_header()) {
      BOOST_TEST_REQUIRE(file.lines.size() > 3u, file.path);
      BOOST_TEST(file.lines[0].text.starts_with("// "), file.lines[0].where);
      const auto once = std::ranges::any_of(
          file.lines, [](const auto& it) { return it.text == "#pragma once"; });
      BOOST_TEST(once, file.path);
    }
}

BOOST_AUTO_TEST_CASE(each_test_file_says_what_it_promises) {
  for (const auto& file : all_source())
    if (file.path.string().ends_with("_tests.cpp"))
      BOOST_TEST(file.lines[0].text.starts_with("// "), file.path);
}

BOOST_AUTO_TEST_CASE(nothing_is_left_for_later) {
  no_line_has({"TODO", "FIXME", "HACK"}, {"tests/tidy_tests.cpp"});
}

BOOST_AUTO_TEST_CASE(no_code_is_kept_in_comments) {
  static const auto code
      = std::regex{R"(^\s*//+\s*[\w:<>*&.>-]+(\(.*\)|\s*=.*|\s\w+);$)"};
  for (const auto& file : all_source())
    for (const auto& [text, where] : file.lines)
      BOOST_TEST((!std::regex_search(text, code)
                  || file.path == "actors/common/caf_bridge.hpp"),
                 where << ": " << text);
}

BOOST_AUTO_TEST_CASE(no_place_of_the_makers_is_named) {
  no_line_has({"/home/", "/root/", "/work/"}, {"tests/tidy_tests.cpp"});
}

BOOST_AUTO_TEST_CASE(tests_never_sleep) {
  for (const auto& file : all_source())
    if (file.is_in("tests") && file.path != "tests/tidy_tests.cpp")
      for (const auto& [text, where] : file.lines)
        for (const auto* word : {"sleep_for", "sleep_until", "usleep("})
          BOOST_TEST((text.find(word) == text.npos), where << ": " << word);
}

BOOST_AUTO_TEST_SUITE_END()
