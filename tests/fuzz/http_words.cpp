// Any text through the words of HTTP: nothing may crash or run on for ever,
// and what was decoded must be no longer than what was sent.

#include "net/request_target.hpp"
#include "net/words.hpp"

#include <cstdlib>

using namespace suivant::net;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto half = text.substr(0, size / 2);
  const auto rest = text.substr(size / 2);
  const auto decoded = percent_decoded(text);
  if (decoded && decoded->size() > size)
    std::abort();
  const auto value = query_value(half, rest.substr(0, rest.size() % 8));
  if (value && value->size() > half.size())
    std::abort();
  cookie_value(half, rest.substr(0, rest.size() % 8));
  accepts_coding(half, "br");
  list_has(half, rest);
  request asked;
  if (read_target(text, asked) && !is_utf8(asked.path))
    std::abort();
  return 0;
}
