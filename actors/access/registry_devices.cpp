// How the registry pairs screens with an office, and parts them again.

#include "actors/access/registry.hpp"

#include <algorithm>

namespace suivant::access {
namespace {

constexpr auto device_name_bytes = std::size_t{80};

} // namespace

outcome<pairing_begun> registry::answer(const begin_pairing& asked) {
  forget_old_pairings();
  const auto of_peer
      = std::ranges::count(pairings_, asked.peer, &pairing::peer);
  if (static_cast<std::size_t>(of_peer) >= limits_.pairings.per_peer)
    return refused{
        refusal::too_many_pairings,
        std::ranges::find(pairings_, asked.peer, &pairing::peer)->expires};
  if (pairings_.size() >= limits_.pairings.open)
    return refused{refusal::too_many_pairings, pairings_.front().expires};

  auto secret = crypto::random_hex(16);
  auto fresh = pairing{.code = crypto::random_text(code_letters, code_length),
                       .secret_hash = crypto::hash_of_token(secret),
                       .peer = asked.peer,
                       .expires = clock_() + limits_.pairings.valid};
  while (pairing_with(fresh.code) != nullptr)
    fresh.code = crypto::random_text(code_letters, code_length);
  pairings_.push_back(fresh);
  return pairing_begun{fresh.code, std::move(secret), fresh.expires};
}

outcome<pairing_claimed> registry::answer(const claim_pairing& asked) {
  forget_old_pairings();
  const auto found = std::ranges::find(
      pairings_, crypto::hash_of_token(asked.secret), &pairing::secret_hash);
  if (found == pairings_.end())
    return refused{refusal::pairing_unknown};
  if (found->claimed || !found->confirmed)
    return found->claimed;

  auto [session, cookie] = begin(*found->confirmed);
  auto what = change{};
  what.sessions.push_back(session);
  what.records.push_back({.type = audited::session_opened,
                          .session = session.id,
                          .office = session.office,
                          .device = session.device,
                          .kind = std::string{name_of(session.kind)}});
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  found->claimed = signed_in{std::move(cookie), person_of(session)};
  return found->claimed;
}

outcome<accepted> registry::answer(const confirm_pairing& asked) {
  forget_old_pairings();
  if (!may(asked.by.roles, asked.office, right::pair_screens))
    return refused{refusal::right_is_missing};
  if (!is_of_device(asked.kind) || asked.name.empty()
      || asked.name.size() > device_name_bytes)
    return refused{refusal::device_is_invalid};
  auto& tried = code_attempts_[asked.by.name];
  if (is_locked(tried, clock_()))
    return refused{refusal::locked_out, tried.locked_until};
  auto* found = pairing_with(normal_code(asked.code));
  if (found == nullptr) {
    tried
        = after_failure(tried, limits_.locks.failures, limits_.locks, clock_());
    return refused{refusal::pairing_unknown, tried.locked_until};
  }
  tried = {};

  const auto wanted = session{
      .device = asked.name, .kind = asked.kind, .office = asked.office};
  if (found->confirmed)
    return found->confirmed == wanted
               ? outcome<accepted>{accepted{}}
               : outcome<accepted>{refused{refusal::pairing_unknown}};
  auto what = change{};
  what.records.push_back({.type = audited::device_paired,
                          .by = asked.by.name,
                          .office = asked.office,
                          .device = asked.name,
                          .kind = std::string{name_of(asked.kind)}});
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  found->confirmed = wanted;
  return accepted{};
}

outcome<device_views> registry::answer(const list_devices& asked) const {
  if (!may(asked.by.roles, asked.office, right::pair_screens))
    return refused{refusal::right_is_missing};
  auto views = device_views{};
  for (const auto& [it, last_seen] : directory_->everybody())
    if (is_of_device(it) && it.office == asked.office)
      views.push_back({it.id, it.device, it.kind, it.created, last_seen});
  std::ranges::sort(views, {}, &device_view::created);
  return views;
}

outcome<accepted> registry::answer(const remove_device& asked) {
  const auto who = directory_->who_has(asked.session);
  if (who == nullptr || !who->device)
    return refused{refusal::device_unknown};
  const auto& [office, kind] = *who->roles.begin();
  if (!may(asked.by.roles, office, right::pair_screens))
    return refused{refusal::right_is_missing};
  auto what = change{};
  what.closed.push_back(asked.session);
  what.records.push_back({.type = audited::device_removed,
                          .by = asked.by.name,
                          .session = asked.session,
                          .office = office,
                          .device = who->name,
                          .kind = std::string{name_of(kind)}});
  return accept(std::move(what));
}

registry::pairing* registry::pairing_with(const std::string& code) {
  const auto found = std::ranges::find(pairings_, code, &pairing::code);
  return found == pairings_.end() ? nullptr : &*found;
}

void registry::forget_old_pairings() {
  const auto now = clock_();
  std::erase_if(pairings_,
                [now](const pairing& it) { return now >= it.expires; });
}

} // namespace suivant::access
