// The link of an appointment by video, for the two sides that meet there.

#include "net/gateway/by_link.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/video.hpp"

namespace suivant::gateway {
namespace {

void answer_link(const exchange& it, const office_id& office,
                 const office::setup& setup, const office::visit& visit) {
  auto link = video_link_of(it.with.secret, office, setup, visit);
  if (link.empty())
    return it.refuse(404, "no_video");
  auto no_store = net::json_response(
      200, boost::json::serialize(json::object{{"link", std::move(link)}}));
  no_store.headers.emplace_back("Cache-Control", "no-store");
  it.answer(std::move(no_store));
}

} // namespace

void handle::video(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  with_visit(it, *link, [it, link](const visit_told& told) {
    answer_link(*it, link->office, *told.setup, *told.visit);
  });
}

void handle::video_of(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::see_person))
    return;
  auto wanted = visit_id{};
  json::detail::read_key(it->parts[1], wanted);
  it->with.offices->agenda(
      office, {.kind = office::agenda_kind::one, .visit = wanted},
      {[it, office](const agenda_told& told) {
         if (told.refused)
           return it->refuse(404, office::name_of(*told.refused));
         answer_link(*it, office, *told.setup, *told.entries[0].visit);
       },
       or_refuse(it)});
}

} // namespace suivant::gateway
