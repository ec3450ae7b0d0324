// Sentences about messages: who is owed which, and what came of it.

#pragma once

#include "actors/outbox/messages.hpp"
#include "cli/sentences_beside.hpp"

namespace suivant::cli {

/// As `sentences_beside`.
class sentences_of_messages : public sentences_beside {
public:
  explicit sentences_of_messages(const office::state& before)
      : sentences_beside{before}, before_{before} {}
  using sentences_beside::operator();

  std::string operator()(const office::message_due& it) const {
    return fmt::format("{} is to be told by {}: {}", number(it.to),
                       word(it.message.by), word(it.message.about));
  }
  std::string operator()(const office::message_sending& it) const {
    return named(it) + " is being handed over";
  }
  std::string operator()(const office::message_handed& it) const {
    return named(it) + " is with the gateway";
  }
  std::string operator()(const office::message_put_off& it) const {
    return named(it) + " is put off" + because(it.why);
  }
  std::string operator()(const office::message_delivered& it) const {
    return named(it) + " has arrived";
  }
  std::string operator()(const office::message_failed& it) const {
    return named(it) + " did not arrive" + because(it.why);
  }
  std::string operator()(const office::message_dropped& it) const {
    return named(it) + " is not sent" + because(it.why);
  }
  std::string operator()(const office::notice_asked& it) const {
    return fmt::format("{} wants to know when {} are before them",
                       number(it.visit), it.places);
  }
  std::string operator()(const office::code_asked& it) const {
    return number(it.visit) + " asks for a code to its address";
  }
  std::string operator()(const office::messages_stopped&) const {
    return "a number wants no more texts";
  }
  std::string operator()(const office::messages_allowed&) const {
    return "a number wants texts again";
  }
  std::string operator()(const office::survey_answered& it) const {
    return fmt::format("somebody says how {} was", it.service.text);
  }

private:
  /// "message 2 to A012, turn by sms"
  template <class Event>
  std::string named(const Event& it) const {
    const auto* known = office::find_message(before_, it.to, it.number);
    auto text = fmt::format("message {} to {}", it.number, number(it.to));
    return known == nullptr ? text
                            : fmt::format("{}, {} by {}", text,
                                          word(known->about), word(known->by));
  }

  const office::state& before_;
};

} // namespace suivant::cli
