// How the registry makes the keys of partners, and takes them back.

#include "actors/access/registry.hpp"

namespace suivant::access {
namespace {

constexpr auto key_bytes = std::size_t{24};
constexpr auto prefix = std::string_view{"suivant_"}; // Found by who looks for
                                                      // keys left lying about.

bool manages(const author& by, const office_id& office) {
  return may(by.roles, office, right::manage_accounts);
}

} // namespace

outcome<key_made> registry::answer(const make_key& asked) {
  if (!manages(asked.by, asked.office))
    return refused{refusal::right_is_missing};
  auto fresh = api_key{.name = folded(asked.name),
                       .office = asked.office,
                       .scopes = asked.scopes,
                       .quotas = asked.quotas,
                       .by = asked.by.name,
                       .created = clock_()};
  if (!is_sensible(fresh)
      || !(asked.given.empty() || can_be_a_key(asked.given)))
    return refused{refusal::key_is_invalid};
  auto key = asked.given.empty()
                 ? std::string{prefix} + crypto::random_hex(key_bytes)
                 : asked.given;
  fresh.id = crypto::hash_of_token(key);
  if (keys_->find(fresh.office, fresh.name) != nullptr || keys_->has(fresh.id))
    return refused{refusal::key_exists};

  auto what = change{};
  what.records.push_back({.type = audited::key_made,
                          .by = asked.by.name,
                          .office = fresh.office,
                          .partner = fresh.name});
  what.keys.push_back(std::move(fresh));
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  return key_made{std::move(key)};
}

outcome<accepted> registry::answer(const revoke_key& asked) {
  if (!manages(asked.by, asked.office))
    return refused{refusal::right_is_missing};
  const auto known = keys_->find(asked.office, folded(asked.name));
  if (known == nullptr)
    return refused{refusal::key_unknown};
  auto what = change{};
  what.revoked.push_back(known->id);
  // Nobody goes on hearing of a partner's visits who is none any more.
  for (auto& it : hooks_->of(known->office))
    if (it.partner == known->name)
      what.ended.push_back(std::move(it));
  what.records.push_back({.type = audited::key_revoked,
                          .by = asked.by.name,
                          .office = known->office,
                          .partner = known->name});
  return accept(std::move(what));
}

outcome<key_views> registry::answer(const list_keys& asked) const {
  if (!manages(asked.by, asked.office))
    return refused{refusal::right_is_missing};
  return keys_->of(asked.office);
}

} // namespace suivant::access
