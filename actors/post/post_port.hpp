// The way out to gateways for text messages and mail. Does not say how it gets
// there.

#pragma once

#include "actors/office/visit.hpp"

#include <functional>

namespace suivant::post {

/// A message with all that its text is made of.
struct letter {
  office_id office;
  office::message what;
  office::shared_visit visit;
  std::shared_ptr<const office::setup> setup;
  int places = 0; // Before them in line; of `nth` and `ticket`.
  int gauge = -1; // Percent of the site's, of `survey`; -1: not known.
};

enum class fate {
  handed,  // The gateway has it.
  refused, // It will never take this one: the address leads nowhere.
  later,   // It would not, or could not, just now.
  unknown, // It may have it: there was no answer to what was sent.
};

struct told {
  fate is = fate::later;
  std::string why;            // "timeout", "number_is_landline" …; no address.
  milliseconds not_before{0}; // Asked to be left alone so long.
};

class post_port {
public:
  virtual ~post_port() = default;

  /// One try. `then` is called once, from any thread, within a limit of time;
  /// not at all once the port is closed.
  virtual void send(letter what, std::function<void(const told&)> then) = 0;

  /// Whether the gateway says so of each message it has taken, and says it
  /// again until it is heard: then no word in time means that it has none.
  virtual bool gives_receipts(office::way by) const = 0;
};

} // namespace suivant::post
