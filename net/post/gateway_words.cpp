#include "net/post/gateway_words.hpp"

#include "net/post/sms_gateway.hpp"
#include "net/words.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace suivant::net {
namespace {

constexpr auto longest_inbound = std::size_t{4000};
constexpr auto replacement = std::string_view{"\xef\xbf\xbd"};

bool may_stand(char it) {
  return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z')
         || (it >= '0' && it <= '9') || it == '-' || it == '.' || it == '_'
         || it == '~';
}

std::string escaped(std::string_view text) {
  constexpr auto digits = std::string_view{"0123456789ABCDEF"};
  auto out = std::string{};
  for (const auto it : text) {
    const auto octet = static_cast<unsigned char>(it);
    if (may_stand(it))
      out += it;
    else
      out.append(1, '%')
          .append(1, digits[octet >> 4])
          .append(1, digits[octet & 15U]);
  }
  return out;
}

// How long the letter is that begins there; 0: it is none.
std::size_t letter_at(std::string_view text, std::size_t at) {
  for (auto length = std::size_t{1}; length <= 4; ++length)
    if (at + length <= text.size() && is_utf8(text.substr(at, length)))
      return length;
  return 0;
}

std::optional<inbound_sms> if_named(inbound_sms it) {
  it.text = clean_utf8(it.text.substr(0, longest_inbound));
  it.from = trimmed(it.from);
  return it.from.empty() ? std::nullopt : std::optional{std::move(it)};
}

struct status_word {
  std::string_view word;
  receipt_says says;
};

constexpr auto status_words = std::array{
    status_word{"1", receipt_says::delivered},
    status_word{"delivered", receipt_says::delivered},
    status_word{"2", receipt_says::failed},
    status_word{"16", receipt_says::failed},
    status_word{"failed", receipt_says::failed},
    status_word{"undelivered", receipt_says::failed},
    status_word{"undeliverable", receipt_says::failed},
    status_word{"expired", receipt_says::failed},
    status_word{"rejected", receipt_says::failed},
    status_word{"4", receipt_says::on_its_way},
    status_word{"8", receipt_says::on_its_way},
    status_word{"sent", receipt_says::on_its_way},
    status_word{"queued", receipt_says::on_its_way},
    status_word{"accepted", receipt_says::on_its_way},
};

} // namespace

std::string form_text(const header_lines& values) {
  auto out = std::string{};
  for (const auto& [name, value] : values)
    out += (out.empty() ? "" : "&") + escaped(name) + '=' + escaped(value);
  return out;
}

sending ended_without_answer(const web_answer& told) {
  return {told.asked ? sent::unknown : sent::later, told.error, {}};
}

std::string clean_utf8(std::string_view text) {
  auto out = std::string{};
  for (auto at = std::size_t{0}; at < text.size();) {
    const auto length = letter_at(text, at);
    out += length == 0 ? replacement : text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::optional<receipt_says> receipt_from(std::string_view status) {
  const auto word = lower_case(trimmed(status));
  const auto found = std::ranges::find(status_words, std::string_view{word},
                                       &status_word::word);
  return found == status_words.end() ? std::nullopt
                                     : std::optional{found->says};
}

std::optional<inbound_sms> inbound_in_query(const request& asked) {
  return if_named({asked.parameter("from"), asked.parameter("to"),
                   asked.parameter("text"), asked.parameter("id")});
}

std::optional<inbound_sms> inbound_in_json(std::string_view body) {
  boost::system::error_code failed;
  const auto read = boost::json::parse({body.data(), body.size()}, failed);
  if (failed || !read.is_object())
    return std::nullopt;
  const auto member = [&](std::string_view name) {
    const auto* it = read.get_object().if_contains({name.data(), name.size()});
    return it != nullptr && it->is_string() ? std::string{it->get_string()}
                                            : std::string{};
  };
  return if_named({member("from"), member("to"), member("text"), member("id")});
}

} // namespace suivant::net
