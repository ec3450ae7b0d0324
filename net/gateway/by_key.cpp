#include "net/gateway/by_key.hpp"

#include "net/gateway/services.hpp"

namespace suivant::gateway {
namespace {

// An office's partner and the agency's for all offices are told apart.
std::string door_of(const access::api_key& it) {
  return it.office.text + '/' + it.name;
}

} // namespace

bool comes_rightly(const exchange& it, const office_id& office,
                   access::scope what) {
  if (key_in(it.request).empty())
    return true;
  return comes_rightly(it, it.partner, office, what);
}

bool comes_rightly(const exchange& it, const access::partner& partner,
                   const office_id& office, access::scope what) {
  if (partner == nullptr) {
    it.refuse(401, "wrong_key");
    return false;
  }
  const auto wait = it.with.doors->wait_for(
      door_of(*partner), partner->quotas.requests_a_minute, it.with.clock());
  if (wait > milliseconds{0})
    refuse_for_now(it, "too_many",
                   std::chrono::ceil<std::chrono::seconds>(wait));
  else if (!access::may(*partner, office, what))
    it.refuse(403, "key_not_for_this");
  else
    return true;
  return false;
}

office::asker asker_outside(const exchange& it) {
  if (it.partner == nullptr)
    return {office::role::visitor, {}};
  return {office::role::partner, it.partner->name};
}

office::door_quota quota_of(const exchange& it) {
  if (it.partner == nullptr)
    return {};
  const auto& most = it.partner->quotas;
  return {most.open_holds, most.bookings_a_day, most.share_percent};
}

std::string key_outside(const exchange& it, std::string key) {
  return it.partner == nullptr || key.empty() ? key
                                              : it.partner->name + ':' + key;
}

void refuse_for_now(const exchange& it, std::string_view error,
                    std::chrono::seconds wait) {
  auto no = it.refusal(429, error);
  no.headers.emplace_back("Retry-After", std::to_string(wait.count()));
  it.answer(std::move(no));
}

} // namespace suivant::gateway
