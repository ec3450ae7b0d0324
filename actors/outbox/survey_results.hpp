// What many people answered to a survey, counted so that nobody can be found
// again in it. Pure.

#pragma once

#include "actors/office/setup.hpp"
#include "actors/outbox/message_events.hpp"

namespace suivant::office {

/// A part of the answers that has fewer is not told apart; nor is one that
/// could be had by taking the others from the whole.
inline constexpr auto fewest_told_apart = 5;

struct question_result {
  question_setup of;
  int answers = 0;
  /// By "1" to "5", or the id of an option, also where it is 0. Empty for
  /// texts.
  std::map<std::string, int> counts;
  double mean = 0; // Of a scale that somebody answered.

  bool operator==(const question_result&) const = default;
};

struct mean_result {
  std::string question; // A scale.
  int answers = 0;      // `fewest_told_apart`, or more.
  double mean = 0;

  bool operator==(const mean_result&) const = default;
};

/// Those who were at one service, waited so long, or ended their visit in a
/// place so full.
struct group_result {
  std::string by;   // "service", "waited" (minutes) or "gauge" (percent).
  std::string name; // The service's id; "0-5", "50-80", "30-" …
  bool is_told = false;
  int answers = 0; // 0, without means, unless it is told.
  std::vector<mean_result> means;

  bool operator==(const group_result&) const = default;
};

struct text_result {
  std::string question;
  std::string text;

  bool operator==(const text_result&) const = default;
};

struct survey_results {
  int answers = 0; // Of persons.
  std::vector<question_result> questions;
  std::vector<group_result> groups; // Without those that nobody is in.
  std::vector<text_result> texts;   // The newest 200 first.

  bool operator==(const survey_results&) const = default;
};

/// Answers to questions that the set-up has no more are left out. `given` in
/// order of time.
survey_results results_of(const setup& by,
                          const std::vector<survey_answered>& given);

} // namespace suivant::office
