// What an administrator can set, with its default. Read from a TOML file.

#pragma once

#include "actors/hooks/hook.hpp"
#include "actors/office/office_actor.hpp"
#include "actors/post/post_actor.hpp"
#include "net/post/mail_gateway.hpp"
#include "net/post/sms_gateway.hpp"
#include "net/server.hpp"
#include "net/web_client.hpp"
#include "storage/log.hpp"

#include <filesystem>
#include <variant>

namespace suivant::config {

struct settings {
  std::filesystem::path data = "suivant-data"; // The one folder of data.
  /// "https://accueil.example.org", for links and codes; empty: as visitors
  /// reach us.
  std::string public_address;
  /// Threads for offices, lines and visitors together; 1 to 64.
  unsigned actor_threads = 1;
  net::server_settings net;
  storage::log_limits log;
  office_limits office;
  hooks::limits hooks;
  net::web_client_settings web; // For hooks: where they may lead.
  net::sms_settings sms;
  net::mail_settings mail;
  post::limits post; // How much of both at a time.
};

/// What is wrong with a file, for the person who wrote it:
/// "suivant.toml:8: net.port: 1 to 65535 is needed".
struct problem {
  std::string text;
};

/// Reads over the defaults. A name that is not known is a problem too.
std::variant<settings, problem>
read_settings(const std::filesystem::path& file);

} // namespace suivant::config
