// How the rules of a set-up say what is wrong with it, and where.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::booking {

/// Whether `text` can name a part of a set-up: 1 to 32 of a-z, 0-9 and "-".
bool is_id(std::string_view text);

/// Whether there is a name, and one in each language that is there.
bool is_named(const std::map<std::string, std::string>& name);

/// One thing to put right before a set-up can be used.
struct setup_problem {
  std::string where; // "openings.mornings.hours"
  std::string what;  // "is_empty", "is_not_unique", "is_out_of_range",
                     // "is_unknown" or "is_malformed".

  bool operator==(const setup_problem&) const = default;
};

/// Collects what is wrong, under the name of what is being looked at.
class inspection {
public:
  void look_at(std::string where) {
    where_ = std::move(where);
  }

  void expect(bool is_right, const std::string& member, const char* otherwise) {
    if (!is_right)
      problems_.push_back(
          {where_.empty() ? member : where_ + '.' + member, otherwise});
  }

  void expect_within(int value, int least, int most,
                     const std::string& member) {
    expect(value >= least && value <= most, member, "is_out_of_range");
  }

  std::vector<setup_problem> take() {
    return std::move(problems_);
  }

private:
  std::string where_;
  std::vector<setup_problem> problems_;
};

} // namespace suivant::booking
