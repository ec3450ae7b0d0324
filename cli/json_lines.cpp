#include "cli/json_lines.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace suivant::cli {
namespace {

// Walks over a text that is known to be JSON.
class line_reader {
public:
  using places = std::vector<std::pair<std::string, int>>;

  explicit line_reader(std::string_view text) : text_{text} {}

  /// Members of the value that begins here, by their path within it; `id` is
  /// its own, if it has one.
  places value(std::string& id) {
    skip_space();
    if (text_[at_] == '{')
      return object(id);
    if (text_[at_] == '[')
      return list();
    if (text_[at_] == '"')
      id = string();
    else
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    return {};
  }

private:
  void skip_space() {
    at_ = text_.find_first_not_of(" \t\r\n", at_);
  }

  bool goes_on(char end) {
    skip_space();
    if (text_[at_] == ',')
      ++at_;
    skip_space();
    if (text_[at_] != end)
      return true;
    ++at_;
    return false;
  }

  std::string string() {
    const auto begin = ++at_;
    while (text_[at_] != '"')
      at_ += text_[at_] == '\\' ? 2 : 1;
    return std::string{text_.substr(begin, at_++ - begin)};
  }

  static void put_under(const std::string& name, places inside, places& all) {
    for (auto& [path, line] : inside)
      all.emplace_back(name + '.' + path, line);
  }

  places object(std::string& id) {
    auto all = places{};
    ++at_;
    while (goes_on('}')) {
      const auto line = line_at(text_, at_);
      const auto name = string();
      all.emplace_back(name, line);
      at_ = text_.find(':', at_) + 1;
      auto own = std::string{};
      put_under(name, value(own), all);
      if (name == "id")
        id = own;
    }
    return all;
  }

  places list() {
    auto all = places{};
    ++at_;
    for (auto count = 0; goes_on(']'); ++count) {
      const auto line = line_at(text_, at_);
      auto id = std::string{};
      auto inside = value(id);
      const auto name = id.empty() ? std::to_string(count) : id;
      all.emplace_back(name, line);
      put_under(name, std::move(inside), all);
    }
    return all;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

} // namespace

int line_at(std::string_view text, std::size_t position) {
  const auto until = text.substr(0, position);
  return 1 + static_cast<int>(std::ranges::count(until, '\n'));
}

std::map<std::string, int> lines_of_members(std::string_view text) {
  auto reader = line_reader{text};
  auto id = std::string{};
  auto lines = std::map<std::string, int>{};
  for (auto& [path, line] : reader.value(id))
    lines.emplace(std::move(path), line);
  return lines;
}

} // namespace suivant::cli
