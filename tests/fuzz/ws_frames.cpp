// Any bytes, in any pieces, through the frame reader: the pieces must not
// matter, and it must never hold more than it promised.

#include "net/ws_frames.hpp"

#include <cstdlib>

namespace {

constexpr std::size_t message_bytes = 300;

std::string read(std::string_view bytes, std::size_t piece) {
  suivant::net::ws_reader reader{message_bytes};
  std::string seen;
  while (!bytes.empty()) {
    reader.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
    while (const auto event = reader.next()) {
      if (event->text.size() > message_bytes)
        std::abort();
      seen += std::to_string(static_cast<int>(event->kind)) + ' '
              + std::to_string(event->code) + ' ' + event->text + '\n';
    }
  }
  return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0)
    return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1,
                               size - 1};
  if (read(bytes, 1 + data[0] % 16) != read(bytes, bytes.size()))
    std::abort();
  return 0;
}
