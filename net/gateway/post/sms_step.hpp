// What a text from somebody's phone asks of the office, by what the office has
// of that number. Pure: asks nobody, says nothing by itself.

#pragma once

#include "actors/office/commands.hpp"
#include "actors/office/visit.hpp"
#include "actors/outbox/sms_words.hpp"

#include <optional>
#include <span>

namespace suivant::gateway {

/// How somebody stands in their line, as their page shows it.
struct line_place {
  int before = 0;
  int behind = 0;
  int low = -1; // Minutes they are expected to wait; -1: not known.
  int high = -1;

  bool operator==(const line_place&) const = default;
};

/// Who wrote what, and what the office has of them.
struct sms_asked {
  office::sms_said said;
  std::string phone; // As rules know it; see `sealed_person`.
  std::span<const office::shared_visit> visits; // Open ones, newest first.
  const office::setup& setup;
};

struct sms_step {
  office::shared_visit about; // Null: about none of theirs.
  /// To be asked first. About the visit of number 0 where there is none to ask
  /// about: a text that is told a second time is then answered as the first.
  std::optional<office::command> ask;
  std::string say;       // Words once that is done: "reply.left".
  std::string otherwise; // Words if there is no such visit.
};

/// Whom a text is about that may be about several: who is called comes before
/// who waits, that before the next appointment. Null: there is nobody, or
/// nobody whose time has to be told. Not who only keeps a place to book.
office::shared_visit visit_meant(std::span<const office::shared_visit> of);

/// The words that say how it stands with a visit: "reply.waiting".
std::string standing_of(const office::visit& it);

/// `place` of `visit_meant`, if it waits. A ticket is taken without a person
/// and a link: that is for whoever can seal them.
sms_step step_for(const sms_asked& by, const std::optional<line_place>& place);

/// How many others may be let pass by who is so late: as many as are served in
/// that time, but one at least, and no more than wait or may be.
int passed_within(int minutes, const line_place& place, int minutes_each,
                  int most);

/// A message of the office says so by text in any case: none besides.
bool is_told_by_text(const office::setup& by, const office::visit& to,
                     const sms_step& done);

} // namespace suivant::gateway
