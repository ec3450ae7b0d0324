// Accounts, sessions and screens of one folder: lets the rules decide, writes
// what changed together with its audit record, and only then believes it.
// Knows no actors and no network; used by the actor and the command line.

#pragma once

#include "actors/access/access_json.hpp"
#include "actors/access/lockouts.hpp"
#include "actors/access/passwords.hpp"
#include "actors/access/requests.hpp"
#include "actors/common/crypto.hpp"
#include "storage/log.hpp"

namespace suivant::access {

struct registry_limits {
  crypto::password_cost cost{};
  password_limits passwords{};
  lock_limits locks{};
  session_limits sessions{};
  pairing_limits pairings{};
};

/// An answer, a rule's no, or the disk's. After the disk's nothing has
/// changed, but that a wrong password counts.
template <class T>
using outcome = std::variant<T, refused, storage::failure>;

/// The stream of audit records.
inline constexpr auto audit_stream = "audit";

/// For one thread at a time; only `who_is_here`, `keys` and `hooks`
/// are for all. Nobody
/// else writes the accounts, the sessions or the audit of this log.
class registry {
public:
  /// Fails if what is stored cannot be read.
  static storage::result<std::unique_ptr<registry>>
  open(std::shared_ptr<storage::log> log, wall_clock clock,
       registry_limits limits = {});

  std::shared_ptr<const directory> who_is_here() const;
  std::shared_ptr<const key_ring> keys() const;
  std::shared_ptr<const hooks::hook_book> hooks() const;
  /// Before the first, only the console can make one.
  bool has_accounts() const;
  /// Slow hashes checked so far, for real names and for others.
  std::uint64_t passwords_checked() const;

  outcome<signed_in> answer(const access::sign_in& asked);
  outcome<accepted> answer(const sign_out& asked);

  outcome<accepted> answer(const create_account& asked);
  outcome<accepted> answer(const change_password& asked);
  outcome<accepted> answer(const reset_password& asked);
  outcome<accepted> answer(const set_roles& asked);
  outcome<accepted> answer(const set_disabled& asked);
  outcome<account_views> answer(const list_accounts& asked) const;

  outcome<pairing_begun> answer(const begin_pairing& asked);
  outcome<pairing_claimed> answer(const claim_pairing& asked);
  outcome<accepted> answer(const confirm_pairing& asked);
  outcome<device_views> answer(const list_devices& asked) const;
  outcome<accepted> answer(const remove_device& asked);

  outcome<key_made> answer(const make_key& asked);
  outcome<accepted> answer(const revoke_key& asked);
  outcome<key_views> answer(const list_keys& asked) const;
  outcome<hook_made> answer(const make_hook& asked);
  outcome<accepted> answer(const remove_hook& asked);
  outcome<accepted> answer(const note_hook_tended& asked);

  outcome<accepted> answer(const note_persons_viewed& asked);
  outcome<accepted> answer(const sweep& asked);

private:
  /// What becomes true together, once it is written.
  struct change {
    std::vector<account> accounts;
    std::vector<session> sessions;
    std::vector<std::string> closed; // Names of sessions.
    std::vector<api_key> keys;
    std::vector<std::string> revoked; // Ids of keys.
    std::vector<hooks::hook> hooks;
    std::vector<hooks::hook> ended; // Hooks that are no more.
    std::vector<audit_record> records;
  };
  struct begun {
    access::session session;
    std::string cookie;
  };
  /// In memory alone: after a restart the screen shows a new code.
  struct pairing {
    std::string code{};
    std::string secret_hash{};
    std::string peer{};
    instant expires{};
    std::optional<session> confirmed{}; // What it will be; not yet begun.
    std::optional<signed_in> claimed{}; // Told again if the screen asks again.
  };

  registry(std::shared_ptr<storage::log> log, wall_clock clock,
           registry_limits limits);
  storage::result<storage::done> load();

  std::optional<storage::failure> write(change what);
  storage::result<storage::done> commit(const change& what) const;
  void believe(const change& what);
  outcome<accepted> accept(change what);

  outcome<signed_in> let_in(account whom, const access::sign_in& asked);
  outcome<signed_in> turn_away(const account& whom,
                               const access::sign_in& asked);
  bool check(const std::string& hash, std::string_view password);
  std::variant<refused, storage::failure>
  refuse_password(const std::string& name, const origin& from,
                  const std::string& peer);

  /// What the browser shall be known by from now on: a new cookie, unless it
  /// has one of ours.
  std::string remember_browser(account& whom, const std::string& cookie) const;
  bool is_any_browser(const std::string& id) const;

  begun begin(session about) const;
  person person_of(const session& it) const;
  std::vector<session> sessions_of(const std::string& account) const;
  void end_oldest(const std::string& account, change& what) const;
  void end_all(const std::string& account, const std::string& but,
               const std::string& by, std::string_view why, change& what) const;

  /// Whether this will do as the password of an account with these roles.
  outcome<accepted> take_as_password(const std::string& password,
                                     const std::string& name,
                                     const role_map& roles) const;
  storage::result<std::vector<std::string>>
  names_around(const std::string& account, const role_map& roles) const;

  /// The account, if there is one that `by` may change.
  std::variant<account, refused> managed(const author& by,
                                         const std::string& name) const;
  static audit_record changed(const account& it, const std::string& by);

  pairing* pairing_with(const std::string& code);
  void forget_old_pairings();

  std::shared_ptr<storage::log> log_;
  wall_clock clock_;
  registry_limits limits_;
  std::shared_ptr<directory> directory_;
  std::shared_ptr<key_ring> keys_ = std::make_shared<key_ring>();
  std::shared_ptr<hooks::hook_book> hooks_
      = std::make_shared<hooks::hook_book>();
  std::map<std::string, account> accounts_;
  std::vector<pairing> pairings_;
  // Wrong codes typed, by account.
  std::map<std::string, attempts> code_attempts_;
  lockouts locks_;
  std::string nobodys_hash_;
  std::uint64_t passwords_checked_ = 0;
};

} // namespace suivant::access
