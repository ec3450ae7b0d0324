// The keys of partners, made and taken back by who manages an office.

#include "actors/common/json_codec.hpp"
#include "net/gateway/ask_access.hpp"
#include "net/gateway/router.hpp"

namespace suivant::gateway {
namespace {

struct quotas {
  int requests_a_minute = access::quotas{}.requests_a_minute;
  int open_holds = access::quotas{}.open_holds;
  int bookings_a_day = access::quotas{}.bookings_a_day;
  int share_percent = access::quotas{}.share_percent;
};
BOOST_DESCRIBE_STRUCT(quotas, (),
                      (requests_a_minute, open_holds, bookings_a_day,
                       share_percent))

struct new_key {
  std::string name;
  std::vector<std::string> scopes;
  gateway::quotas quotas;
  std::string given;
};
BOOST_DESCRIBE_STRUCT(new_key, (), (name, scopes, quotas, given))

std::vector<access::scope> scopes_in(const std::vector<std::string>& names) {
  auto scopes = std::vector<access::scope>{};
  for (const auto& name : names) {
    const auto scope = access::scope_named(name);
    if (!scope)
      throw json::unreadable{"scopes: \"" + name + "\" is none"};
    scopes.push_back(*scope);
  }
  return scopes;
}

json::object shown(const access::api_key& it) {
  auto scopes = boost::json::array{};
  for (const auto scope : it.scopes)
    scopes.push_back(boost::json::string{access::name_of(scope)});
  return {{"name", it.name},
          {"scopes", std::move(scopes)},
          {"quotas",
           json::object{{"requests_a_minute", it.quotas.requests_a_minute},
                        {"open_holds", it.quotas.open_holds},
                        {"bookings_a_day", it.quotas.bookings_a_day},
                        {"share_percent", it.quotas.share_percent}}},
          {"by", it.by},
          {"created", json::write(it.created)}};
}

bool is_office(const exchange& it, const office_id& office) {
  if (office == access::every_office
      || it.with.log->get(storage::tables::meta, "office/" + office.text))
    return true;
  it.refuse(no_answer::unknown_office);
  return false;
}

} // namespace

void handle::keys(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::manage_accounts))
    return;
  ask_access(it, access::list_keys{access::author_of(*it->who), office},
             [it](const access::key_views& all) {
               auto list = boost::json::array{};
               for (const auto& one : all)
                 list.push_back(shown(one));
               it->answer(200, std::move(list));
             });
}

void handle::make_key(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::manage_accounts)
      || !is_office(*it, office))
    return;
  auto sent = new_key{};
  json::read(it->body(), sent, json::unknown::refuse);
  const auto& most = sent.quotas;
  auto asked = access::make_key{access::author_of(*it->who),
                                office,
                                sent.name,
                                scopes_in(sent.scopes),
                                {most.requests_a_minute, most.open_holds,
                                 most.bookings_a_day, most.share_percent},
                                sent.given};
  ask_access(it, std::move(asked), [it](const access::key_made& made) {
    it->answer(201, json::object{{"key", made.key}});
  });
}

void handle::revoke_key(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::manage_accounts))
    return;
  ask_access(
      it, access::revoke_key{access::author_of(*it->who), office, it->parts[1]},
      [it](const access::accepted&) {
        it->with.hooks->changed(); // Hooks of the partner ended with it.
        it->nothing();
      });
}

} // namespace suivant::gateway
