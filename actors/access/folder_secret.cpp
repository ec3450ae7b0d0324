#include "actors/access/folder_secret.hpp"

namespace suivant::access {
namespace {

constexpr auto where = "link_secret"; // In the table `meta`.

} // namespace

storage::result<crypto::key> folder_secret(storage::log& log) {
  const auto stored = log.get(storage::tables::meta, where);
  if (stored) {
    if (const auto secret = crypto::key_from_hex(*stored))
      return *secret;
    return storage::failure{storage::trouble::unreadable,
                            "the folder's secret is not a key"};
  }
  if (stored.why().kind != storage::trouble::missing)
    return stored.why();
  const auto secret = crypto::random_key();
  const auto written = log.commit(
      {}, {{storage::tables::meta, where, crypto::to_hex(secret)}});
  if (!written)
    return written.why();
  return secret;
}

} // namespace suivant::access
