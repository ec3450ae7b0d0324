#include "actors/office/campaign_view.hpp"

#include "actors/office/meant.hpp"
#include "actors/office/office_describe.hpp"

#include <algorithm>
#include <map>

namespace suivant::office {
namespace {

using boost::json::array;
using boost::json::object;

template <class Counted>
object in_words(const std::map<std::string, Counted>& counts) {
  auto out = object{};
  for (const auto& [name, count] : counts)
    out[name] = count;
  return out;
}

// -- who would be called off --------------------------------------------------

object row_of(const visit& it) {
  const auto& claim = it.appointment->claim;
  return {
      {"visit", it.id.number},          {"start", json::write(claim.time.from)},
      {"local", it.appointment->shown}, {"service", claim.service.text},
      {"site", claim.site.text},        {"persons", claim.persons}};
}

campaign_answer preview_of(const state& now, const campaign_question& asked,
                           instant at) {
  if (!makes_sense(asked.of))
    return {.refused = refusal::value_out_of_range};
  auto out = campaign_answer{};
  auto days = std::map<std::string, int>{};
  auto services = std::map<std::string, int>{};
  auto sites = std::map<std::string, int>{};
  auto people = array{};
  auto seen = array{};
  for (const auto* it : appointments_meant(now, asked.of, at)) {
    if (it->now.phase != phase::booked)
      continue;
    ++days[it->appointment->shown.substr(0, 10)];
    ++services[it->now.service.text];
    ++sites[it->appointment->claim.site.text];
    if (out.visits.size() >= asked.first && people.size() < asked.most)
      people.push_back(row_of(*it));
    seen.push_back(it->id.number);
    out.visits.push_back(now.visits.share(it->id));
  }
  out.said = {{"now", json::write(at)},   {"count", out.visits.size()},
              {"days", in_words(days)},   {"services", in_words(services)},
              {"sites", in_words(sites)}, {"people", std::move(people)},
              {"seen", std::move(seen)}};
  return out;
}

// -- what became of them ------------------------------------------------------

// In a word: who has an offer is no longer only postponed.
std::string fate_of(const state& now, const list_entry& it) {
  const auto* visit = now.visits.find(it.visit);
  if (it.now == phase::postponed && visit != nullptr && visit->offer)
    return "offered";
  return std::string{json::write(it.now).as_string()};
}

object head_of(const state& now, const campaign_id& id, const campaign& it) {
  auto fates = std::map<std::string, int>{};
  auto unreachable = 0;
  for (const auto& each : it.people) {
    ++fates[fate_of(now, each)];
    unreachable += each.reachable ? 0 : 1;
  }
  auto out = object{{"id", id.text},
                    {"reason", it.reason},
                    {"of", json::write(it.of)},
                    {"terms", json::write(it.terms)},
                    {"vouchers", it.vouchers},
                    {"closed", it.closed},
                    {"by", it.by},
                    {"began", json::write(it.began)},
                    {"open", it.is_open},
                    {"count", it.people.size()},
                    {"unreachable", unreachable},
                    {"fates", in_words(fates)},
                    {"skipped", it.skipped.size()}};
  if (it.ended > instant{})
    out["ended"] = json::write(it.ended);
  return out;
}

object row_of(const state& now, const list_entry& it) {
  auto out
      = object{{"visit", it.visit.number}, {"start", json::write(it.start)},
               {"local", it.shown},        {"service", it.service.text},
               {"site", it.site.text},     {"reachable", it.reachable},
               {"fate", fate_of(now, it)}, {"since", json::write(it.since)},
               {"offers", it.offers},      {"lapsed", it.lapsed}};
  if (!it.reason.empty())
    out["reason"] = it.reason;
  if (!it.again.empty())
    out["again"] = it.again;
  const auto* visit = now.visits.find(it.visit);
  if (visit != nullptr && visit->offer) {
    out["offered"] = visit->offer->shown;
    out["until"] = json::write(visit->offer->until);
  }
  return out;
}

template <class Setup>
array names_of(const std::vector<Setup>& all) {
  auto out = array{};
  for (const auto& it : all)
    out.push_back(object{{"id", it.id.text}, {"name", json::write(it.name)}});
  return out;
}

// What a filter may name.
object choices_in(const setup& office) {
  auto services = array{};
  for (const auto& it : office.booking.services)
    if (const auto* service = find(office, it.id))
      services.push_back(
          object{{"id", it.id.text}, {"name", json::write(service->name)}});
  return {{"sites", names_of(office.booking.sites)},
          {"services", std::move(services)},
          {"resources", names_of(office.booking.resources)}};
}

campaign_answer list_of(const state& now, instant at) {
  auto all = array{};
  for (const auto& [id, it] : now.campaigns)
    all.push_back(head_of(now, id, it));
  auto out = campaign_answer{};
  out.said = {{"now", json::write(at)},
              {"campaigns", std::move(all)},
              {"choices", choices_in(now.setup)}};
  return out;
}

campaign_answer report_of(const state& now, const campaign_question& asked,
                          instant at) {
  const auto found = now.campaigns.find(asked.campaign);
  if (found == now.campaigns.end())
    return {.refused = refusal::no_such_campaign};
  const auto& list = found->second;
  auto out = campaign_answer{};
  auto people = array{};
  const auto first = std::min(asked.first, list.people.size());
  const auto last = first + std::min(asked.most, list.people.size() - first);
  for (auto i = first; i < last; ++i) {
    people.push_back(row_of(now, list.people[i]));
    out.visits.push_back(now.visits.share(list.people[i].visit));
  }
  out.said = head_of(now, found->first, list);
  out.said["now"] = json::write(at);
  out.said["people"] = std::move(people);
  return out;
}

// -- who holds a voucher ------------------------------------------------------

// Whether the list is still offered places, and how many wait on it.
object list_now(const state& now, const campaign_id& id) {
  const auto list = now.campaigns.find(id);
  if (list == now.campaigns.end())
    return {{"open", false}, {"waiting", 0}};
  const auto waiting = std::ranges::count(list->second.people, phase::postponed,
                                          &list_entry::now);
  return {{"open", list->second.is_open}, {"waiting", waiting}};
}

campaign_answer voucher_of(const state& now, const campaign_question& asked) {
  auto it = now.visits.share(asked.visit);
  if (it == nullptr || it->now.phase != phase::postponed)
    return {.refused = refusal::no_such_visit};
  auto out = campaign_answer{};
  out.said = row_of(*it);
  out.said["campaign"] = it->wish->campaign.text;
  out.said["reason"] = it->now.reason;
  out.said["version"] = it->version;
  out.said["place"] = json::write(it->appointment->claim.place);
  out.said["list"] = list_now(now, it->wish->campaign);
  if (it->offer)
    out.said["offer"]
        = object{{"start", json::write(it->offer->claim.time.from)},
                 {"local", it->offer->shown},
                 {"site", it->offer->claim.site.text},
                 {"until", json::write(it->offer->until)}};
  out.visits = {std::move(it)};
  return out;
}

} // namespace

campaign_answer answer_of(const state& now, const campaign_question& asked,
                          instant at) {
  switch (asked.kind) {
  case campaign_view::preview:
    return preview_of(now, asked, at);
  case campaign_view::report:
    return report_of(now, asked, at);
  case campaign_view::voucher:
    return voucher_of(now, asked);
  case campaign_view::list:
    break;
  }
  return list_of(now, at);
}

} // namespace suivant::office
