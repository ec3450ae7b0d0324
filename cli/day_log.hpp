// A day of visits as somebody once noted it: who came when, waited how long,
// and what became of them. Reads the file; knows nothing of offices.

#pragma once

#include "actors/common/instant.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace suivant::cli {

struct logged_visit {
  std::chrono::seconds joined{}; // After midnight.
  std::string service;
  int priority = 0; // 0, 1 or 2, the highest.
  std::chrono::seconds wait{};
  bool served = false; // Otherwise they left without being served.
  std::chrono::seconds service_time{};
  std::string agent; // Of those who were served.
};

/// The visits of `date`, in the order of their coming. Throws
/// std::runtime_error naming the line that cannot be read, or the dates there
/// are when there is nobody on this one.
std::vector<logged_visit> read_day(const std::filesystem::path& file,
                                   business_day date);

} // namespace suivant::cli
