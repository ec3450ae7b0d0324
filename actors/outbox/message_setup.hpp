// How an office is set up to tell people things: which occasions, by which
// way, when, in which words. Data only.

#pragma once

#include "actors/office/form.hpp"
#include "actors/outbox/message.hpp"

#include <map>

namespace suivant::office {

/// Days before the appointment, on the clocks of its site: at a clock time, or
/// at that of its start less some minutes. So "2 days before" is the same
/// clock time also across a change of clocks.
struct reminder_setup {
  int days = 0;    // 0 to 60.
  int at = -1;     // Minutes after midnight; -1: that of the start,
  int minutes = 0; // less so many; 0 to 1440.

  bool operator==(const reminder_setup&) const = default;
};

/// Which ways a message takes. A way that leads nowhere is left out.
enum class route {
  off,
  sms_first,   // Mail if there is no number, or the text does not arrive.
  email_first, // And the other way round.
  both,
};

/// Words in place of the usual ones. `{{start}}` stands for a variable; what
/// stands in square brackets is left out if a variable in it says nothing.
struct text_setup {
  occasion about = occasion::booked;
  service_id service;   // Empty: for all that have no words of their own.
  std::string language; // "fr"
  std::string sms;      // Empty, like the others: the usual words.
  std::string subject;
  std::string mail;

  bool operator==(const text_setup&) const = default;
};

enum class question_kind {
  scale, // "1" to "5".
  choice,
  text,
};

struct question_setup {
  std::string id;
  words label;
  question_kind kind = question_kind::scale;
  bool required = false;
  std::vector<option_setup> options; // Of a choice, and at least two.
  std::vector<service_id> services;  // Asked after these; none: after all.

  bool operator==(const question_setup&) const = default;
};

/// Sent after a visit that was served; without questions there is none.
struct survey_setup {
  std::vector<question_setup> questions; // At most 10.
  int after_minutes = 30;                // 0 to 1440.

  bool operator==(const survey_setup&) const = default;
};

/// What somebody sends to join a line: "PASSEPORT".
struct join_word {
  std::string word;
  service_id service;

  bool operator==(const join_word&) const = default;
};

struct message_setup {
  bool on = false;     // Nothing is sent without.
  std::string phone;   // Of the office, for people; in each message.
  std::string address; // Of the office; in mails. May have several lines.
  std::string sender;  // Of text messages: up to 11 letters, or a number; may
                       // be empty: as the gateway says.
  /// Not those of the usual plan.
  std::map<occasion, route> routes;
  std::vector<reminder_setup> reminders; // At most 5.
  /// Of a message by text; 0: whatever happens. 1 to 1440.
  int fall_back_minutes = 10;
  int quiet_from = 1260; // Minutes after midnight, on the clocks of the office;
  int quiet_to = 480;    // what can wait does so between these. Equal: never.
  std::vector<text_setup> texts;
  std::vector<join_word> join; // Words that take a ticket; at most 50.
  survey_setup survey;

  bool operator==(const message_setup&) const = default;
};

/// By `routes`, or the usual plan.
route route_of(const message_setup& by, occasion about);

} // namespace suivant::office
