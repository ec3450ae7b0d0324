// What the holder of a visit's link may do about its appointment.

#include "actors/booking/ics.hpp"
#include "actors/common/calendar.hpp"
#include "actors/office/office_describe.hpp"
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

using make_command = std::function<office::command(visit_id)>;

/// One command about the visit of the link.
void command_about(const talk& it, const visit_link& link,
                   std::string_view name, int status, make_command make,
                   std::vector<storage::row> rows = {}) {
  auto key = it->key();
  if (!key.empty())
    key.insert(0, link.hash() + ':');
  auto then = [it, link, name, status, make, key, rows](visit_id visit) {
    if (visit.empty())
      return it->refuse(404, "link_unknown");
    it->with.offices->ask(
        link.office, {{make(visit), {office::role::visitor, {}}, key}, rows},
        {[it, name, status](const office_reply& said) {
           count(*it, name, said);
           if (said.refused)
             return refuse_start(*it, said);
           reply(*it, said, {}, status);
         },
         or_refuse(it)});
  };
  it->with.offices->visit_of(link.office, link.hash(),
                             {std::move(then), or_refuse_link(it)});
}

// -- for calendars ------------------------------------------------------------

std::string words_in(const json::object& visit, std::string_view name,
                     std::string_view language) {
  const auto* words = visit.if_contains(name);
  if (words == nullptr || !words->is_object())
    return {};
  const auto& known = words->get_object();
  const auto* said = known.if_contains(language);
  if (said == nullptr && !known.empty())
    said = &known.begin()->value();
  return said == nullptr ? std::string{} : std::string{said->as_string()};
}

booking::calendar_entry entry_for(const exchange& it, const visit_link& link,
                                  const json::object& visit) {
  const auto& agreed = visit.at("appointment").get_object();
  const auto at = [](const json::value& ms) {
    return instant{milliseconds{ms.to_number<std::int64_t>()}};
  };
  const auto office = visit.at("office").get_object();
  const auto site = words_in(agreed, "site_name", it.language);
  return {.uid = link.hash() + '@' + link.office.text,
          .sequence = visit.at("version").to_number<std::uint64_t>(),
          .cancelled = visit.at("phase") != "booked",
          .time = {at(agreed.at("start")), at(agreed.at("end"))},
          .written = it.with.clock(),
          .summary = words_in(visit, "service", it.language),
          .location
          = site.empty() ? words_in(office, "name", it.language) : site,
          .description = words_in(visit, "bring", it.language),
          .url = address_of(it) + "/ticket/#" + link.text()};
}

void answer_ics(const exchange& it, const visit_link& link,
                const std::string& view) {
  const auto visit = json::parse(view);
  const auto* agreed = visit.as_object().if_contains("appointment");
  if (agreed == nullptr)
    return it.refuse(404, "no_appointment");
  const auto zone = std::string{agreed->at("zone").as_string()};
  auto text = booking::ics_of(entry_for(it, link, visit.get_object()),
                              zone_called(zone));
  it.answer({200,
             "text/calendar; charset=utf-8",
             std::make_shared<const std::string>(std::move(text)),
             {{"Cache-Control", "no-store"},
              {"Content-Disposition", "attachment; filename=\"rdv.ics\""}}});
}

} // namespace

void handle::confirm(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  const auto body = it->body();
  const auto* sent = body.if_contains("person");
  const auto person = person_from_json(sent ? *sent : json::object{});
  auto sealed = it->with.people->seal(link->office, person);
  auto key = known_as(it->with.secret, link->office, person);
  auto rows = std::vector<storage::row>{};
  auto box = office::sealed_person{};
  if (sealed) {
    box = sealed->person;
    rows.push_back(std::move(sealed->key));
  }
  command_about(
      it, *link, "confirm_booking", 201,
      [key, box](visit_id visit) {
        return office::confirm_booking{{visit, 0}, key, box};
      },
      std::move(rows));
}

void handle::move(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = move_wish{};
  json::read(it->body(), how, json::unknown::refuse);
  command_about(it, *link, "move_booking", 200, [how](visit_id visit) {
    return office::move_booking{
        .visit = {visit, how.version}, .start = how.start, .site = how.site};
  });
}

void handle::cancel(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = wish{};
  json::read(it->body(), how, json::unknown::refuse);
  command_about(it, *link, "leave", 200, [how](visit_id visit) {
    return office::leave{{visit, how.version}};
  });
}

void handle::arrive(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = wish{};
  json::read(it->body(), how, json::unknown::refuse);
  command_about(it, *link, "arrive", 200, [how](visit_id visit) {
    return office::arrive{{visit, how.version}, office::entrance::link};
  });
}

void handle::calendar_file(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  it->with.offices->visit_view(link->office, link->hash(),
                               {[it, link](const std::string& view) {
                                  if (view.empty())
                                    return it->refuse(404, "link_unknown");
                                  answer_ics(*it, *link, view);
                                },
                                or_refuse_link(it)});
}

} // namespace suivant::gateway
