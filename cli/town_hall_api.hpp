// An office over its public HTTP interface, as pages use it: signing in,
// tickets, commands. Knows no log and no actors.

#pragma once

#include "actors/office/setup.hpp"
#include "cli/http_client.hpp"

#include <boost/json/object.hpp>

#include <optional>

namespace suivant::cli {

/// Somebody of the staff who is signed in.
struct login {
  std::string cookie;
  std::string csrf;
};

struct ticket {
  visit_id visit;
  std::string token;
};

/// What became of a command.
struct outcome {
  int status = 0;
  visit_id visit;    // It was about; empty when there is none.
  std::string error; // Empty when it was granted.

  bool granted() const {
    return status == 200;
  }
};

/// An answer says what is on disk by then. What has a listener only leaves
/// with the next question that waits, in the order asked; all else waits.
/// Throws std::runtime_error when the server answers what it never should.
class town_hall_api {
public:
  town_hall_api(std::uint16_t port, office_id office);

  login sign_in(const std::string& name, std::string_view password);
  /// An agent of this office; quiet if there is one of that name.
  void make_agent(const login& by, const std::string& name,
                  std::string_view password);

  office::setup setup(const login& by);
  void set_up(const login& by, const office::setup& wanted);

  using ticket_listener = std::function<void(const ticket&)>;
  using outcome_listener = std::function<void(const outcome&)>;

  /// By a visitor with a phone.
  void take_ticket(const std::string& service, const std::string& key,
                   ticket_listener then);
  /// By the reception.
  void take_ticket(const login& by, const std::string& service,
                   std::string_view priority, const std::string& key,
                   ticket_listener then);
  /// By the visitor who holds the link.
  void leave(const std::string& token, const std::string& key,
             outcome_listener then);

  outcome command(const login& by, std::string_view name,
                  const boost::json::object& members, const std::string& key);
  void command(const login& by, std::string_view name,
               const boost::json::object& members, const std::string& key,
               outcome_listener then);

  /// Leaves with the next question that waits.
  void set_clock(instant to);
  /// Waits until everything asked so far is answered.
  void flush();
  std::string state_hash(const login& by);

private:
  http_answer ask_as(const login& by, std::string method, std::string target,
                     std::string body = {});

  http_client http_;
  std::string office_; // "/api/v1/offices/mairie"
  std::string id_;
};

} // namespace suivant::cli
