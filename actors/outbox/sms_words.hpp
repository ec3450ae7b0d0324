// What somebody wants who sends a text message. Pure.

#pragma once

#include "actors/outbox/message_setup.hpp"

namespace suivant::office {

enum class sms_wish {
  help,    // Or nothing that is understood.
  join,    // A line.
  status,  // How long will it be?
  late,    // So many minutes.
  cancel,  // I shall not come.
  pass,    // Let so many go first.
  stop,    // No more messages.
  start,   // Messages again.
  accept,  // What was offered.
  refuse,  // It is not wanted.
  arrived, // I am here.
};

struct sms_said {
  sms_wish wish = sms_wish::help;
  int number = 0;       // Minutes, or places; 0: not said. At most 1440.
  std::string word;     // Of `join`, as `plain_word` has it; may be empty.
  service_id service;   // Of the word, if the office knows it.
  std::string language; // "fr" or "en", as the word is; empty: may be either.

  bool operator==(const sms_said&) const = default;
};

/// Case, accents, punctuation and polite words do not matter: "Bonjour, je
/// serai en retard de 10 min !" A word of `join` alone takes a ticket, too.
/// What is denied ("ne pas annuler") is not understood, on purpose.
sms_said read_sms(std::string_view text, const std::vector<join_word>& join);

/// In capitals, without accents, punctuation and spaces around: how words are
/// compared. Inner spaces become one.
std::string plain_word(std::string_view text);

/// Whether it means something by itself, and cannot be a word to join by.
bool is_reserved_word(std::string_view text);

/// What cancels by text message: "ANNULER", "CANCEL".
std::string_view cancel_word(std::string_view language);

} // namespace suivant::office
