#include "actors/office/near_starts.hpp"

#include "actors/office/rights.hpp"

namespace suivant::office {
namespace {

constexpr auto remembered_for = std::chrono::seconds{1};

// -- what the command asked for, as a question for near starts ----------------

template <class Command>
offer_question about(const state&, const Command&) {
  return {};
}

template <class Command>
  requires requires(const Command& it) { it.may_wait; }
offer_question about(const state&, const Command& it) {
  return {.service = it.service,
          .site = it.site,
          .persons = it.persons,
          .place = it.place,
          .start = it.start};
}

int share_in(const auto&) {
  return 0;
}

template <class Command>
  requires requires(const Command& it) { it.quota; }
int share_in(const Command& it) {
  return it.quota.share_percent;
}

offer_question about_visit(const state& now, const visit_id& id) {
  const auto* it = now.visits.find(id);
  if (it == nullptr || !it->appointment)
    return {};
  const auto& claim = it->appointment->claim;
  return {.service = claim.service,
          .site = claim.site,
          .persons = claim.persons,
          .place = claim.place,
          .start = claim.time.from,
          .moved = id};
}

offer_question about(const state& now, const confirm_booking& it) {
  return about_visit(now, it.visit.id);
}

offer_question about(const state& now, const move_booking& it) {
  auto asked = about_visit(now, it.visit.id);
  asked.site = it.site;
  asked.start = it.start;
  return asked;
}

std::string key_of(const offer_question& it) {
  return it.service.text + '/' + it.site.text + '/' + std::to_string(it.persons)
         + '/' + std::to_string(static_cast<int>(it.place)) + '/'
         + std::to_string(it.start.time_since_epoch().count()) + '/'
         + std::to_string(it.moved.number) + (it.by_staff ? "/s/" : "//")
         + it.door;
}

} // namespace

std::string near_starts::answer(const state& now, const request& asked,
                                instant at) {
  auto question
      = std::visit([&](const auto& it) { return about(now, it); }, asked.what);
  if (question.service.empty())
    return {};
  question.by_staff = is_staff(asked.by);
  if (asked.by.as == role::partner) {
    question.door = asked.by.name;
    question.door_share
        = std::visit([](const auto& it) { return share_in(it); }, asked.what);
  }
  if (as_of_ != now.last_fact || at >= until_) {
    known_.clear();
    as_of_ = now.last_fact;
    until_ = at + remembered_for;
  }
  auto& known = known_[key_of(question)];
  if (known.empty())
    known = near_json(now, question, at);
  return known;
}

} // namespace suivant::office
