// What a letter is about: which appointment, service and site.

#pragma once

#include "actors/post/post_port.hpp"

#include <optional>

namespace suivant::gateway {

/// Looks at the letter for as long as that lives.
class message_subject {
public:
  explicit message_subject(const post::letter& what) : what_{what} {}

  const post::letter& letter() const {
    return what_;
  }
  const office::visit& visit() const {
    return *what_.visit;
  }
  const office::setup& setup() const {
    return *what_.setup;
  }

  /// The appointment, or what is offered; null for who came without.
  const booking::claim* claim() const;
  std::optional<instant> offered_until() const;
  /// Null if the set-up has it no more.
  const office::service_setup* service() const;
  bool is_sensitive() const;
  int persons() const;

  /// Of the appointment; null without sites.
  const booking::site_setup* site() const;
  /// The same, if people go there.
  const booking::site_setup* site_gone_to() const;
  /// Whose clocks count: IANA name.
  const std::string& zone() const;

private:
  bool is_offer() const;

  const post::letter& what_;
};

} // namespace suivant::gateway
