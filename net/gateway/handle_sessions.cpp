// Signing in and out, accounts, and screens that show a code to be let in.

#include "net/address_guard.hpp"
#include "net/gateway/ask_access.hpp"
#include "net/gateway/router.hpp"

namespace suivant::gateway {

namespace {

struct credentials {
  std::string name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(credentials, (), (name, password))

struct new_account {
  std::string name;
  std::string password;
  std::string language = "fr";
  std::map<std::string, std::string> roles;
};
BOOST_DESCRIBE_STRUCT(new_account, (), (name, password, language, roles))

struct claim {
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(claim, (), (secret))

struct confirmation {
  std::string code;
  std::string kind = "board";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(confirmation, (), (code, kind, name))

constexpr auto session_cookie = std::string_view{"suivant_session"};
constexpr auto device_cookie = std::string_view{"suivant_device"};
constexpr auto browser_cookie = std::string_view{"suivant_browser"};
constexpr auto until_the_browser_ends = -1L;
constexpr auto year_seconds = 365L * 24 * 3600;

template <class T>
T body_as(const exchange& it) {
  auto read = T{};
  json::read(it.body(), read, json::unknown::refuse);
  return read;
}

json::object roles_of(const access::role_map& roles) {
  auto out = json::object{};
  for (const auto& [office, role] : roles)
    out[office.text] = access::name_of(role);
  return out;
}

json::object person_of(const access::who& it) {
  return {{"name", it.name},
          {"device", it.device},
          {"language", it.language},
          {"roles", roles_of(it.roles)},
          {"csrf", it.csrf}};
}

json::object account_of(const access::account_view& it, instant now) {
  auto out = json::object{{"name", it.name},
                          {"language", it.language},
                          {"roles", roles_of(it.roles)},
                          {"disabled", it.disabled}};
  if (now < it.locked_until)
    out["locked_until"] = json::write(it.locked_until);
  return out;
}

// Addresses are personal data; the audit needs only to tell them apart, and
// nobody without this folder's secret can try them all.
std::string peer_of(const exchange& it) {
  return crypto::link_token(it.with.secret, "peer", "", it.request.peer);
}

// What people share a lock with, who try from the same place.
std::string network_of(const exchange& it) {
  return crypto::link_token(it.with.secret, "network", "",
                            net::network_of(it.request.peer));
}

void set_cookie(const exchange& it, net::response& in, std::string_view name,
                const std::string& value, long seconds) {
  // Only signing in needs to know the browser.
  const auto path = name == browser_cookie ? "/api/v1/sessions" : "/";
  auto text = std::string{name} + '=' + value + "; Path=" + path
              + "; HttpOnly; SameSite=Strict";
  if (seconds >= 0)
    text += "; Max-Age=" + std::to_string(seconds);
  if (it.request.secure)
    text += "; Secure";
  in.headers.emplace_back("Set-Cookie", std::move(text));
}

void welcome(const exchange& it, const access::signed_in& who,
             std::string_view cookie, long seconds) {
  auto ready
      = net::json_response(200, boost::json::serialize(person_of(*who.who)));
  set_cookie(it, ready, cookie, who.cookie, seconds);
  if (!who.browser.empty())
    set_cookie(it, ready, browser_cookie, who.browser, year_seconds);
  it.answer(std::move(ready));
}

access::author author_of(const exchange& it) {
  return access::author_of(*it.who);
}

bool is_signed_in(const exchange& it) {
  if (it.who != nullptr)
    return true;
  it.refuse(401, "not_signed_in");
  return false;
}

bool may_change(const exchange& it) {
  if (!is_signed_in(it))
    return false;
  if (access::csrf_fits(*it.who, it.request.header("x-csrf")))
    return true;
  it.refuse(403, "wrong_csrf");
  return false;
}

} // namespace

void handle::sign_in(talk it) {
  const auto sent = body_as<credentials>(*it);
  ask_access(it,
             access::sign_in{sent.name, sent.password, peer_of(*it),
                             network_of(*it),
                             std::string{it->request.cookie(browser_cookie)}},
             [it](const access::signed_in& who) {
               welcome(*it, who, session_cookie, until_the_browser_ends);
             });
}

void handle::who_am_i(talk it) {
  if (is_signed_in(*it))
    it->answer(200, person_of(*it->who));
}

void handle::sign_out(talk it) {
  if (!may_change(*it))
    return;
  ask_access(it, access::sign_out{it->who->session},
             [it](const access::accepted&) {
               (*it->with.session_ended)(it->who->session);
               auto ready = net::response{204, {}, nullptr, {}};
               set_cookie(*it, ready, session_cookie, "", 0);
               it->answer(std::move(ready));
             });
}

void handle::accounts(talk it) {
  if (!is_signed_in(*it))
    return;
  ask_access(it, access::list_accounts{author_of(*it)},
             [it](const access::account_views& all) {
               auto list = boost::json::array{};
               for (const auto& one : all)
                 list.push_back(account_of(one, it->with.clock()));
               it->answer(200, std::move(list));
             });
}

void handle::create_account(talk it) {
  if (!may_change(*it))
    return;
  const auto sent = body_as<new_account>(*it);
  auto roles = access::role_map{};
  for (const auto& [office, name] : sent.roles) {
    const auto role = access::role_named(name);
    if (!role)
      throw json::unreadable{"roles: \"" + name + "\" is no role"};
    roles[office_id{office}] = *role;
  }
  ask_access(it,
             access::create_account{author_of(*it), sent.name, sent.password,
                                    sent.language, std::move(roles)},
             [it](const access::accepted&) { it->nothing(); });
}

void handle::begin_pairing(talk it) {
  ask_access(it, access::begin_pairing{peer_of(*it)},
             [it](const access::pairing_begun& begun) {
               it->answer(
                   200, json::object{{"code", begun.code},
                                     {"secret", begun.secret},
                                     {"expires", json::write(begun.expires)}});
             });
}

void handle::claim_pairing(talk it) {
  ask_access(it, access::claim_pairing{body_as<claim>(*it).secret},
             [it](const access::pairing_claimed& claimed) {
               if (!claimed)
                 return it->answer(202, json::object{{"confirmed", false}});
               welcome(*it, *claimed, device_cookie, year_seconds);
             });
}

void handle::confirm_pairing(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::pair_screens))
    return;
  const auto sent = body_as<confirmation>(*it);
  const auto kind = access::role_named(sent.kind);
  if (!kind)
    throw json::unreadable{"kind: \"board\" or \"kiosk\" is needed"};
  ask_access(it,
             access::confirm_pairing{author_of(*it), office, sent.code, *kind,
                                     sent.name},
             [it](const access::accepted&) { it->nothing(); });
}

} // namespace suivant::gateway
