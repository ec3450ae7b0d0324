// Seals what a visitor says about themselves before any rule sees it, and
// opens it for staff who may. Each person has a key of their own.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/json_codec.hpp"
#include "actors/office/commands.hpp"
#include "actors/office/form.hpp"
#include "net/gateway/post/phone_number.hpp"
#include "storage/log.hpp"

#include <optional>

namespace suivant::gateway {

/// All optional; texts as people gave them.
struct person_data {
  std::string name;
  std::string phone;
  std::string email;
  std::string note;
  office::form_answers answers; // To the form of the service.
  /// Numbers of applications for identity papers; see applications.hpp.
  std::vector<std::string> applications;

  bool operator==(const person_data&) const = default;
};

/// Throws `json::unreadable` for texts that are too long, and numbers of
/// applications that are none.
person_data person_from_json(const json::value& from);
json::value to_json(const person_data& it);

/// Whose appointments count together: those of who can be reached in the same
/// way. Cannot be read back; empty when there is no such way.
std::string known_as(const crypto::key& secret, const office_id& office,
                     const person_data& it);

struct sealed {
  office::sealed_person person;
  storage::row key; // To be stored with the command, or not at all.
};

/// Thread-safe.
class persons {
public:
  /// `secret` of the folder, and the region of numbers without a country.
  persons(std::shared_ptr<storage::log> log, crypto::key secret,
          std::string region = "FR")
      : log_{std::move(log)}, secret_{secret}, region_{std::move(region)} {}

  /// Under a new key. Nothing for a person of whom nothing is said. With it
  /// goes the `link` of the visit, for what is sent to them.
  std::optional<sealed> seal(const office_id& office, const person_data& it,
                             const std::string& link = {}) const;

  /// Empty when the key has been destroyed: the person was erased.
  std::optional<person_data> open(const office_id& office,
                                  const office::sealed_person& it) const;
  /// The link sealed with it; empty when there is none.
  std::string link_in(const office_id& office,
                      const office::sealed_person& it) const;

  /// What rules know a number by that texts can go to; see `sealed_person`.
  std::string phone_hash(const office_id& office,
                         const std::string& e164) const;
  /// As people type it: in international form, and what it is good for.
  phone_number number_in(const std::string& typed) const;

private:
  std::optional<json::object> unsealed(const office_id& office,
                                       const office::sealed_person& it) const;

  std::shared_ptr<storage::log> log_;
  crypto::key secret_;
  std::string region_;
};

} // namespace suivant::gateway
