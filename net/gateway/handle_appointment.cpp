// What the holder of a visit's link may do about its appointment.

#include "actors/office/office_describe.hpp"
#include "net/gateway/applications.hpp"
#include "net/gateway/by_key.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/network_limits.hpp"
#include "net/gateway/post/confirmation_code.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

struct wish {
  std::uint32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(wish, (), (version))

struct move_wish {
  std::uint32_t version = 0;
  instant start;
  booking::site_id site;
};
BOOST_DESCRIBE_STRUCT(move_wish, (), (version, start, site))

// -- confirming ---------------------------------------------------------------

struct confirm_wish {
  person_data person;
  std::string code; // That proves their address, where it has to be proven.
};

confirm_wish confirm_wish_in(const json::object& body) {
  const auto* person = body.if_contains("person");
  const auto* code = body.if_contains("code");
  auto wish
      = confirm_wish{person_from_json(person ? *person : json::object{}), {}};
  if (code != nullptr)
    json::read(*code, wish.code, json::unknown::refuse, "code");
  return wish;
}

bool answers_form(const exchange& it, const visit_told& told,
                  const person_data& person) {
  const auto* service = office::find(*told.setup, told.visit->now.service);
  if (service == nullptr)
    return true;
  const auto wrong = office::problems_in(service->form, person.answers);
  if (!wrong.empty())
    it.refuse(422, "answers_wrong", {{"wrong", json::write(wrong)}});
  return wrong.empty();
}

// Of what a partner books they answer for; staff know whom they talk to, and
// have commands of their own. Where nothing is sent, no code can be.
bool needs_code(const exchange& it, const visit_told& told) {
  const auto& rules = told.setup->booking.services;
  const auto rule = std::ranges::find(rules, told.visit->now.service,
                                      &booking::service_rule::id);
  return it.partner == nullptr && told.setup->messages.on && rule != rules.end()
         && rule->proven;
}

// Of one of the two addresses is enough: at that one they can be reached.
bool proves(const exchange& it, const visit_link& link, visit_id visit,
            const person_data& person, std::string_view code) {
  const auto fits = [&](const std::string& address) {
    return !address.empty()
           && is_confirmation_code(it.with.secret, link.office, visit, address,
                                   code);
  };
  return fits(it.with.people->number_in(person.phone).e164)
         || fits(person.email);
}

bool is_proven(const exchange& it, const visit_link& link,
               const visit_told& told, const confirm_wish& wish) {
  if (!needs_code(it, told))
    return true;
  if (wish.code.empty()) {
    it.refuse(422, "code_needed");
    return false;
  }
  const auto now = it.with.clock();
  if (!it.with.codes->may(it.request.peer, now)) {
    it.refuse(429, "too_many_codes");
    return false;
  }
  if (proves(it, link, told.visit->id, wish.person, wish.code))
    return true;
  it.with.codes->count(it.request.peer, now);
  it.refuse(422, "code_wrong");
  return false;
}

void confirm_for(const talk& it, const visit_link& link, const visit_told& told,
                 const confirm_wish& wish) {
  const auto& person = wish.person;
  if (!answers_form(*it, told, person) || !is_proven(*it, link, told, wish))
    return;
  auto sealed = it->with.people->seal(link.office, person, link.text());
  auto rows = std::vector<storage::row>{};
  auto what = office::confirm_booking{
      .visit = {told.visit->id, 0},
      .person_key = known_as(it->with.secret, link.office, person),
      .applications
      = hashes_of_applications(it->with.secret, person.applications),
      .quota = quota_of(*it)};
  if (sealed) {
    what.person = sealed->person;
    rows.push_back(std::move(sealed->key));
  }
  ask_about(it, link, "confirm_booking", 201, std::move(what), std::move(rows));
}

} // namespace

void handle::confirm(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  const auto wish = confirm_wish_in(it->body());
  with_visit(it, *link, [it, link, wish](const visit_told& told) {
    confirm_for(it, *link, told, wish);
  });
}

void handle::move(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = move_wish{};
  json::read(it->body(), how, json::unknown::refuse);
  const auto quota = quota_of(*it);
  with_visit(it, *link, [it, link, how, quota](const visit_told& told) {
    ask_about(it, *link, "move_booking", 200,
              office::move_booking{.visit = {told.visit->id, how.version},
                                   .start = how.start,
                                   .site = how.site,
                                   .quota = quota});
  });
}

void handle::cancel(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = wish{};
  json::read(it->body(), how, json::unknown::refuse);
  with_visit(it, *link, [it, link, how](const visit_told& told) {
    ask_about(it, *link, "leave", 200,
              office::leave{{told.visit->id, how.version}});
  });
}

} // namespace suivant::gateway
