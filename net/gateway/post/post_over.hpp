// The way out to gateways, over those that are set up.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/post/post_port.hpp"
#include "net/gateway/persons.hpp"
#include "net/gateway/post/message_id.hpp"
#include "net/post/mail_gateway.hpp"
#include "net/post/sms_gateway.hpp"

namespace suivant::gateway {

struct post_context {
  std::shared_ptr<const persons> people;
  std::shared_ptr<net::sms_gateway> sms;   // Null: none; refused "no_gateway".
  std::shared_ptr<net::mail_gateway> mail; // The same.
  net::sms_settings sms_by;
  net::mail_settings mail_by;
  crypto::key secret{};
  std::string public_address;
  wall_clock clock;
};

/// Where gateways call us back, after the address of the settings.
inline constexpr auto receipt_path = "/api/v1/post/receipt";
inline constexpr auto inbound_path = "/api/v1/post/inbound";
inline constexpr auto bounce_path = "/api/v1/post/bounce";

/// Keeps the gateways alive; who closes them is somebody else's business.
/// Refuses "person_erased", "no_number", "number_is_landline",
/// "number_is_unusable", "no_address", "address_is_malformed", "no_gateway";
/// otherwise as the gateway says.
std::shared_ptr<post::post_port> post_over(post_context with);

/// What a gateway says of a text message: `id` (signed) and `status` in the
/// query. Nothing for what we have not signed or cannot read.
struct receipt {
  message_id of;
  net::receipt_says says = net::receipt_says::on_its_way;
};
std::optional<receipt> receipt_in(const crypto::key& secret,
                                  const net::request& asked);

/// Whether a text from a phone is told by our gateway: with the key of the
/// settings, as `key` in the query or as a bearer token.
bool is_by_gateway(const net::sms_settings& with, const net::request& asked);

/// A short text to somebody's phone that is no message of a visit: the answer
/// to what they sent. `from`: the number that they wrote to, or empty. Tried
/// once.
void answer_sms(const post_context& with, const std::string& from,
                const std::string& to, const std::string& text,
                net::sending_ended then);

} // namespace suivant::gateway
