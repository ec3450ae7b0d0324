// Arriving for an appointment: by the visitor's link, or by the code that is
// shown at the door.

#include "actors/office/office_describe.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/door_code.hpp"
#include "net/gateway/qr.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {
namespace {

struct wish {
  std::uint32_t version = 0;
  std::string code; // Of the door; empty: by the link alone.
};
BOOST_DESCRIBE_STRUCT(wish, (), (version, code))

struct scanned {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(scanned, (), (token))

/// How they are there; empty when the code is wrong: then it has answered.
std::optional<office::entrance>
entrance_of(const exchange& it, const office_id& office, const wish& how) {
  if (how.code.empty())
    return office::entrance::link;
  const auto now = it.with.clock();
  if (!it.with.door_tries->may(it.request.peer, now)) {
    it.refuse(429, "too_many_codes");
    return std::nullopt;
  }
  if (door_code_fits(it.with.secret, office, how.code, now))
    return office::entrance::door;
  it.with.door_tries->count(it.request.peer, now);
  it.refuse(422, "door_code_wrong");
  return std::nullopt;
}

void answer_arrival(const exchange& it, const office_reply& said) {
  count(it, "arrive", said);
  if (said.refused == office::refusal::too_early && said.not_before)
    return refuse_early(it, said);
  reply(it, said);
}

} // namespace

void handle::arrive(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = wish{};
  json::read(it->body(), how, json::unknown::refuse);
  const auto by = entrance_of(*it, link->office, how);
  if (!by)
    return;
  auto key = it->key();
  if (!key.empty())
    key.insert(0, link->hash() + ':');
  with_visit(it, *link, [it, link, how, key, by](const visit_told& told) {
    it->with.offices->ask(
        link->office,
        {{office::arrive{{told.visit->id, how.version}, *by},
          {office::role::visitor, {}},
          key},
         {}},
        {[it](const office_reply& said) { answer_arrival(*it, said); },
         or_refuse(it)});
  });
}

// For the screen at the door.
void handle::door_code(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::see_board))
    return;
  const auto code = door_code_at(it->with.secret, office, it->with.clock());
  const auto address
      = address_of(*it) + "/arrive/" + office.text + '#' + code.digits;
  auto no_store = net::json_response(
      200,
      boost::json::serialize(json::object{{"code", code.digits},
                                          {"until", json::write(code.until)},
                                          {"qr", qr_svg(address)}}));
  no_store.headers.emplace_back("Cache-Control", "no-store");
  it->answer(std::move(no_store));
}

// A visitor's link, read from their phone at the reception.
void handle::scanned(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::take_tickets))
    return;
  auto sent = gateway::scanned{};
  json::read(it->body(), sent, json::unknown::refuse);
  const auto link = link_from(sent.token);
  if (!link || link->office != office)
    return it->refuse(404, "link_unknown");
  with_visit(it, *link, [it](const visit_told& told) {
    it->answer(200, json::object{{"visit", told.visit->id.number}});
  });
}

} // namespace suivant::gateway
