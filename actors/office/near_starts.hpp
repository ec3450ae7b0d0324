// Starts near one that a command asked for in vain.

#pragma once

#include "actors/office/booking_view.hpp"

#include <map>

namespace suivant::office {

/// Starts near one that may not be had. Remembers what it said until something
/// happens: in a rush a thousand people ask about the same start.
class near_starts {
public:
  /// Those nearest to the one that `asked` is about, as a JSON list; empty for
  /// a command that is about none.
  std::string answer(const state& now, const request& asked, instant at);

private:
  fact_number as_of_ = 0; // What is remembered holds as of this fact,
  instant until_;         // and until here, for time makes starts too soon.
  std::map<std::string, std::string> known_;
};

} // namespace suivant::office
