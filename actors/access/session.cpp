#include "actors/access/session.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace suivant::access {
namespace {

// Those of at least twelve characters that lead the published lists, French
// and English, without case. Shorter ones fail by their length.
constexpr auto commonest = std::array<std::string_view, 32>{
    "000000000000",     "111111111111",         "123123123123",
    "123456123456",     "123456789012",         "1234567890123",
    "123456789123",     "1234567891011",        "12345678910",
    "0123456789012",    "1q2w3e4r5t6y",         "1qaz2wsx3edc",
    "qwertyuiop12",     "qwertyuiop123",        "qwertyuiopasdf",
    "azertyuiop12",     "azertyuiop123",        "azertyuiopqs",
    "motdepasse12",     "motdepasse123",        "motdepasse1234",
    "password1234",     "password12345",        "password123456",
    "passwordpassword", "motdepassemotdepasse", "administrator",
    "administrateur",   "bienvenue123",         "welcome12345",
    "changeme1234",     "letmeinletmein",
};

// Bytes that go on with a character of several are not counted.
std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

} // namespace

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

bool is_too_weak(std::string_view password, std::string_view name,
                 const password_limits& limits) {
  if (characters_in(password) < limits.characters
      || password.size() > limits.bytes)
    return true;
  const auto plain = folded(password);
  if (std::set<char>(plain.begin(), plain.end()).size() < 5)
    return true;
  if (std::ranges::find(commonest, plain) != commonest.end())
    return true;
  // Without the name more than half a password must be left.
  const auto at = name.empty() ? std::string::npos : plain.find(name);
  return at != std::string::npos
         && plain.size() - name.size() <= limits.characters / 2;
}

} // namespace suivant::access
