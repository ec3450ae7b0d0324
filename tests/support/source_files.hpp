// The source of the project as tests about it read it: files, their lines,
// what they include. Knows no rule.

#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace suivant::tests {

namespace fs = std::filesystem;

struct source_line {
  std::string text;
  std::string where; // "actors/queue/line.cpp:12"
};

struct source_file {
  fs::path path; // From the top of the project.
  std::vector<source_line> lines;

  bool is_in(const std::string& folder) const {
    return path.string().starts_with(folder + '/');
  }

  bool is_header() const {
    return path.extension() == ".hpp";
  }

  /// As written: "<vector>", "\"actors/common/ids.hpp\"".
  std::vector<source_line> includes() const {
    constexpr auto word = std::string_view{"#include "};
    auto found = std::vector<source_line>{};
    for (const auto& line : lines)
      if (line.text.starts_with(word))
        found.push_back({line.text.substr(word.size()), line.where});
    return found;
  }
};

inline source_file source_at(const fs::path& path) {
  auto file = source_file{path, {}};
  auto in = std::ifstream{fs::path{SUIVANT_SOURCE_DIR} / path};
  for (auto line = std::string{}; std::getline(in, line);)
    file.lines.push_back(
        {line, path.string() + ':' + std::to_string(file.lines.size() + 1)});
  return file;
}

/// All C++ of the project.
inline const std::vector<source_file>& all_source() {
  static const auto files = [] {
    const auto top = fs::path{SUIVANT_SOURCE_DIR};
    auto found = std::vector<source_file>{};
    for (const auto* folder :
         {"actors", "bench", "cli", "config", "net", "storage", "tests"})
      for (const auto& it : fs::recursive_directory_iterator{top / folder})
        if (it.path().extension() == ".hpp" || it.path().extension() == ".cpp")
          found.push_back(source_at(fs::relative(it.path(), top)));
    return found;
  }();
  return files;
}

} // namespace suivant::tests
