#include "net/gateway/looks.hpp"

#include "net/gateway/ask_access.hpp"

namespace suivant::gateway {
namespace {

// What stands behind the octet C3 in UTF-8, from "À" on: both cases.
constexpr auto latin = std::string_view{
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy"};
static_assert(latin.size() == 64);

} // namespace

void note_look(const talk& it, const office_id& office,
               std::vector<visit_id> visits, bool searched,
               std::function<void()> then) {
  ask_access(it,
             access::note_persons_viewed{access::author_of(*it->who), office,
                                         std::move(visits), searched},
             [then](const access::accepted&) { then(); });
}

std::string folded(std::string_view text) {
  auto out = std::string{};
  for (auto i = std::size_t{0}; i < text.size(); ++i) {
    const auto octet = static_cast<unsigned char>(text[i]);
    if (octet == 0xC3 && i + 1 < text.size())
      out += latin[static_cast<unsigned char>(text[++i]) & 0x3FU];
    else if (octet >= 'A' && octet <= 'Z')
      out += static_cast<char>(octet - 'A' + 'a');
    else
      out += text[i];
  }
  return out;
}

std::string digits_of(std::string_view phone) {
  auto out = std::string{};
  for (const auto letter : phone)
    if (letter >= '0' && letter <= '9')
      out += letter;
  return out;
}

} // namespace suivant::gateway
