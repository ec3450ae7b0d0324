// The next set-up: drafting it, putting it in force, and the way back.

#include "actors/office/drafting.hpp"
#include "actors/office/rights.hpp"
#include "actors/office/setup_rules.hpp"

namespace suivant::office {
namespace {

/// The draft meant, or why it is not there.
looked_up<setup_draft> draft_meant(const state& now, std::uint64_t number) {
  if (!now.draft)
    return {nullptr, refusal::no_such_draft};
  if (now.draft->number != number)
    return {nullptr, refusal::draft_has_changed};
  return {&*now.draft, {}};
}

// Whoever drafted it looked at what was in force then.
std::optional<refusal> may_not_publish(const state& now,
                                       const setup_draft& it) {
  if (it.from != now.setup)
    return refusal::setup_has_changed;
  if (is_in_use(now, it.setup))
    return refusal::setup_still_in_use;
  return {};
}

events published(const setup_draft& it) {
  return {draft_published{it.number}, office_configured{it.setup, it.clocks}};
}

} // namespace

decision answer(const situation& here, const draft_setup& asked) {
  if (!problems_in(asked.setup, asked.clocks).empty())
    return refusal::setup_is_invalid;
  const auto there = here.now.draft ? here.now.draft->number : 0;
  if (there != asked.instead_of)
    return refusal::draft_has_changed;
  return events{setup_drafted{here.now.last_fact + 1, asked.setup, asked.clocks,
                              asked.token_hash}};
}

decision answer(const situation& here, const publish_draft& asked) {
  const auto [it, no] = draft_meant(here.now, asked.draft);
  if (no)
    return *no;
  if (asked.at > here.at && asked.at == it->publish_at)
    return events{};
  if (const auto refused = may_not_publish(here.now, *it))
    return *refused;
  if (asked.at > here.at)
    return events{publishing_planned{it->number, asked.at}};
  return published(*it);
}

decision answer(const situation& here, const drop_draft& asked) {
  if (!here.now.draft)
    return events{};
  const auto [it, no] = draft_meant(here.now, asked.draft);
  if (no)
    return *no;
  return events{draft_dropped{it->number}};
}

decision answer(const situation& here, const restore_setup&) {
  const auto& before = here.now.before;
  if (!before)
    return refusal::nothing_to_restore;
  if (before->by != here.now.setup)
    return refusal::setup_has_changed;
  if (is_in_use(here.now, before->setup))
    return refusal::setup_still_in_use;
  return events{setup_restored{},
                office_configured{before->setup, before->clocks}};
}

bool is_due(const state& now, instant at) {
  return now.draft && now.draft->publish_at != instant{}
         && now.draft->publish_at <= at;
}

events due_publishing(const state& now, instant at) {
  if (!is_due(now, at))
    return {};
  if (const auto no = may_not_publish(now, *now.draft))
    return {publishing_missed{now.draft->number, std::string{name_of(*no)}}};
  return published(*now.draft);
}

} // namespace suivant::office
