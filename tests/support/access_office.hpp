// A registry on a real log with one administrator, a cheap hash and a clock
// that stands still, for tests of who may do what.

#pragma once

#include "actors/access/registry.hpp"
#include "tests/support/storage_folder.hpp"

namespace suivant::tests {

inline constexpr auto good_password = "canard sur le toit";
inline constexpr auto other_password = "trois petits cochons";
inline const auto town_hall = office_id{"hall"};
inline const auto annex = office_id{"annex"};

struct access_office {
  storage_folder disk;
  instant now = instant{std::chrono::hours{24 * 365 * 56}};
  access::registry_limits limits{.cost = {.memory_bytes = 8192, .passes = 1}};
  std::shared_ptr<storage::log> log
      = std::make_shared<storage::log>(disk.open());
  std::unique_ptr<access::registry> registry = opened();

  access_office() {
    make("chief", {{access::every_office, access::role::administrator}});
    make("ada", {{town_hall, access::role::agent}});
  }

  std::unique_ptr<access::registry> opened() {
    return storage_folder::must(
        access::registry::open(log, [this] { return now; }, limits));
  }

  void restart() {
    registry.reset();
    log.reset();
    log = std::make_shared<storage::log>(disk.open());
    registry = opened();
  }

  /// The answer; fails the test on a refusal.
  template <class Request>
  auto ask(const Request& asked) {
    auto told = registry->answer(asked);
    if (const auto* no = std::get_if<access::refused>(&told))
      BOOST_FAIL("refused: " << access::name_of(no->why));
    BOOST_REQUIRE(told.index() == 0);
    return std::get<0>(std::move(told));
  }

  /// Nothing if it was granted.
  template <class Request>
  std::optional<access::refusal> no_to(const Request& asked) {
    const auto told = registry->answer(asked);
    if (const auto* no = std::get_if<access::refused>(&told))
      return no->why;
    return std::nullopt;
  }

  void make(const std::string& name, const access::role_map& roles) {
    ask(access::create_account{.by = access::console(),
                               .name = name,
                               .password = good_password,
                               .roles = roles});
  }

  access::signed_in enter(const std::string& name,
                          const std::string& password = good_password) {
    return ask(access::sign_in{name, password, "peer"});
  }

  std::optional<access::refusal> no_to_entering(const std::string& name,
                                                const std::string& password) {
    return no_to(access::sign_in{name, password, "peer"});
  }

  access::person who_is(const access::signed_in& it) {
    return registry->who_is_here()->who_is(it.cookie);
  }

  /// As somebody with one role in one office.
  static access::author as(access::role role,
                           const office_id& office = town_hall) {
    return {"someone", {{office, role}}};
  }

  std::vector<access::audit_record> audit() {
    auto records = std::vector<access::audit_record>{};
    for (const auto& it : storage_folder::records(*log, access::audit_stream))
      records.push_back(access::audit_record_from(it));
    return records;
  }
};

} // namespace suivant::tests
