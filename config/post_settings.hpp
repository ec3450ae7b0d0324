// The settings of gateways for text messages and mail.

#pragma once

#include "config/setting_values.hpp"

namespace suivant::config {

/// Those under "sms" and "mail".
const setters& names_of_post();

/// Throws `wrong` for settings that cannot stand together.
void check_post(const settings& read);

} // namespace suivant::config
