#include "config/demo.hpp"

#include "actors/office/office_json.hpp"

#include <array>
#include <stdexcept>

extern "C" {
extern const char suivant_demo_office[];
extern const char suivant_demo_office_end[];
}

namespace suivant::config {
namespace {

constexpr auto logins = std::to_array<demo_login>({
    {"amelie", access::role::agent},
    {"rachid", access::role::reception},
    {"sophie", access::role::supervisor},
    {"adam", access::role::administrator},
    {"olga", access::role::operator_},
});

} // namespace

std::span<const demo_login> demo_logins() {
  return logins;
}

office::setup demo_setup() {
  const auto text = std::string_view{
      suivant_demo_office,
      static_cast<std::size_t>(suivant_demo_office_end - suivant_demo_office)};
  return office::setup_from_json(json::parse(text));
}

void make_demo_logins(access::registry& registry) {
  for (const auto& it : logins) {
    const auto made = registry.answer(
        access::create_account{access::console(),
                               std::string{it.name},
                               std::string{demo_password},
                               "fr",
                               {{access::every_office, it.role}}});
    if (const auto* why = std::get_if<storage::failure>(&made))
      throw std::runtime_error{"the demo's log-ins: " + why->detail};
  }
}

} // namespace suivant::config
