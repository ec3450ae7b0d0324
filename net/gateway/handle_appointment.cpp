// What the holder of a visit's link may do about its appointment.

#include "actors/office/office_describe.hpp"
#include "net/gateway/applications.hpp"
#include "net/gateway/by_key.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

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

void confirm_for(const talk& it, const visit_link& link, const visit_told& told,
                 const person_data& person) {
  if (!answers_form(*it, told, person))
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
  const auto body = it->body();
  const auto* sent = body.if_contains("person");
  const auto person = person_from_json(sent ? *sent : json::object{});
  with_visit(it, *link, [it, link, person](const visit_told& told) {
    confirm_for(it, *link, told, person);
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
