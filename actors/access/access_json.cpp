#include "actors/access/access_json.hpp"

#include "actors/common/json_codec.hpp"

namespace suivant::access {

BOOST_DESCRIBE_STRUCT(known_browser, (), (id, last_seen))
BOOST_DESCRIBE_ENUM(scope, slots, holds, bookings, ants)
BOOST_DESCRIBE_STRUCT(quotas, (),
                      (requests_a_minute, open_holds, bookings_a_day,
                       share_percent))
BOOST_DESCRIBE_STRUCT(api_key, (),
                      (id, name, office, scopes, quotas, by, created))

namespace {

struct stored_account {
  std::string name;
  std::string hash;
  std::string language;
  std::map<std::string, std::string> roles;
  std::vector<known_browser> browsers;
  bool disabled = false;
  instant created{};
};
BOOST_DESCRIBE_STRUCT(stored_account, (),
                      (name, hash, language, roles, browsers, disabled,
                       created))

struct stored_session {
  std::string id;
  std::string account;
  std::string device;
  std::string kind;
  office_id office;
  std::string csrf;
  instant created{};
  instant last_seen{};
  instant expires{};
};
BOOST_DESCRIBE_STRUCT(stored_session, (),
                      (id, account, device, kind, office, csrf, created,
                       last_seen, expires))

template <class T>
std::string text_of(const T& it) {
  return boost::json::serialize(json::write(it));
}

template <class T>
T read(std::string_view text) {
  auto it = T{};
  json::read(json::parse(text), it);
  return it;
}

role role_from(const std::string& name) {
  const auto found = role_named(name);
  if (!found)
    throw json::unreadable{"\"" + name + "\" is not a role"};
  return *found;
}

} // namespace

BOOST_DESCRIBE_ENUM(audited, session_opened, session_refused, session_closed,
                    account_created, account_changed, password_changed,
                    device_paired, device_removed, person_viewed,
                    persons_searched, key_made, key_revoked, hook_made,
                    hook_removed, hook_tended)
BOOST_DESCRIBE_STRUCT(audit_record, (),
                      (type, at, by, account, session, peer, why, until, roles,
                       disabled, office, device, kind, visits, partner, hook))

std::string to_json(const account& it) {
  return text_of(stored_account{it.name, it.hash, it.language,
                                names_of(it.roles), it.browsers, it.disabled,
                                it.created});
}

std::string to_json(const session& it) {
  const auto kind
      = is_of_device(it) ? std::string{name_of(it.kind)} : std::string{};
  return text_of(stored_session{it.id, it.account, it.device, kind, it.office,
                                it.csrf, it.created, it.last_seen, it.expires});
}

std::string to_json(const audit_record& it) {
  return text_of(it);
}

std::string to_json(const api_key& it) {
  return text_of(it);
}

api_key api_key_from(std::string_view text) {
  return read<api_key>(text);
}

account account_from(std::string_view text) {
  auto it = read<stored_account>(text);
  return {.name = it.name,
          .hash = it.hash,
          .language = it.language,
          .roles = roles_from(it.roles),
          .browsers = it.browsers,
          .disabled = it.disabled,
          .created = it.created};
}

session session_from(std::string_view text) {
  auto it = read<stored_session>(text);
  return {.id = it.id,
          .account = it.account,
          .device = it.device,
          .kind = it.kind.empty() ? role{} : role_from(it.kind),
          .office = it.office,
          .csrf = it.csrf,
          .created = it.created,
          .last_seen = it.last_seen,
          .expires = it.expires};
}

audit_record audit_record_from(std::string_view text) {
  return read<audit_record>(text);
}

std::map<std::string, std::string> names_of(const role_map& roles) {
  auto names = std::map<std::string, std::string>{};
  for (const auto& [office, held] : roles)
    names.emplace(office.text, name_of(held));
  return names;
}

role_map roles_from(const std::map<std::string, std::string>& names) {
  auto roles = role_map{};
  for (const auto& [office, name] : names)
    roles.emplace(office_id{office}, role_from(name));
  return roles;
}

} // namespace suivant::access
