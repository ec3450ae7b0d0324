#include "actors/office/staging.hpp"

#include "actors/office/office.hpp"
#include "actors/office/office_json.hpp"
#include "actors/outbox/messages.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

/// Carries out one event, and then all that it means for messages.
void happen(staged_facts& out, state& now, fact happened) {
  out.records.push_back(to_json(happened));
  out.news.note_before(now, happened.what);
  evolve(now, happened);
  out.news.note_after(now, happened.what);
  for (auto& more : messages_after(now, happened.what, happened.at))
    happen(out, now,
           {now.last_fact + 1, happened.at, happened.by, {}, std::move(more)});
}

bool is_about_messages_alone(const events& all) {
  return std::ranges::all_of(
      all, [](const event& it) { return message_in(it).number != 0; });
}

} // namespace

staged_facts stage(state& now, events decided, const request& asked,
                   instant at) {
  auto out = staged_facts{};
  for (const auto& each : decided)
    happen(out, now,
           {now.last_fact + 1, at, signature_of(asked.by), asked.key, each});
  if (!is_about_messages_alone(decided))
    out.news.note_gauges(now);
  return out;
}

} // namespace suivant::office
