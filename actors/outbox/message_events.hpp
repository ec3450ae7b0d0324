// What can happen to messages. Stored for ever, like all of events.hpp. They
// are about a message to a visit, and leave the visit as it is.

#pragma once

#include "actors/outbox/message_commands.hpp"

namespace suivant::office {

/// Somebody is owed a message.
struct message_due {
  visit_id to;
  office::message message;
  bool operator==(const message_due&) const = default;
};
/// About to be handed over.
struct message_sending {
  visit_id to;
  std::uint32_t number = 0;
  bool operator==(const message_sending&) const = default;
};
struct message_handed {
  visit_id to;
  std::uint32_t number = 0;
  bool operator==(const message_handed&) const = default;
};
struct message_put_off {
  visit_id to;
  std::uint32_t number = 0;
  instant due;
  std::string why;
  bool operator==(const message_put_off&) const = default;
};
struct message_delivered {
  visit_id to;
  std::uint32_t number = 0;
  bool operator==(const message_delivered&) const = default;
};
struct message_failed {
  visit_id to;
  std::uint32_t number = 0;
  std::string why;
  bool operator==(const message_failed&) const = default;
};
/// Not sent, and not needed any more.
struct message_dropped {
  visit_id to;
  std::uint32_t number = 0;
  std::string why;
  bool operator==(const message_dropped&) const = default;
};
struct notice_asked {
  visit_id visit;
  int places = 0;
  bool operator==(const notice_asked&) const = default;
};
/// Where a code goes to.
struct code_asked {
  visit_id visit;
  sealed_person person;
  bool operator==(const code_asked&) const = default;
};
struct messages_stopped {
  std::string phone;
  bool operator==(const messages_stopped&) const = default;
};
struct messages_allowed {
  std::string phone;
  bool operator==(const messages_allowed&) const = default;
};

struct survey_answered {
  std::string nonce;
  service_id service;
  instant ended;
  int waited = 0;
  int served = 0;
  int gauge = -1;
  std::map<std::string, std::string> answers;
  bool operator==(const survey_answered&) const = default;
};

} // namespace suivant::office
