// What events about the next set-up change.

#include "actors/office/changes.hpp"

namespace suivant::office {

void apply(state& office, setup_drafted happened, instant) {
  office.draft = setup_draft{.number = happened.draft,
                             .setup = std::move(happened.setup),
                             .clocks = std::move(happened.clocks),
                             .from = office.setup,
                             .token_hash = std::move(happened.token_hash),
                             .publish_at = {},
                             .missed = {}};
}

void apply(state& office, const publishing_planned& happened, instant) {
  auto draft = *office.draft;
  draft.publish_at = happened.at;
  draft.missed.clear();
  office.draft = std::move(draft);
}

void apply(state& office, const publishing_missed& happened, instant) {
  auto draft = *office.draft;
  draft.publish_at = {};
  draft.missed = happened.why;
  office.draft = std::move(draft);
}

void apply(state& office, const draft_published&, instant) {
  office.before
      = replaced_setup{office.setup, office.clocks, office.draft->setup};
  office.draft.reset();
}

void apply(state& office, const draft_dropped&, instant) {
  office.draft.reset();
}

void apply(state& office, const setup_restored&, instant) {
  office.before.reset();
}

} // namespace suivant::office
