#include "actors/office/staging.hpp"

#include "actors/office/office.hpp"
#include "actors/office/office_json.hpp"

namespace suivant::office {

staged_facts stage(state& now, events decided, const request& asked,
                   instant at) {
  auto out = staged_facts{};
  for (auto& event : decided) {
    auto happened = fact{now.last_fact + 1, at, signature_of(asked.by),
                         asked.key, std::move(event)};
    out.records.push_back(to_json(happened));
    out.news.note_before(now, happened.what);
    evolve(now, happened);
    out.news.note_after(now, happened.what);
  }
  out.news.note_gauges(now);
  return out;
}

} // namespace suivant::office
