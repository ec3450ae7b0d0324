#include "actors/access/directory.hpp"

#include "actors/common/crypto.hpp"

#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace suivant::access {

bool may(const who& it, const office_id& office, right what) {
  return may(it.roles, office, what);
}

bool csrf_fits(const who& it, std::string_view sent) {
  return !it.csrf.empty() && crypto::same(it.csrf, sent);
}

struct directory::entry {
  access::session session;
  access::person person;
  // Of a session that others look at meanwhile.
  std::atomic<instant::rep> seen;

  instant last_seen() const {
    return instant{milliseconds{seen.load(std::memory_order_relaxed)}};
  }
};

struct directory::inside {
  wall_clock clock;
  session_limits limits;
  std::shared_mutex guard;
  std::unordered_map<std::string, std::shared_ptr<entry>> entries;

  std::shared_ptr<entry> find(const std::string& session) {
    const auto lock = std::shared_lock{guard};
    const auto found = entries.find(session);
    return found == entries.end() ? nullptr : found->second;
  }

  bool is_open_now(const entry& it, instant now) const {
    return is_open(it.session, it.last_seen(), limits, now);
  }
};

directory::directory(wall_clock clock, session_limits limits)
    : inside_{std::make_unique<inside>()} {
  inside_->clock = std::move(clock);
  inside_->limits = limits;
}

directory::~directory() = default;

person directory::who_is(std::string_view cookie) const {
  if (cookie.empty())
    return nullptr;
  const auto found = inside_->find(crypto::hash_of_token(cookie));
  const auto now = inside_->clock();
  if (found == nullptr || !inside_->is_open_now(*found, now))
    return nullptr;
  found->seen.store(now.time_since_epoch().count(), std::memory_order_relaxed);
  return found->person;
}

person directory::who_has(const std::string& session) const {
  const auto found = inside_->find(session);
  if (found == nullptr || !inside_->is_open_now(*found, inside_->clock()))
    return nullptr;
  return found->person;
}

void directory::put(const session& it, person who) {
  const auto lock = std::unique_lock{inside_->guard};
  auto& place = inside_->entries[it.id];
  auto seen = it.last_seen;
  if (place != nullptr)
    seen = std::max(seen, place->last_seen());
  place = std::make_shared<entry>(it, std::move(who),
                                  seen.time_since_epoch().count());
}

void directory::forget(const std::string& session) {
  const auto lock = std::unique_lock{inside_->guard};
  inside_->entries.erase(session);
}

std::vector<presence> directory::everybody() const {
  const auto lock = std::shared_lock{inside_->guard};
  auto all = std::vector<presence>{};
  for (const auto& [id, it] : inside_->entries)
    all.push_back({it->session, it->last_seen()});
  return all;
}

} // namespace suivant::access
