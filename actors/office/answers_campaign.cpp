// Many appointments called off at a time, and the end of their list.

#include "actors/office/answers.hpp"
#include "actors/office/closing.hpp"
#include "actors/office/meant.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

constexpr auto longest_id = std::size_t{32};

bool makes_sense(const cancel_many& asked) {
  const auto& terms = asked.terms;
  return !asked.campaign.empty() && asked.campaign.text.size() <= longest_id
         && makes_sense(asked.of)
         && !(asked.close && !asked.of.services.empty())
         && 1 <= terms.hold_hours && terms.hold_hours <= 240
         && 1 <= terms.offers_each && terms.offers_each <= 10;
}

bool contains(const std::vector<const visit*>& sorted, visit_id wanted) {
  const auto at = std::ranges::lower_bound(
      sorted, wanted, {}, [](const visit* it) { return it->id; });
  return at != sorted.end() && (*at)->id == wanted;
}

campaign_began beginning_of(const situation& here, const cancel_many& asked,
                            const std::vector<const visit*>& meant) {
  auto out = campaign_began{.campaign = asked.campaign,
                            .reason = asked.reason,
                            .of = asked.of,
                            .terms = asked.terms,
                            .vouchers = asked.vouchers,
                            .closed = asked.close,
                            .by = here.by.name};
  for (const auto id : asked.seen)
    if (!contains(meant, id))
      out.skipped.push_back(id);
  return out;
}

// Somebody who is about to book must choose another start.
event called_off(const visit& it, const cancel_many& asked, bool reachable) {
  if (it.now.phase == phase::held)
    return hold_expired{it.id};
  if (asked.vouchers)
    return visit_postponed{it.id, asked.campaign, reachable};
  return visit_cancelled{it.id, asked.reason, asked.campaign, reachable};
}

} // namespace

decision answer(const situation& here, const cancel_many& asked) {
  if (!supervises(here.by))
    return refusal::supervisor_is_needed;
  if (asked.reason.empty())
    return refusal::reason_is_needed;
  if (!makes_sense(asked))
    return refusal::value_out_of_range;
  const auto known = here.now.campaigns.find(asked.campaign);
  if (known != here.now.campaigns.end())
    return known->second.of == asked.of && known->second.reason == asked.reason
               ? decision{events{}}
               : refusal::campaign_is_known;
  const auto meant = appointments_meant(here.now, asked.of, here.at);
  if (meant.empty())
    return refusal::nobody_is_meant;
  auto unreachable = asked.unreachable;
  std::ranges::sort(unreachable);
  auto decided = events{};
  if (auto closed = closed_for(here.now, asked); asked.close && closed)
    decided.push_back(std::move(*closed));
  decided.push_back(beginning_of(here, asked, meant));
  for (const auto* it : meant)
    decided.push_back(called_off(
        *it, asked, !std::ranges::binary_search(unreachable, it->id)));
  return decided;
}

// Who was offered something keeps that until it ends.
decision answer(const situation& here, const end_list& asked) {
  if (!supervises(here.by))
    return refusal::supervisor_is_needed;
  const auto found = here.now.campaigns.find(asked.campaign);
  if (found == here.now.campaigns.end())
    return refusal::no_such_campaign;
  if (!found->second.is_open)
    return events{};
  auto decided = events{list_ended{asked.campaign, "ended_by_staff"}};
  for (const auto& it : found->second.people)
    if (it.now == phase::postponed && !here.now.visits.at(it.visit).offer)
      decided.push_back(list_left{it.visit, "list_ended"});
  return decided;
}

} // namespace suivant::office
