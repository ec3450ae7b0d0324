// The door of the French agency ANTS: its search for times at which identity
// papers can be applied for, over the same stock as everybody's.

#include "actors/office/office_describe.hpp"
#include "net/gateway/ants_words.hpp"
#include "net/gateway/applications.hpp"
#include "net/gateway/by_key.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/gathering.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

using std::chrono::days;

constexpr auto days_at_once = days{31}; // So that others get their turn.
constexpr auto furthest = days{186};

/// The agency's key, or nothing; then it has answered.
access::partner agency_of(const exchange& it) {
  const auto key
      = it.with.keys->who_has(it.request.header("x-hub-rdv-auth-token"));
  const auto office = key == nullptr ? office_id{} : key->office;
  return comes_rightly(it, key, office, access::scope::ants) ? key : nullptr;
}

std::vector<office_id> offices_for(const exchange& it,
                                   const access::api_key& agency) {
  if (agency.office != access::every_office)
    return {agency.office};
  auto all = std::vector<office_id>{};
  const auto prefix = std::string_view{"office/"};
  const auto read = it.with.log->scan(
      storage::tables::meta, prefix, [&](std::string_view key, auto) {
        all.push_back(office_id{std::string{key.substr(prefix.size())}});
        return true;
      });
  return read ? all : std::vector<office_id>{};
}

/// What an office says goes on to `then`; one that says nothing is left out.
void ask(const talk& it, const office_id& office, offer_asked asked,
         std::function<void(json::object)> then,
         std::function<void(office::refusal)> refused = {}) {
  it->with.offices->offer(
      office, std::move(asked),
      {[then = std::move(then),
        refused = std::move(refused)](const offer_told& said) {
         if (!said.refused)
           then(json::parse(said.text).as_object());
         else if (refused)
           refused(*said.refused);
       },
       [](no_answer) {}});
}

std::string text_in(const json::object& it, std::string_view name) {
  return std::string{it.at(name).as_string()};
}

office::ants_setup ants_in(const json::object& said) {
  auto read = office::ants_setup{};
  json::read(said, read);
  return read;
}

// -- times --------------------------------------------------------------------

/// The times of one place, gathered a month at a time.
struct search {
  talk it;
  std::shared_ptr<gathering> all;
  std::string point; // As the agency knows it.
  office_id office;
  offer_asked asked; // The next days.
  calendar_day last;
  boost::json::array found{};
};

std::string booking_page(const search& of, std::int64_t start) {
  const auto& asked = of.asked;
  return address_of(*of.it) + "/book/" + of.office.text + "?service="
         + asked.service.text + "&site=" + asked.site.text + "&persons="
         + std::to_string(asked.persons) + "&start=" + std::to_string(start);
}

void look_on(std::shared_ptr<search> of);

void take(const std::shared_ptr<search>& of, const json::object& said) {
  for (const auto& start : said.at("starts").as_array()) {
    // A seat to wait for is no time to come at.
    if (start.at("left").to_number<int>() < 1)
      continue;
    const auto at = start.at("start").to_number<std::int64_t>();
    of->found.push_back(json::object{
        {"datetime", ants_time(text_in(start.as_object(), "local"))},
        {"callback_url", booking_page(*of, at)}});
  }
  of->asked.first = of->asked.last + days{1};
  look_on(of);
}

void look_on(std::shared_ptr<search> of) {
  if (of->asked.first > of->last)
    return of->all->take({{of->point, std::move(of->found)}});
  of->asked.last = std::min(of->asked.first + days_at_once - days{1}, of->last);
  auto asked = of->asked;
  ask(
      of->it, of->office, std::move(asked),
      [of](const json::object& said) { take(of, said); },
      // More persons than the service takes, for instance: nothing to be had.
      [of](office::refusal) {
        of->all->take({{of->point, boost::json::array{}}});
      });
}

void look_at(const talk& it, const std::shared_ptr<gathering>& all,
             const ants_point& point, const ants_wish& wish,
             const office::ants_setup& setup) {
  const auto place
      = std::ranges::find(setup.points, point.id, &office::meeting_point::id);
  if (place == setup.points.end())
    return;
  const auto name = point.office.text + '.' + point.id;
  const auto service = setup.services.find(wish.reason);
  if (service == setup.services.end())
    return all->take({{name, boost::json::array{}}});
  const auto today
      = std::chrono::floor<days>(it->with.clock()) - days{1}; // Anywhere.
  look_on(std::make_shared<search>(
      search{.it = it,
             .all = all,
             .point = name,
             .office = point.office,
             .asked = {.kind = office::offer_kind::spans,
                       .service = service->second,
                       .site = place->site,
                       .persons = wish.documents,
                       .first = std::max(wish.first, calendar_day{today})},
             .last = std::min(wish.last, calendar_day{today + furthest})}));
}

