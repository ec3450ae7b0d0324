#include "config/post_settings.hpp"

#include "net/web_address.hpp"

#include <cstdlib>
#include <fstream>

namespace suivant::config {
namespace {

// Its first line: an editor may have ended it.
std::string secret_in_file(const std::string& name) {
  auto in = std::ifstream{name};
  auto line = std::string{};
  if (!std::getline(in, line) || line.empty())
    throw wrong{"cannot read a password in \"" + name + '"'};
  if (line.ends_with('\r'))
    line.pop_back();
  return line;
}

std::string secret_in_variable(const std::string& name) {
  const auto* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0')
    throw wrong{"there is no variable \"" + name + "\" in the environment"};
  return value;
}

std::chrono::seconds seconds(const toml::node& node) {
  return std::chrono::seconds{whole_number<int>(node, 1, 600)};
}

// Two letters, as ISO 3166 has them.
std::string region(const toml::node& node) {
  auto value = text(node);
  const auto is_capital = [](char it) { return it >= 'A' && it <= 'Z'; };
  if (value.size() != 2 || !is_capital(value[0]) || !is_capital(value[1]))
    throw wrong{"two capital letters are needed, such as \"FR\""};
  return value;
}

std::string without_last_slash(std::string address) {
  while (address.ends_with('/'))
    address.pop_back();
  return address;
}

using gateway_kind = net::sms_gateway_kind;

setters names_of_sms() {
  return {
      {"sms.gateway",
       [](auto& it, auto& to) {
         to.sms.gateway
             = choice<gateway_kind>(it, {{"none", gateway_kind::none},
                                         {"kannel", gateway_kind::kannel},
                                         {"json", gateway_kind::json}});
       }},
      {"sms.url", [](auto& it, auto& to) { to.sms.url = text(it); }},
      {"sms.user", [](auto& it, auto& to) { to.sms.user = text(it); }},
      {"sms.password", [](auto& it, auto& to) { to.sms.password = text(it); }},
      {"sms.password_file",
       [](auto& it, auto& to) { to.sms.password = secret_in_file(text(it)); }},
      {"sms.password_variable",
       [](auto& it, auto& to) {
         to.sms.password = secret_in_variable(text(it));
       }},
      {"sms.sender", [](auto& it, auto& to) { to.sms.sender = text(it); }},
      {"sms.callback",
       [](auto& it, auto& to) {
         to.sms.callback = without_last_slash(text(it));
       }},
      {"sms.inbound_key",
       [](auto& it, auto& to) { to.sms.inbound_key = text(it); }},
      {"sms.inbound_key_file",
       [](auto& it, auto& to) {
         to.sms.inbound_key = secret_in_file(text(it));
       }},
      {"sms.region", [](auto& it, auto& to) { to.sms.region = region(it); }},
      {"sms.authorities",
       [](auto& it, auto& to) { to.sms.authorities = text(it); }},
      {"sms.per_second",
       [](auto& it, auto& to) {
         to.post.sms.per_second = whole_number<int>(it, 1, 1000);
       }},
      {"sms.at_once",
       [](auto& it, auto& to) {
         to.post.sms.at_once = whole_number<int>(it, 1, 256);
       }},
      {"sms.unsure_seconds",
       [](auto& it, auto& to) { to.post.unsure = seconds(it); }},
      {"sms.timeout_seconds",
       [](auto& it, auto& to) { to.sms.time = seconds(it); }},
      {"sms.members.to",
       [](auto& it, auto& to) { to.sms.members.to = text(it); }},
      {"sms.members.from",
       [](auto& it, auto& to) { to.sms.members.from = text(it); }},
      {"sms.members.text",
       [](auto& it, auto& to) { to.sms.members.text = text(it); }},
      {"sms.members.callback",
       [](auto& it, auto& to) { to.sms.members.receipt_url = text(it); }},
  };
}

setters names_of_mail() {
  return {
      {"mail.server", [](auto& it, auto& to) { to.mail.server = text(it); }},
      {"mail.port",
       [](auto& it, auto& to) {
         to.mail.port = whole_number<std::uint16_t>(it, 1, 65'535);
       }},
      {"mail.tls",
       [](auto& it, auto& to) {
         to.mail.tls = choice<net::mail_tls>(
             it, {{"required", net::mail_tls::required},
                  {"optional", net::mail_tls::optional},
                  {"never", net::mail_tls::never},
                  {"implicit", net::mail_tls::implicit}});
       }},
      {"mail.per_second",
       [](auto& it, auto& to) {
         to.post.email.per_second = whole_number<int>(it, 1, 1000);
       }},
      {"mail.user", [](auto& it, auto& to) { to.mail.user = text(it); }},
      {"mail.password",
       [](auto& it, auto& to) { to.mail.password = text(it); }},
      {"mail.password_file",
       [](auto& it, auto& to) { to.mail.password = secret_in_file(text(it)); }},
      {"mail.password_variable",
       [](auto& it, auto& to) {
         to.mail.password = secret_in_variable(text(it));
       }},
      {"mail.from", [](auto& it, auto& to) { to.mail.from = text(it); }},
      {"mail.domain", [](auto& it, auto& to) { to.mail.domain = text(it); }},
      {"mail.authorities",
       [](auto& it, auto& to) { to.mail.authorities = text(it); }},
      {"mail.timeout_seconds",
       [](auto& it, auto& to) { to.mail.time = seconds(it); }},
      {"mail.connections",
       [](auto& it, auto& to) {
         to.mail.connections = whole_number<unsigned>(it, 1, 16);
       }},
  };
}

} // namespace

const setters& names_of_post() {
  static const auto known = [] {
    auto all = names_of_sms();
    all.merge(names_of_mail());
    return all;
  }();
  return known;
}

void check_post(const settings& read) {
  const auto is_web = [](const std::string& it) {
    return net::read_web_address(it).has_value();
  };
  if (read.sms.gateway != gateway_kind::none && !is_web(read.sms.url))
    throw wrong{"sms.url: the address of the gateway is needed"};
  if (!read.sms.callback.empty() && !is_web(read.sms.callback))
    throw wrong{
        "sms.callback: an address such as http://127.0.0.1:8080 is "
        "needed"};
  if (!read.mail.server.empty() && !net::is_mail_address(read.mail.from))
    throw wrong{"mail.from: the address that mails come from is needed"};
  if ((read.sms.gateway != gateway_kind::none || !read.mail.server.empty())
      && read.public_address.empty())
    throw wrong{"public_address: messages need it for their links"};
}

} // namespace suivant::config
