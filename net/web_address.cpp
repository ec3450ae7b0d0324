#include "net/web_address.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace suivant::net {
namespace {

constexpr auto longest = std::size_t{2000};

const address_set& v4() {
  static const auto all = address_set{std::vector<std::string>{"0.0.0.0/0"}};
  return all;
}

// IANA's registries of special addresses.
const address_set& special_v4() {
  static const auto all = address_set{std::vector<std::string>{
      "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
      "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
      "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
      "203.0.113.0/24", "224.0.0.0/3"}};
  return all;
}

const address_set& global_v6() {
  static const auto all = address_set{std::vector<std::string>{"2000::/3"}};
  return all;
}

// Among the global ones; the tunnels lead to any address of version 4.
const address_set& special_v6() {
  static const auto all = address_set{std::vector<std::string>{
      "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"}};
  return all;
}

} // namespace

std::string web_address::authority() const {
  const auto name
      = host.find(':') == std::string::npos ? host : '[' + host + ']';
  const auto is_usual = port == (secure ? "443" : "80");
  return is_usual ? name : name + ':' + port;
}

std::optional<web_address> read_web_address(std::string_view text) {
  if (text.size() > longest)
    return std::nullopt;
  const auto read = boost::urls::parse_uri({text.data(), text.size()});
  if (!read)
    return std::nullopt;
  const auto& it = *read;
  auto out = web_address{.secure = it.scheme() == "https",
                         .host = {},
                         .port = it.port(),
                         .target = std::string{it.encoded_target()}};
  if ((!out.secure && it.scheme() != "http") || it.has_userinfo()
      || it.encoded_host().empty())
    return std::nullopt;
  out.host = it.host_address();
  if (out.port.empty())
    out.port = out.secure ? "443" : "80";
  if (!out.target.starts_with('/'))
    out.target.insert(0, 1, '/');
  return out;
}

bool is_public(const address_bytes& address) {
  if (v4().has(address))
    return !special_v4().has(address);
  return global_v6().has(address) && !special_v6().has(address);
}

} // namespace suivant::net
