#include "config/settings.hpp"

#include "config/post_settings.hpp"

#include <sstream>

namespace suivant::config {
namespace {

// Every name that may stand in the file, with its unit and range.
const setters& names() {
  static const auto known = setters{
      {"data", [](auto& it, auto& to) { to.data = text(it); }},
      {"public_address",
       [](auto& it, auto& to) { to.public_address = text(it); }},
      {"actor_threads",
       [](auto& it, auto& to) {
         to.actor_threads = whole_number<unsigned>(it, 1, 64);
       }},
      {"net.address", [](auto& it, auto& to) { to.net.address = text(it); }},
      {"net.port",
       [](auto& it, auto& to) {
         to.net.port = whole_number<std::uint16_t>(it, 1, 65'535);
       }},
      {"net.threads",
       [](auto& it, auto& to) {
         to.net.threads = whole_number<unsigned>(it, 1, 64);
       }},
      {"net.certificate",
       [](auto& it, auto& to) { to.net.certificate = text(it); }},
      {"net.private_key",
       [](auto& it, auto& to) { to.net.private_key = text(it); }},
      {"net.trusted_proxies",
       [](auto& it, auto& to) { to.net.trusted_proxies = texts(it); }},
      {"net.allowed_origins",
       [](auto& it, auto& to) { to.net.allowed_origins = texts(it); }},
      {"net.connections",
       [](auto& it, auto& to) {
         to.net.limits.connections
             = whole_number<std::size_t>(it, 1, 1'000'000);
       }},
      {"net.connections_per_address",
       [](auto& it, auto& to) {
         to.net.limits.connections_per_address
             = whole_number<std::size_t>(it, 1, 1'000'000);
       }},
      {"net.requests_per_second",
       [](auto& it, auto& to) {
         to.net.limits.requests_per_second
             = whole_number<double>(it, 1, 100'000);
       }},
      {"net.body_kilobytes",
       [](auto& it, auto& to) {
         to.net.limits.body_bytes
             = whole_number<std::size_t>(it, 16, 65'536) * 1024;
       }},
      {"storage.free_megabytes_kept",
       [](auto& it, auto& to) {
         to.log.free_bytes_kept = whole_number<std::uint64_t>(it, 16, 1'048'576)
                                  << 20;
       }},
      {"storage.facts_per_snapshot",
       [](auto& it, auto& to) {
         to.office.facts_per_snapshot
             = whole_number<office::fact_number>(it, 100, 1'000'000);
       }},
      {"hooks.give_up_hours",
       [](auto& it, auto& to) {
         to.hooks.give_up
             = std::chrono::hours{whole_number<int>(it, 1, 24 * 30)};
       }},
      {"hooks.allowed_networks",
       [](auto& it, auto& to) { to.web.allowed = texts(it); }},
      {"hooks.authorities",
       [](auto& it, auto& to) { to.web.authorities = text(it); }},
  };
  return known;
}

std::string place(const std::filesystem::path& file, const toml::node& node) {
  return file.filename().string() + ':'
         + std::to_string(node.source().begin.line) + ": ";
}

void apply(const std::filesystem::path& file, const std::string& name,
           const toml::node& node, settings& to) {
  if (const auto* table = node.as_table()) {
    for (const auto& [key, inner] : *table)
      apply(file, name + (name.empty() ? "" : ".") + std::string{key.str()},
            inner, to);
    return;
  }
  const auto& known = names();
  const auto& of_post = names_of_post();
  const auto found = known.find(name);
  const auto other = of_post.find(name);
  if (found == known.end() && other == of_post.end())
    throw wrong{place(file, node) + name + ": there is no such setting"};
  try {
    (found != known.end() ? found : other)->second(node, to);
  } catch (const wrong& it) {
    throw wrong{place(file, node) + name + ": " + it.why};
  }
}

void check(const settings& read) {
  if (read.net.certificate.empty() != read.net.private_key.empty())
    throw wrong{
        "net.certificate and net.private_key belong together: give "
        "both or none"};
  check_post(read);
}

} // namespace

std::variant<settings, problem>
read_settings(const std::filesystem::path& file) {
  auto read = settings{};
  try {
    apply(file, "", toml::parse_file(file.string()), read);
    check(read);
    return read;
  } catch (const toml::parse_error& why) {
    auto text = std::ostringstream{};
    text << file.filename().string() << ':' << why.source().begin.line << ": "
         << why.description();
    return problem{text.str()};
  } catch (const wrong& it) {
    return problem{it.why};
  }
}

} // namespace suivant::config
