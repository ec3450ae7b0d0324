// What one hook is told next, and what comes of it: reads the log, judges by
// the rules, and keeps the mark. Sends nothing itself.

#pragma once

#include "actors/hooks/hook_book.hpp"
#include "actors/hooks/hook_reader.hpp"
#include "actors/hooks/web_port.hpp"

namespace suivant::hooks {

/// What all hooks of one program share.
struct context {
  std::shared_ptr<storage::log> log;
  std::shared_ptr<const hook_book> book;
  std::shared_ptr<web_port> web;
  wall_clock clock;
  hooks::limits limits;
  /// Told "delivered", "failed" or "given_up"; may be empty.
  std::function<void(std::string_view)> count;
};

class hook_sender {
public:
  hook_sender(std::shared_ptr<const context> with, hook whom);

  /// Facts of its office up to this one are on disk.
  void heard(fact_number newest);

  /// What is to be tried now; under way until `told`. Nothing while something
  /// is, or until it is time.
  std::optional<outgoing> next();
  /// Which try is under way: an answer to an older one no longer counts.
  std::uint64_t turn() const {
    return turn_;
  }
  void told(std::uint64_t turn, const answer& it);

  void pause();
  void resume(); // And tries at once.
  /// Sends again from fact `from` on, which it may have been sent before.
  void send_again(fact_number from);

  const hook& whom() const {
    return whom_;
  }
  const mark& at() const {
    return mark_;
  }
  fact_number newest() const {
    return newest_;
  }

private:
  bool open();
  const public_event* ahead();
  outgoing made_of(const public_event& it) const;
  void save(bool now);

  std::shared_ptr<const context> with_;
  hook whom_;
  mark mark_;
  mark saved_;
  instant saved_at_{};
  std::optional<hook_reader> reader_;
  fact_number newest_ = 0;
  std::optional<fact_number> under_way_;
  std::uint64_t turn_ = 0;
};

} // namespace suivant::hooks
