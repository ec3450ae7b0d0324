// What an office can be asked about messages. Most of it by whoever drives the
// gateways.

#pragma once

#include "actors/office/command_parts.hpp"
#include "actors/outbox/message.hpp"

#include <map>

namespace suivant::office {

/// What became of one try to hand a message over.
enum class handing {
  taken,   // The gateway has it.
  refused, // It will never take it.
  later,   // Not now.
  unknown, // It may have it; nobody will ever know.
};

/// Whether it may be handed over now. Granted once for each try: from then on
/// nobody knows what became of it until somebody says so.
struct begin_sending {
  visit_ref visit;
  std::uint32_t number = 0;
};
/// `tries` is that of the message when sending it began; 0: whichever it is.
struct note_handing {
  visit_ref visit;
  std::uint32_t number = 0;
  int tries = 0;
  handing is = handing::later;
  std::string why;       // Of everything but `taken`.
  int pause_seconds = 0; // Of `later`: the gateway asks to be left alone.
};
/// The network says what became of what it was given.
struct note_receipt {
  visit_ref visit;
  std::uint32_t number = 0;
  bool arrived = true;
  std::string why; // It did not.
};

/// The same message once more, by staff.
struct resend_message {
  visit_ref visit;
  std::uint32_t number = 0;
};
/// The place in line by text, for who has no page to look at.
struct send_ticket {
  visit_ref visit;
};
/// To be told when no more than so many are before them; 0: no more.
struct ask_notice {
  visit_ref visit;
  int places = 3; // 0 to 20.
};
/// A page has shown the call: no text is needed.
struct note_seen {
  visit_ref visit;
};
/// Sends the code that proves an address, before anything is booked.
struct send_code {
  visit_ref visit;
  sealed_person person;
};
/// Nothing more by text to this number, or again; by the hash of
/// `sealed_person`.
struct stop_messages {
  std::string phone;
};
struct allow_messages {
  std::string phone;
};

/// How a visit went, and what somebody says of it who shall not be known: all
/// that is kept of both, and nothing that leads from one to the other.
struct answer_survey {
  std::string nonce; // Of the slip that they were sent; answered once.
  service_id service;
  instant ended;  // The hour.
  int waited = 0; // Seconds.
  int served = 0;
  int gauge = -1; // Percent of the site's, as it ended; -1: not known.
  std::map<std::string, std::string> answers; // By question.
};

} // namespace suivant::office
