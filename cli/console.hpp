// What all commands share: how they open the data folder, and how they end
// with words a person can act on. Knows no command.

#pragma once

#include "actors/common/ids.hpp"
#include "storage/log.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

namespace suivant::cli {

/// What a command tells the shell.
enum class ending { well = 0, with_problems = 1, by_misuse = 2 };

/// Ends the command. An empty text means that all has been said.
class end_of_command : public std::runtime_error {
public:
  end_of_command(ending with, const std::string& text)
      : std::runtime_error{text}, how{with} {}

  const ending how;
};

/// The person asked for something that cannot be.
[[noreturn]] void misuse(const std::string& text);
/// The log or the machine says no.
[[noreturn]] void problem(const std::string& text);
/// The same, in the words of the storage.
[[noreturn]] void problem(const storage::failure& why);

template <class T>
T must(storage::result<T> done) {
  if (!done)
    problem(done.why());
  return std::move(*done);
}

using folder = std::filesystem::path;

/// Opens a data folder for reading, beside a running server if there is one.
storage::log look_into(const folder& data);

/// Opens a data folder as its only writer. `may_be_new`: makes the folder if
/// it does not exist.
std::shared_ptr<storage::log> take_over(const folder& data,
                                        bool may_be_new = false);

/// The office named, or all of them. Ends the command if there is none.
std::vector<office_id> offices_meant(const storage::log& log,
                                     const std::optional<std::string>& named);

/// A question on the terminal; "no" when nobody sits there.
bool agrees(const std::string& question);

} // namespace suivant::cli
