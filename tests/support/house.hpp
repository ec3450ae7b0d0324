// The whole server in this process, with the demo's town hall, on a free port
// and a folder of its own.

#pragma once

#include "config/program.hpp"
#include "tests/support/caller.hpp"

namespace suivant::tests {

/// Monday 9 March 2026, nine o'clock in Paris.
inline constexpr auto monday_morning = instant{
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::March / 9}
    + std::chrono::hours{8}};

class house {
public:
  explicit house(std::optional<instant> clock = monday_morning,
                 std::function<void(config::program_options&)> with = {});
  ~house();

  /// Stops the server; `start` goes on with the same folder.
  void stop();
  void start(std::function<void(config::program_options&)> with = {});

  std::uint16_t port() const {
    return program_->port();
  }
  const std::filesystem::path& folder() const {
    return folder_;
  }
  caller visitor() const {
    return caller{port()};
  }
  /// Signed in with one of the demo's log-ins.
  caller staff(const std::string& name) const;
  void set_clock(instant to) const;
  void advance(milliseconds by) const;

  /// Sets up an office of its own for one test, with the queues "hall" (H)
  /// and "desk" (D), the services "papers" and "weddings" in the first and
  /// "permits" in the second, and the counters 1 to 4 for all of them.
  std::string new_office() const;

private:
  std::optional<instant> clock_;
  std::filesystem::path folder_;
  std::unique_ptr<config::program> program_;
};

/// The set-up of `house::new_office`.
json_value small_setup();

/// One house for all tests that neither stop it nor need a day of their own.
house& town();

/// A visitor who has just taken a ticket, with its link.
struct guest {
  caller by;
  std::int64_t visit = 0;
  std::string number;

  heard look() {
    return by.get("/api/v1/visit");
  }
};
guest join(const house& in, const std::string& office,
           const std::string& service = "papers");

/// {"visit":{"id":…}} and what else there is to say.
json_value about(std::int64_t visit, boost::json::object more = {});

} // namespace suivant::tests
