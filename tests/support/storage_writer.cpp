// A program that writes records to a log and says each number once it is
// acknowledged, so that tests can end it at any moment. Knows no tests.

#include "storage/log.hpp"

#include <cstdio>
#include <string>
#include <string_view>

#include <unistd.h>

using namespace suivant;

namespace {

// Every size from nothing to several blocks of the write-ahead file.
std::string record_of(storage::record_number number) {
  const auto bytes = (number * 7919) % (number % 16 == 0 ? 90'000u : 700u);
  return std::to_string(number) + ':' + std::string(bytes, 'x');
}

bool asked() {
  auto byte = char{};
  return ::read(STDIN_FILENO, &byte, 1) == 1;
}

bool acknowledge(storage::record_number number) {
  return ::write(STDOUT_FILENO, &number, sizeof number) == sizeof number;
}

// Two records and a row each time, in one commit: all of them or none.
storage::result<storage::done> write_next(storage::log& log,
                                          storage::record_number last) {
  return log.commit(
      {{"office/a", last, {record_of(last + 1), record_of(last + 2)}},
       {"office/b", last / 2, {"after " + std::to_string(last)}}},
      {{storage::tables::outbox, "newest", std::to_string(last + 2)}});
}

} // namespace

int main(int count, char** words) {
  if (count != 3)
    return 2;
  const auto waits = std::string_view{words[2]} == "when_asked";
  // Small buffers, so that table files come and go within a short test.
  const auto limits = storage::log_limits{.free_bytes_kept = 0,
                                          .write_buffer_bytes = 256u << 10};
  auto log = storage::log::open(words[1], limits);
  if (!log) {
    std::fprintf(stderr, "%s\n", log.why().detail.c_str());
    return 1;
  }
  const auto end = log->end_of("office/a");
  if (!end || !acknowledge(end->number))
    return 1;
  for (auto last = end->number; !waits || asked(); last += 2)
    if (!write_next(*log, last) || !acknowledge(last + 2))
      return 1;
  return 0;
}
