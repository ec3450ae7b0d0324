// Any text may stand where a stored fact should: it is read or refused, and
// what was read is the same once written down and read again.

#include "actors/office/office_json.hpp"

#include <cstdlib>

using namespace suivant;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes,
                                      std::size_t count) {
  static auto reader = office::fact_reader{};
  const auto text
      = std::string_view{reinterpret_cast<const char*>(bytes), count};
  try {
    const auto fact = reader.read(text);
    if (reader.read(office::to_json(fact)) != fact)
      std::abort();
  } catch (const json::unreadable&) {
    // Refused in words: as it should be.
  }
  return 0;
}
