// Short words to look at what the program has said.

#pragma once

#include "tests/support/program_run.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include <unistd.h>

namespace suivant::tests {

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

inline boost::json::object json_in(const std::string& line) {
  return boost::json::parse(line).as_object();
}

inline std::uint64_t number_in(const boost::json::object& it,
                               const char* name) {
  return it.at(name).to_number<std::uint64_t>();
}

inline std::string text_in(const boost::json::object& it, const char* name) {
  return std::string{it.at(name).as_string()};
}

inline void says_no(const program_said& it, int code, const std::string& why) {
  BOOST_TEST(it.code == code);
  BOOST_TEST(has(it.err, why), it.err);
}

/// A folder that is gone after the test.
struct program_place {
  static inline int made = 0;
  std::filesystem::path place
      = std::filesystem::temp_directory_path()
        / ("suivant-program-" + std::to_string(::getpid()) + '-'
           + std::to_string(++made));

  program_place() {
    std::filesystem::remove_all(place);
    std::filesystem::create_directories(place);
  }

  ~program_place() {
    std::filesystem::remove_all(place);
  }

  std::string at(const std::string& name) const {
    return (place / name).string();
  }
};

inline const auto day_file
    = std::string{SUIVANT_SOURCE_DIR "/data/day-1999-01-04.csv"};
inline const auto mairie
    = std::string{SUIVANT_SOURCE_DIR "/config/offices/mairie.json"};

} // namespace suivant::tests
