// The opening handshake of RFC 6455, section 4.2.

#include "net/ws_handshake.hpp"

#include "net/words.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace suivant::net {

namespace {

constexpr std::size_t key_signs = 24; // 16 bytes in base64.

std::string accept_for(std::string_view key) {
  std::string text{key};
  text += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // From the RFC.
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  unsigned length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha1(),
             nullptr);
  std::array<unsigned char, 32> encoded{};
  const auto size = EVP_EncodeBlock(encoded.data(), digest.data(),
                                    static_cast<int>(digest.size()));
  return {reinterpret_cast<const char*>(encoded.data()),
          static_cast<std::size_t>(size)};
}

bool is_key(std::string_view key) {
  return key.size() == key_signs && key.ends_with("==")
         && std::all_of(key.begin(), key.end() - 2, [](char sign) {
              return (sign >= 'a' && sign <= 'z')
                     || (sign >= 'A' && sign <= 'Z')
                     || (sign >= '0' && sign <= '9') || sign == '+'
                     || sign == '/';
            });
}

} // namespace

std::optional<objection> objection_to_upgrade(const request& asked,
                                              std::string_view protocol) {
  const auto upgrades = asked.method == "GET"
                        && list_has(asked.header("upgrade"), "websocket")
                        && list_has(asked.header("connection"), "upgrade");
  if (!upgrades || asked.header("sec-websocket-version") != "13") {
    return objection{
        .status = 426,
        .headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"}}};
  }
  if (!is_key(asked.header("sec-websocket-key")))
    return objection{400};
  if (!list_has(asked.header("sec-websocket-protocol"), protocol))
    return objection{400, "protocol_not_offered"};
  return std::nullopt;
}

bool comes_from_us(const request& asked, std::span<const std::string> allowed) {
  const auto origin = asked.header("origin");
  if (origin.empty())
    return true;
  if (std::find(allowed.begin(), allowed.end(), origin) != allowed.end())
    return true;
  const auto scheme_end = origin.find("://");
  return scheme_end != origin.npos
         && same_word(origin.substr(scheme_end + 3), asked.header("host"));
}

response upgrade_answer(const request& asked, std::string_view protocol) {
  response answer;
  answer.status = 101;
  answer.headers = {
      {"Upgrade", "websocket"},
      {"Connection", "Upgrade"},
      {"Sec-WebSocket-Accept", accept_for(asked.header("sec-websocket-key"))},
      {"Sec-WebSocket-Protocol", std::string{protocol}},
  };
  return answer;
}

} // namespace suivant::net
