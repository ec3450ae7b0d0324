// Pages on the live channel that know nothing but what asyncapi.json says:
// they follow a rank by the frames of a line, and a desk by merge patches.
// Every frame is held against its description.

#pragma once

#include "tests/support/caller.hpp"
#include "tests/support/phone.hpp"

namespace suivant::tests {

/// RFC 7396.
void merge(json_value& target, const json_value& patch);

class live_page {
public:
  explicit live_page(std::uint16_t port, const std::string& cookie = {},
                     const std::string& language = "en");

  void say(const json_value& word);
  /// As it is, also what is no JSON.
  void say_text(const std::string& text);
  /// Null once the server has closed or went silent.
  json_value hear();
  /// The next frame with that topic; others before it are skipped.
  json_value hear_of(std::string_view topic);
  std::uint16_t close_code() const;

private:
  phone phone_;
};

/// Asks for one snapshot of a topic and goes.
json_value snapshot_of(const std::string& topic, std::uint16_t port,
                       const std::string& cookie);

/// The phone of somebody with a ticket.
class ticket_page {
public:
  ticket_page(std::uint16_t port, std::string link);

  /// The connection is lost; it comes back, to a server that may be another.
  void lose();
  void come_back(std::uint16_t port);

  /// Hears frames until it knows as much as `told`, the answer to GET
  /// /api/v1/visit. False when it never does.
  bool catches_up_with(const json_value& told);

  /// Empty when not in the line.
  std::optional<std::int64_t> rank() const {
    return rank_;
  }
  int gaps() const {
    return gaps_;
  }
  const json_value& snapshot() const {
    return snapshot_;
  }

private:
  void subscribe();
  bool hear_one();
  void take_snapshot(const json_value& frame);
  void follow(const json_value& frame);
  bool knows(const json_value& told) const;

  std::string link_;
  std::optional<live_page> page_;
  json_value snapshot_;
  std::optional<std::int64_t> rank_;
  std::int64_t line_n_ = 0;
  bool sure_ = false; // Else a snapshot is on its way.
  int gaps_ = 0;
};

/// A page that follows a topic of snapshots and patches.
class desk_page {
public:
  desk_page(std::string topic, std::uint16_t port, std::string cookie);

  void lose();
  void come_back(std::uint16_t port);

  /// Hears frames up to number `n`; false when it never comes.
  bool reaches(std::int64_t n);
  /// Hears frames until this is so; changes of a moment are said together, so
  /// that what was just answered may be shown a little later.
  template <class That>
  bool shows(That that) {
    while (state_.is_null() || !that(state_))
      if (!hear_one())
        return false;
    return true;
  }

  std::int64_t n() const {
    return n_;
  }
  const json_value& state() const {
    return state_;
  }
  int snapshots() const {
    return snapshots_;
  }

private:
  bool hear_one();

  std::string topic_;
  std::string cookie_;
  std::optional<live_page> page_;
  json_value state_;
  std::int64_t n_ = 0;
  int snapshots_ = 0;
};

} // namespace suivant::tests
