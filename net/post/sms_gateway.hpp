// The way out for text messages: Kannel, or any gateway that takes JSON over
// HTTP. Knows numbers and words; nothing of offices.

#pragma once

#include "net/post/sending.hpp"
#include "net/web_client.hpp"

#include <memory>
#include <optional>

namespace suivant::net {

struct sms {
  std::string to;       // "+33612345678"
  std::string from;     // A number, or up to 11 letters; empty: as set up.
  std::string text;     // UTF-8.
  bool unicode = false; // Has characters that the alphabet GSM-7 lacks.
  /// Where the gateway says what became of it, signed; empty: nowhere.
  std::string receipt_url;
};

/// Which kind of gateway there is.
enum class sms_gateway_kind { none, kannel, json };

/// Names of members in the body of `json`; an empty one is left out.
struct json_members {
  std::string to = "to";
  std::string from = "from";
  std::string text = "text";
  std::string receipt_url = "callback";
};

struct sms_settings {
  sms_gateway_kind gateway = sms_gateway_kind::none;
  std::string url;      // "http://127.0.0.1:13013/cgi-bin/sendsms"
  std::string user;     // Of Kannel.
  std::string password; // Of Kannel; the bearer token of `json`.
  std::string sender;   // If the office has none of its own.
  /// As the gateway reaches us: "http://127.0.0.1:8080". Empty: no receipts.
  std::string callback;
  /// What the gateway says with each text from a phone, so that nobody else
  /// speaks for one; empty: none are taken.
  std::string inbound_key;
  std::string region = "FR"; // Of numbers without a country; ISO 3166.
  json_members members;
  std::string authorities; // PEM file, trusted besides the machine's own.
  std::chrono::milliseconds time{20'000}; // For one try.
};

/// Thread-safe.
class sms_gateway {
public:
  virtual ~sms_gateway() = default;

  virtual void send(const sms& it, sending_ended then) = 0;
  /// Drops what is under way. Nobody may send any more.
  virtual void close() = 0;
};

/// Null if there is none. Throws std::runtime_error if the settings will not
/// do: an address that is none, authorities that cannot be read.
std::shared_ptr<sms_gateway> sms_gateway_by(const sms_settings& with);

// -- what gateways tell us ----------------------------------------------------

/// What became of a message, in the numbers of Kannel: 1 the phone has it, 2
/// nobody can bring it there, 4 it waits, 8 the operator has it, 16 the
/// operator refused it.
enum class receipt_says { delivered, failed, on_its_way };

/// From the status in the callback's query: a number, or a word such as
/// "delivered", "failed", "undelivered", "expired", "rejected", "sent".
/// Nothing for what is none of these.
std::optional<receipt_says> receipt_from(std::string_view status);

/// A text from somebody's phone.
struct inbound_sms {
  std::string from; // As the operator says it, most often without "+".
  std::string to;
  std::string text; // UTF-8; what is not is replaced.
  std::string id;   // Of the gateway, the same when it says it again.
};

/// From the query of Kannel's callback (`from`, `to`, `text`, `id`); nothing
/// if nobody is named.
std::optional<inbound_sms> inbound_in_query(const request& asked);
/// From a body in JSON with the same members.
std::optional<inbound_sms> inbound_in_json(std::string_view body);

} // namespace suivant::net