void answer_slots(const exchange& it, std::vector<json::object> all) {
  if (all.empty())
    return it.refuse(404, "meeting_point_unknown");
  auto slots = json::object{};
  for (auto& one : all)
    for (auto& [point, found] : one)
      slots[point] = std::move(found);
  it.answer(200, std::move(slots));
}

// -- applications -------------------------------------------------------------

std::string name_of_site(const office::ants_setup& setup,
                         std::string_view site) {
  const auto place = std::ranges::find_if(
      setup.points, [&](const auto& each) { return each.site.text == site; });
  return place == setup.points.end() ? std::string{site} : place->name;
}

// A visit without a link of its own is managed by its office.
json::object shown(const talk& it, const office_id& office,
                   const office::ants_setup& setup, const json::object& found) {
  auto person = office::sealed_person{};
  json::read(found.at("person"), person);
  const auto link = it->with.people->link_in(office, person);
  const auto url
      = address_of(*it)
        + (link.empty() ? "/book/" + office.text : "/ticket/#" + link);
  return {{"meeting_point", name_of_site(setup, text_in(found, "site"))},
          {"datetime", ants_time(text_in(found, "local"))},
          {"management_url", url},
          {"cancel_url", url}};
}

void search_in(const talk& it, const std::shared_ptr<gathering>& all,
               const office_id& office,
               const std::vector<std::string>& hashes) {
  const auto points = offer_asked{.kind = office::offer_kind::meeting_points};
  ask(it, office, points, [=](const json::object& said) {
    const auto setup = ants_in(said);
    auto asked = offer_asked{.kind = office::offer_kind::applications};
    asked.applications = hashes;
    ask(it, office, std::move(asked), [=](const json::object& told) {
      for (const auto& one : told.at("found").as_array())
        all->take({{text_in(one.as_object(), "application"),
                    shown(it, office, setup, one.as_object())}});
    });
  });
}

} // namespace

void handle::ants_meeting_points(talk it) {
  const auto agency = agency_of(*it);
  if (agency == nullptr)
    return;
  const auto all
      = std::make_shared<gathering>([it](std::vector<json::object> found) {
          auto list = boost::json::array{};
          for (auto& one : found)
            list.push_back(std::move(one));
          it->answer(200, std::move(list));
        });
  for (const auto& office : offices_for(*it, *agency))
    ask(it, office, {.kind = office::offer_kind::meeting_points},
        [all, office](const json::object& said) {
          for (const auto& point : ants_in(said).points)
            all->take(gateway::shown(office, point));
        });
}

void handle::ants_time_slots(talk it) {
  const auto agency = agency_of(*it);
  if (agency == nullptr)
    return;
  const auto wish = ants_wish_from(it->request.query);
  const auto all
      = std::make_shared<gathering>([it](std::vector<json::object> found) {
          answer_slots(*it, std::move(found));
        });
  for (const auto& id : wish.points) {
    const auto point = ants_point_from(id);
    if (!point || !access::may(*agency, point->office, access::scope::ants))
      continue;
    ask(it, point->office, {.kind = office::offer_kind::meeting_points},
        [it, all, point, wish](const json::object& said) {
          look_at(it, all, *point, wish, ants_in(said));
        });
  }
}

void handle::ants_applications(talk it) {
  const auto agency = agency_of(*it);
  if (agency == nullptr)
    return;
  auto numbers = std::vector<std::string>{};
  for (const auto& list : values_of(it->request.query, "application_ids"))
    std::ranges::move(applications_in(list), std::back_inserter(numbers));
  if (numbers.empty() || !std::ranges::all_of(numbers, is_application))
    return it->refuse(422, "application_malformed");
  const auto hashes = hashes_of_applications(it->with.secret, numbers);
  const auto all = std::make_shared<gathering>(
      [it, numbers, hashes](std::vector<json::object> found) {
        auto out = json::object{};
        for (auto i = std::size_t{0}; i < numbers.size(); ++i) {
          auto appointments = boost::json::array{};
          for (const auto& one : found)
            if (const auto* each = one.if_contains(hashes[i]))
              appointments.push_back(*each);
          out[numbers[i]] = std::move(appointments);
        }
        it->answer(200, std::move(out));
      });
  for (const auto& office : offices_for(*it, *agency))
    search_in(it, all, office, hashes);
}

} // namespace suivant::gateway
