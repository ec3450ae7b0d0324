// News that waits for the disk: what there is to tell once the facts it comes
// from are written.

#pragma once

#include "actors/office/news.hpp"

#include <deque>

namespace suivant {

class held_news {
public:
  void put(office::fact_number after, office::news what) {
    all_.push_back({after, std::move(what)});
  }

  /// All that may be told now that fact `durable` is on disk, as one.
  office::news take(office::fact_number durable) {
    auto told = office::news{};
    while (!all_.empty() && all_.front().after <= durable) {
      told.append(std::move(all_.front().what));
      all_.pop_front();
    }
    return told;
  }

private:
  struct held {
    office::fact_number after = 0;
    office::news what;
  };

  std::deque<held> all_;
};

} // namespace suivant
