// A hundred town halls in this process, with all their actors and a log on a
// real disk, but no network: nobody sees their frames.

#pragma once

#include "actors/office/front_door.hpp"

#include <filesystem>
#include <memory>

namespace suivant::bench {

class running_offices {
public:
  /// Set up and open: an agent at each counter.
  running_offices(const std::filesystem::path& folder, int count);
  ~running_offices();
  running_offices(const running_offices&) = delete;
  running_offices& operator=(const running_offices&) = delete;

  front_door& door();
  int count() const {
    return count_;
  }
  static office_id name_of(int office);

private:
  void set_up(int office);

  struct inside;
  std::unique_ptr<inside> inside_;
  int count_;
};

} // namespace suivant::bench
