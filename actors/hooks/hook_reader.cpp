#include "actors/hooks/hook_reader.hpp"

#include "actors/office/office_log.hpp"

#include <algorithm>

namespace suivant::hooks {
namespace {

constexpr auto read_ahead = std::size_t{100}; // Events.

} // namespace

storage::result<hook_reader>
hook_reader::open(const storage::log& log, const hook& whom, fact_number done) {
  const auto then = office::newest_state(log, whom.office, done);
  if (!then)
    return then.why();
  auto made = hook_reader{};
  made.office_ = whom.office;
  made.partner_ = whom.partner;
  made.kinds_ = whom.kinds;
  made.visits_ = known_visits{*then};
  made.read_ = done;
  return made;
}

storage::result<const public_event*> hook_reader::next(const storage::log& log,
                                                       fact_number newest) {
  if (ready_.empty() && read_ < newest) {
    const auto read = office::read_facts(
        log, office_, read_ + 1, [&](const office::fact& it) {
          if (it.number > newest)
            return false;
          if (auto told = visits_.take(it); told && is_heard(*told))
            ready_.push_back(std::move(*told));
          read_ = it.number;
          return ready_.size() < read_ahead;
        });
    if (!read)
      return read.why();
  }
  return ready_.empty() ? nullptr : &ready_.front();
}

bool hook_reader::is_heard(const public_event& it) const {
  return (partner_.empty() || it.visit.door == partner_)
         && (kinds_.empty()
             || std::ranges::find(kinds_, it.kind) != kinds_.end());
}

} // namespace suivant::hooks
