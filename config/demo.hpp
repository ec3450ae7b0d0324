// The demo's log-ins and town hall.

#pragma once

#include "actors/access/registry.hpp"
#include "actors/office/setup.hpp"

#include <span>

namespace suivant::config {

struct demo_login {
  std::string_view name;
  access::role role;
};
inline constexpr auto demo_password = std::string_view{"suivant-demo-2026"};
std::span<const demo_login> demo_logins();
inline const auto demo_office = office_id{"mairie"};

/// The town hall as it is set up, from its sample file.
office::setup demo_setup();

/// Makes those log-ins that are not there. Throws std::runtime_error.
void make_demo_logins(access::registry& registry);

} // namespace suivant::config
