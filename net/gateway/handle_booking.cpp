// What everybody may ask about appointments: what there is to have, and to
// keep one of them for some minutes.

#include "actors/office/office_describe.hpp"
#include "net/gateway/by_key.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/network_limits.hpp"
#include "net/gateway/parameters.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/visit_link.hpp"

namespace suivant::gateway {
namespace {

struct hold_request {
  service_id service;
  booking::site_id site;
  instant start;
  int persons = 1;
  booking::place_type place = booking::place_type::counter;
  bool may_wait = false;
  std::string language = "fr";
  std::string follows; // The link of the first appointment, for a follow-up.
};
BOOST_DESCRIBE_STRUCT(hold_request, (),
                      (service, site, start, persons, place, may_wait, language,
                       follows))

constexpr auto longest_language = std::size_t{8};

// -- what there is ------------------------------------------------------------

offer_asked asked_by(const exchange& it, office::offer_kind kind) {
  auto asked = offer_asked{.kind = kind};
  asked.service = service_id{needed(it, "service")};
  asked.site = booking::site_id{it.request.parameter("site")};
  if (const auto persons = it.request.parameter("persons"); !persons.empty())
    asked.persons = number_in(persons, "persons");
  if (const auto place = it.request.parameter("place"); !place.empty())
    json::read(json::value(place), asked.place, json::unknown::refuse, "place");
  asked.by_staff = is_set(it, "staff");
  if (const auto moved = it.request.parameter("moved"); !moved.empty())
    json::detail::read_key(moved, asked.moved);
  return asked;
}

// Staff see more: places kept for them, days not yet given out, and a place
// that is to be moved as if it were free. Partners see what is left for them.
bool may_ask(const exchange& it, const offer_asked& asked) {
  const auto office = office_id{it.parts[0]};
  const auto needs_right = asked.by_staff || !asked.moved.empty();
  return needs_right ? allowed(it, office, access::right::arrange_line)
                     : comes_rightly(it, office, access::scope::slots);
}

void answer_offer(const talk& it, offer_asked asked, office_id office = {}) {
  if (office.empty() && !may_ask(*it, asked))
    return;
  if (office.empty())
    office = office_id{it->parts[0]};
  if (it->partner != nullptr) {
    asked.door = it->partner->name;
    asked.door_share = it->partner->quotas.share_percent;
  }
  it->with.offices->offer(office, std::move(asked),
                          {[it](const offer_told& said) {
                             if (said.refused)
                               return it->refuse(
                                   status_of(*said.refused),
                                   office::name_of(*said.refused));
                             it->answer(net::json_response(200, said.text));
                           },
                           or_refuse(it)});
}

offer_asked days_asked(const exchange& it) {
  auto asked = asked_by(it, office::offer_kind::days);
  asked.first = json::day_from(needed(it, "from"));
  asked.last = json::day_from(needed(it, "to"));
  return asked;
}

offer_asked slots_asked(const exchange& it) {
  auto asked = asked_by(it, office::offer_kind::slots);
  asked.first = json::day_from(needed(it, "day"));
  asked.last = asked.first;
  return asked;
}

// The same of the next set-up, for whoever has its link.
void answer_preview(const talk& it, offer_asked asked) {
  const auto link = link_of(*it);
  if (!link)
    return;
  asked.preview = link->hash();
  answer_offer(it, std::move(asked), link->office);
}

// -- holding ------------------------------------------------------------------

office::hold_slot slot_in(const exchange& it, const hold_request& sent,
                          const visit_link& link, visit_id follows) {
  const auto is_partner = it.partner != nullptr;
  return {.service = sent.service,
          .site = sent.site,
          .start = sent.start,
          .persons = sent.persons,
          .place = sent.place,
          .may_wait = sent.may_wait,
          .channel
          = is_partner ? office::channel::partner : office::channel::web,
          .language = sent.language,
          .token_hash = link.hash(),
          .follows = follows,
          .quota = quota_of(it)};
}

void answer_hold(const talk& it, const visit_link& link,
                 const office_reply& said) {
  count(*it, "hold_slot", said);
  if (said.refused)
    return refuse_start(*it, said);
  const auto& held
      = said.visit ? said.visit->appointment : boxed<office::appointment>{};
  if (!held)
    return it->refuse(409, office::name_of(office::refusal::hold_expired));
  if (!said.repeated && it->partner == nullptr)
    it->with.holds->count(it->request.peer, it->with.clock());
  it->answer(201, json::object{{"visit", said.visit->id.number},
                               {"token", link.text()},
                               {"start", json::write(held->claim.time.from)},
                               {"local", held->shown},
                               {"until", json::write(held->held_until)},
                               {"repeated", said.repeated}});
}

void ask_for_hold(const talk& it, const hold_request& sent, visit_id follows) {
  const auto office = office_id{it->parts[0]};
  const auto key = key_outside(*it, it->key_needed());
  const auto link = new_link(it->with.secret, office, key);
  auto slot = slot_in(*it, sent, link, follows);
  it->with.offices->ask(
      office, {{std::move(slot), asker_outside(*it), key}, {}},
      {[it, link](const office_reply& said) { answer_hold(it, link, said); },
       or_refuse(it)});
}

} // namespace

void handle::booking(talk it) {
  answer_offer(it, {.kind = office::offer_kind::services});
}

void handle::booking_days(talk it) {
  answer_offer(it, days_asked(*it));
}

void handle::booking_slots(talk it) {
  answer_offer(it, slots_asked(*it));
}

void handle::preview(talk it) {
  answer_preview(it, {.kind = office::offer_kind::services});
}

void handle::preview_days(talk it) {
  answer_preview(it, days_asked(*it));
}

void handle::preview_slots(talk it) {
  answer_preview(it, slots_asked(*it));
}

// From now on, unless a start is named.
void handle::booking_near(talk it) {
  auto asked = asked_by(*it, office::offer_kind::near);
  asked.start = it->with.clock();
  if (const auto start = it->request.parameter("start"); !start.empty())
    json::read(json::parse(start), asked.start, json::unknown::refuse, "start");
  answer_offer(it, std::move(asked));
}

void handle::hold(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!comes_rightly(*it, office, access::scope::holds))
    return;
  it->key_needed();
  auto sent = hold_request{};
  json::read(it->body(), sent, json::unknown::refuse);
  if (sent.language.size() > longest_language)
    throw json::unreadable{"language: a tag such as \"fr\" is needed"};
  // A partner has a quota instead.
  if (it->partner == nullptr
      && !it->with.holds->may(it->request.peer, it->with.clock()))
    return it->refuse(429, "too_many_holds");
  if (sent.follows.empty())
    return ask_for_hold(it, sent, {});
  const auto first = link_from(sent.follows);
  if (!first || first->office != office)
    return it->refuse(404, "link_unknown");
  with_visit(it, *first, [it, sent](const visit_told& told) {
    ask_for_hold(it, sent, told.visit->id);
  });
}

} // namespace suivant::gateway
