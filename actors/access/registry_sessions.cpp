// How the registry lets people in and out.

#include "actors/access/registry.hpp"

#include <algorithm>

namespace suivant::access {
namespace {

// An account's own browsers are told apart; all others by their network.
origin origin_of(const account* known, const access::sign_in& asked) {
  const auto browser = crypto::hash_of_token(asked.browser);
  if (known != nullptr
      && std::ranges::count(known->browsers, browser, &known_browser::id) > 0)
    return {browser, true};
  return {asked.network};
}

} // namespace

// Wrong names and wrong passwords take the same path through one slow hash
// and one write, so that neither the answer nor its time tells which it was.
outcome<signed_in> registry::answer(const access::sign_in& asked) {
  const auto name = folded(asked.name);
  const auto found = accounts_.find(name);
  const auto* known = found == accounts_.end() ? nullptr : &found->second;
  const auto from = origin_of(known, asked);
  const auto until = locks_.locked_until(name, from);
  if (clock_() < until)
    return refused{refusal::locked_out, until};

  const auto fits = check(known ? known->hash : nobodys_hash_, asked.password);
  if (!known || !fits)
    return std::visit([](const auto& why) -> outcome<signed_in> { return why; },
                      refuse_password(name, from, asked.peer));
  locks_.forgive(name, from);
  if (known->disabled)
    return turn_away(*known, asked);
  return let_in(*known, asked);
}

outcome<signed_in> registry::turn_away(const account& whom,
                                       const access::sign_in& asked) {
  const auto why = refusal::account_disabled;
  auto what = change{};
  what.records.push_back({.type = audited::session_refused,
                          .account = whom.name,
                          .peer = asked.peer,
                          .why = std::string{name_of(why)}});
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  return refused{why};
}

outcome<signed_in> registry::let_in(account whom,
                                    const access::sign_in& asked) {
  auto browser = remember_browser(whom, asked.browser);
  if (crypto::needs_rehash(whom.hash, limits_.cost))
    whom.hash = crypto::hash_password(asked.password, limits_.cost);

  auto [session, cookie] = begin({.account = whom.name});
  auto what = change{};
  end_oldest(whom.name, what);
  what.records.push_back({.type = audited::session_opened,
                          .by = whom.name,
                          .session = session.id,
                          .peer = asked.peer});
  what.accounts.push_back(std::move(whom));
  what.sessions.push_back(session);
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  return signed_in{cookie, person_of(session), std::move(browser)};
}

outcome<accepted> registry::answer(const sign_out& asked) {
  const auto who = directory_->who_has(asked.session);
  if (who == nullptr)
    return accepted{};
  auto what = change{};
  what.closed.push_back(asked.session);
  what.records.push_back({.type = audited::session_closed,
                          .by = who->name,
                          .session = asked.session,
                          .why = "signed_out"});
  return accept(std::move(what));
}

// -- passwords ----------------------------------------------------------------

bool registry::check(const std::string& hash, std::string_view password) {
  ++passwords_checked_;
  return crypto::verify_password(hash, password);
}

// Counted before it is written: on a full disk nobody shall guess for nothing.
std::variant<refused, storage::failure>
registry::refuse_password(const std::string& name, const origin& from,
                          const std::string& peer) {
  const auto until = locks_.note_failure(name, from, clock_());
  auto record
      = audit_record{.type = audited::session_refused,
                     .peer = peer,
                     .why = std::string{name_of(refusal::wrong_password)},
                     .until = until};
  if (accounts_.contains(name))
    record.account = name;
  auto what = change{};
  what.records.push_back(std::move(record));
  if (auto broken = write(std::move(what)))
    return std::move(*broken);
  return refused{refusal::wrong_password, until};
}

// -- browsers -----------------------------------------------------------------

// One cookie serves all who sign in on a browser, so that at a shared counter
// nobody makes it a stranger to the others.
std::string registry::remember_browser(account& whom,
                                       const std::string& cookie) const {
  const auto is_ours = is_any_browser(crypto::hash_of_token(cookie));
  auto kept = is_ours ? cookie : crypto::random_hex(32);
  const auto now = clock_();
  auto& all = whom.browsers;
  const auto id = crypto::hash_of_token(kept);
  std::erase_if(all, [&](const known_browser& it) {
    return it.id == id || now >= it.last_seen + limits_.sessions.known;
  });
  if (all.size() >= limits_.sessions.browsers)
    all.erase(all.begin()); // The one seen longest ago.
  all.push_back({id, now});
  return kept;
}

bool registry::is_any_browser(const std::string& id) const {
  return std::ranges::any_of(accounts_, [&](const auto& it) {
    return std::ranges::count(it.second.browsers, id, &known_browser::id) > 0;
  });
}

// -- sessions -----------------------------------------------------------------

registry::begun registry::begin(session about) const {
  auto cookie = crypto::random_hex(32);
  about.id = crypto::hash_of_token(cookie);
  about.csrf = crypto::random_hex(16);
  about.created = clock_();
  about.last_seen = about.created;
  about.expires = expiry_of(about, limits_.sessions);
  return {std::move(about), std::move(cookie)};
}

person registry::person_of(const session& it) const {
  auto made = who{.session = it.id, .csrf = it.csrf};
  if (is_of_device(it)) {
    made.name = it.device;
    made.device = true;
    made.roles = {{it.office, it.kind}};
  } else {
    const auto& account = accounts_.at(it.account);
    made.name = account.name;
    made.roles = account.roles;
    made.language = account.language;
  }
  return std::make_shared<const who>(std::move(made));
}

std::vector<session> registry::sessions_of(const std::string& account) const {
  auto found = std::vector<session>{};
  for (auto& it : directory_->everybody())
    if (it.session.account == account)
      found.push_back(std::move(it.session));
  std::ranges::sort(found, {}, &session::created);
  return found;
}

// Makes room for one more.
void registry::end_oldest(const std::string& account, change& what) const {
  const auto open = sessions_of(account);
  for (auto i = std::size_t{0}; i + limits_.sessions.per_account <= open.size();
       ++i) {
    what.closed.push_back(open[i].id);
    what.records.push_back({.type = audited::session_closed,
                            .by = account,
                            .session = open[i].id,
                            .why = "too_many_sessions"});
  }
}

void registry::end_all(const std::string& account, const std::string& but,
                       const std::string& by, std::string_view why,
                       change& what) const {
  for (const auto& it : sessions_of(account)) {
    if (it.id == but)
      continue;
    what.closed.push_back(it.id);
    what.records.push_back({.type = audited::session_closed,
                            .by = by,
                            .account = account,
                            .session = it.id,
                            .why = std::string{why}});
  }
}

} // namespace suivant::access
