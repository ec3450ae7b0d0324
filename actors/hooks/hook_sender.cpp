#include "actors/hooks/hook_sender.hpp"

#include "actors/hooks/hook_json.hpp"
#include "actors/office/office_log.hpp"

namespace suivant::hooks {
namespace {

// So many facts of no interest may be read again after a restart.
constexpr auto facts_between_marks = fact_number{500};

mark stored_mark(const storage::log& log, const hook& whom) try {
  const auto row = row_of(whom.office, whom.name);
  if (const auto known = log.get(storage::tables::outbox, row))
    return mark_from(*known);
  return {.done = whom.after};
} catch (const json::unreadable&) {
  return {.done = whom.after}; // Twice is better than not at all.
}

} // namespace

hook_sender::hook_sender(std::shared_ptr<const context> with, hook whom)
    : with_{std::move(with)}, whom_{std::move(whom)},
      mark_{stored_mark(*with_->log, whom_)}, saved_{mark_} {
  if (const auto end = with_->log->end_of(office::stream_of(whom_.office)))
    newest_ = end->number;
}

void hook_sender::heard(fact_number newest) {
  newest_ = std::max(newest_, newest);
}

std::optional<outgoing> hook_sender::next() {
  if (under_way_ || mark_.paused || !open())
    return std::nullopt;
  const auto now = with_->clock();
  const auto* event = ahead();
  while (event != nullptr
         && is_too_late(mark_, event->at, now, with_->limits)) {
    mark_ = after_giving_up(mark_, event->number, now);
    with_->count("given_up");
    reader_->pop();
    event = ahead();
  }
  if (event == nullptr) {
    save(mark_.done - saved_.done >= facts_between_marks
         || mark_.last_success != saved_.last_success);
    return std::nullopt;
  }
  if (now < mark_.next_try)
    return std::nullopt;
  under_way_ = event->number;
  return made_of(*event);
}

void hook_sender::told(std::uint64_t turn, const answer& it) {
  if (turn != turn_ || !under_way_)
    return;
  ++turn_;
  const auto number = *std::exchange(under_way_, std::nullopt);
  mark_ = after_try(mark_, number, it, with_->clock(), crypto::random_part(),
                    with_->limits);
  with_->count(is_received(it) ? "delivered" : "failed");
  if (is_received(it))
    reader_->pop();
  save(!is_received(it) || with_->clock() >= saved_at_ + with_->limits.saving);
}

void hook_sender::pause() {
  mark_.paused = true;
  save(true);
}

// What failed before counts no more: nothing is given up without another try.
void hook_sender::resume() {
  mark_.paused = false;
  mark_.tries = 0;
  mark_.failing_since = {};
  mark_.next_try = {};
  save(true);
}

void hook_sender::send_again(fact_number from) {
  mark_.done = from == 0 ? 0 : std::min(from - 1, newest_);
  reader_.reset();
  under_way_.reset();
  ++turn_;
  resume();
}

bool hook_sender::open() {
  if (reader_)
    return true;
  auto opened = hook_reader::open(*with_->log, whom_, mark_.done);
  if (opened)
    reader_ = std::move(*opened);
  else
    mark_.last_error = "log";
  return reader_.has_value();
}

// What is of no interest counts as done once nothing else comes before it.
const public_event* hook_sender::ahead() {
  const auto next = reader_->next(*with_->log, newest_);
  if (!next) {
    mark_.last_error = "log";
    return nullptr;
  }
  if (*next == nullptr)
    mark_.done = reader_->read();
  return *next;
}

outgoing hook_sender::made_of(const public_event& it) const {
  auto out = outgoing{.url = whom_.url, .body = body_of(whom_.office, it)};
  out.headers = signed_headers(whom_.secret, id_of(whom_.office, it.number),
                               with_->clock(), out.body);
  return out;
}

// One that cannot be written is written later: at worst an event is sent twice.
void hook_sender::save(bool now) {
  if (!now || mark_ == saved_)
    return;
  const auto row = row_of(whom_.office, whom_.name);
  if (!with_->log->commit({}, {{storage::tables::outbox, row, to_json(mark_)}}))
    return;
  saved_ = mark_;
  saved_at_ = with_->clock();
}

} // namespace suivant::hooks
