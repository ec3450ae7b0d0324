#include "actors/access/session.hpp"

namespace suivant::access {
bool is_of_device(const session& it) {
  return it.account.empty();
}

instant expiry_of(const session& begun, const session_limits& limits) {
  return begun.created + (is_of_device(begun) ? limits.device : limits.longest);
}

bool is_open(const session& it, instant last_seen, const session_limits& limits,
             instant now) {
  if (now >= it.expires)
    return false;
  return is_of_device(it) || now < last_seen + limits.idle;
}

std::string normal_code(std::string_view typed) {
  auto code = std::string{};
  for (auto letter : typed)
    if (letter >= 'a' && letter <= 'z')
      code += static_cast<char>(letter - 'a' + 'A');
    else if (letter != ' ' && letter != '-')
      code += letter;
  return code;
}

} // namespace suivant::access
