#include "actors/access/registry.hpp"

#include "actors/hooks/hook_json.hpp"

namespace suivant::access {
namespace {

constexpr auto key_rows = "key/"; // In the table of partners.

} // namespace

author author_of(const who& signed_in) {
  return {signed_in.name, signed_in.roles};
}

author console() {
  return {"(console)", {{every_office, role::administrator}}};
}

// -- opening ------------------------------------------------------------------

registry::registry(std::shared_ptr<storage::log> log, wall_clock clock,
                   registry_limits limits)
    : log_{std::move(log)}, clock_{std::move(clock)}, limits_{limits},
      directory_{std::make_shared<directory>(clock_, limits.sessions)},
      locks_{limits.locks}, nobodys_hash_{crypto::hash_password(
                                crypto::random_hex(16), limits.cost)} {}

storage::result<std::unique_ptr<registry>>
registry::open(std::shared_ptr<storage::log> log, wall_clock clock,
               registry_limits limits) {
  auto made = std::unique_ptr<registry>{
      new registry{std::move(log), std::move(clock), limits}};
  if (const auto loaded = made->load(); !loaded)
    return loaded.why();
  return made;
}

storage::result<storage::done> registry::load() try {
  auto read = log_->scan(storage::tables::accounts, "",
                         [this](std::string_view name, std::string_view text) {
                           accounts_.emplace(name, account_from(text));
                           return true;
                         });
  if (!read)
    return read;
  read = log_->scan(storage::tables::sessions, "",
                    [this](std::string_view, std::string_view text) {
                      const auto it = session_from(text);
                      // An account made away with takes its sessions along.
                      if (is_of_device(it) || accounts_.contains(it.account))
                        directory_->put(it, person_of(it));
                      return true;
                    });
  if (!read)
    return read;
  read = log_->scan(storage::tables::partners, key_rows,
                    [this](std::string_view, std::string_view text) {
                      keys_->put(api_key_from(text));
                      return true;
                    });
  if (!read)
    return read;
  return log_->scan(storage::tables::partners, "hook/",
                    [this](std::string_view, std::string_view text) {
                      hooks_->put(hooks::hook_from(text));
                      return true;
                    });
} catch (const json::unreadable& why) {
  return storage::failure{storage::trouble::unreadable, why.what()};
}

std::shared_ptr<const directory> registry::who_is_here() const {
  return directory_;
}

std::shared_ptr<const hooks::hook_book> registry::hooks() const {
  return hooks_;
}

std::shared_ptr<const key_ring> registry::keys() const {
  return keys_;
}

bool registry::has_accounts() const {
  return !accounts_.empty();
}

std::uint64_t registry::passwords_checked() const {
  return passwords_checked_;
}

// -- writing ------------------------------------------------------------------

std::optional<storage::failure> registry::write(change what) {
  for (auto& record : what.records)
    record.at = clock_();
  if (const auto written = commit(what); !written)
    return written.why();
  believe(what);
  return std::nullopt;
}

storage::result<storage::done> registry::commit(const change& what) const {
  auto rows = std::vector<storage::row>{};
  for (const auto& it : what.accounts)
    rows.push_back({storage::tables::accounts, it.name, to_json(it)});
  for (const auto& it : what.sessions)
    rows.push_back({storage::tables::sessions, it.id, to_json(it)});
  for (const auto& id : what.closed)
    rows.push_back({storage::tables::sessions, id, {}, true});
  for (const auto& it : what.keys)
    rows.push_back({storage::tables::partners, key_rows + it.id, to_json(it)});
  for (const auto& id : what.revoked)
    rows.push_back({storage::tables::partners, key_rows + id, {}, true});
  for (const auto& it : what.ended)
    for (const auto* table :
         {storage::tables::partners, storage::tables::outbox})
      rows.push_back({table, hooks::row_of(it.office, it.name), {}, true});
  for (const auto& it : what.hooks)
    rows.push_back({storage::tables::partners,
                    hooks::row_of(it.office, it.name), hooks::to_json(it)});
  if (what.records.empty())
    return log_->commit({}, rows);

  const auto end = log_->end_of(audit_stream);
  if (!end)
    return end.why();
  auto lines = std::vector<std::string>{};
  for (const auto& record : what.records)
    lines.push_back(to_json(record));
  return log_->commit({{audit_stream, end->number, std::move(lines)}}, rows);
}

void registry::believe(const change& what) {
  for (const auto& id : what.closed)
    directory_->forget(id);
  for (const auto& it : what.accounts) {
    accounts_[it.name] = it;
    for (const auto& open : sessions_of(it.name))
      directory_->put(open, person_of(open));
  }
  for (const auto& it : what.sessions)
    directory_->put(it, person_of(it));
  for (const auto& id : what.revoked)
    keys_->forget(id);
  for (const auto& it : what.keys)
    keys_->put(it);
  for (const auto& it : what.ended)
    hooks_->forget(it.office, it.name);
  for (const auto& it : what.hooks)
    hooks_->put(it);
}

outcome<accepted> registry::accept(change what) {
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  return accepted{};
}

// -- looks at personal data ---------------------------------------------------

outcome<accepted> registry::answer(const note_persons_viewed& asked) {
  auto what = change{};
  what.records.push_back({.type = asked.searched ? audited::persons_searched
                                                 : audited::person_viewed,
                          .by = asked.by.name,
                          .office = asked.office,
                          .visits = asked.visits});
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const sweep&) {
  auto what = change{};
  const auto now = clock_();
  for (auto& [stored, last_seen] : directory_->everybody()) {
    if (!is_open(stored, last_seen, limits_.sessions, now))
      what.closed.push_back(stored.id);
    else if (last_seen - stored.last_seen >= limits_.sessions.seen_rounding) {
      stored.last_seen = last_seen;
      what.sessions.push_back(stored);
    }
  }
  if (what.closed.empty() && what.sessions.empty())
    return accepted{};
  return accept(std::move(what));
}

} // namespace suivant::access
