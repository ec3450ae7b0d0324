// Targets as RFC 9112 section 3.2 has them: "/path?query" or a whole URL.

#include "net/request_target.hpp"

#include "net/words.hpp"

#include <algorithm>
#include <array>

namespace suivant::net {

namespace {

constexpr std::array<std::string_view, 7> methods{
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

bool is_readable(std::string_view path) {
  return is_utf8(path) && std::none_of(path.begin(), path.end(), [](char sign) {
           return static_cast<unsigned char>(sign) < 0x20 || sign == 0x7F;
         });
}

} // namespace

bool read_target(std::string_view target, request& into) {
  if (target == "*" && into.method == "OPTIONS")
    target = "/";
  if (const auto scheme = target.find("://");
      scheme != target.npos && !target.starts_with('/')) {
    const auto slash = target.find('/', scheme + 3);
    target = slash == target.npos ? "/" : target.substr(slash);
  }
  if (!target.starts_with('/'))
    return false;
  const auto question = std::min(target.find('?'), target.size());
  auto path = percent_decoded(target.substr(0, question));
  if (!path || !is_readable(*path))
    return false;
  into.path = std::move(*path);
  into.query = target.substr(std::min(question + 1, target.size()));
  return true;
}

bool is_known_method(std::string_view method) {
  return std::find(methods.begin(), methods.end(), method) != methods.end();
}

} // namespace suivant::net
