// What the holder of a visit's link may see and do.

#include "actors/office/office_describe.hpp"
#include "net/gateway/by_key.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/qr.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {
namespace {

struct wish {
  std::uint32_t version = 0;
  int places = 1;
};
BOOST_DESCRIBE_STRUCT(wish, (), (version, places))

std::optional<office::command>
wished(std::string_view name, office::visit_ref visit, const wish& how) {
  if (name == "leave")
    return office::leave{visit};
  if (name == "let-pass")
    return office::let_pass{visit, how.places};
  if (name == "requeue")
    return office::requeue{visit};
  return std::nullopt;
}

void answer_svg(const exchange& it, const std::string& text) {
  auto picture = qr_svg(text);
  if (picture.empty())
    return it.refuse(422, "value_out_of_range");
  it.answer({200,
             "image/svg+xml",
             std::make_shared<const std::string>(std::move(picture)),
             {{"Cache-Control", "no-store"}}});
}

// Only of a ticket there is: nobody shall hold a picture of ours that leads
// nowhere. Whoever asks has just been shown that ticket, so its office runs.
void draw(const talk& it, const visit_link& link) {
  with_visit(it, link, [it, link](const visit_told&) {
    answer_svg(*it, address_of(*it) + "/ticket/#" + link.text());
  });
}

} // namespace

void handle::visit(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  it->with.offices->visit_view(link->office, link->hash(),
                               {[it](const std::string& view) {
                                  if (view.empty())
                                    return it->refuse(404, "link_unknown");
                                  it->answer(net::json_response(200, view));
                                },
                                or_refuse_link(it)});
}

void handle::visit_command(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = wish{};
  json::read(it->body(), how, json::unknown::refuse);
  if (!wished(it->parts[0], {}, how))
    return it->refuse(404, "unknown");
  auto key = it->key();
  if (!key.empty())
    key.insert(0, link->hash() + ':');
  with_visit(it, *link, [it, link, how, key](const visit_told& told) {
    auto command = *wished(it->parts[0], {told.visit->id, how.version}, how);
    it->with.offices->ask(link->office,
                          {{std::move(command), asker_outside(*it), key}, {}},
                          {[it](const office_reply& said) {
                             count(*it, it->parts[0], said);
                             reply(*it, said);
                           },
                           or_refuse(it)});
  });
}

void handle::visit_qr(talk it) {
  if (const auto link = link_of(*it))
    draw(it, *link);
}

void handle::ticket_qr(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::take_tickets))
    return;
  const auto body = it->body();
  const auto* token = body.if_contains("token");
  const auto link = token != nullptr && token->is_string()
                        ? link_from(token->get_string())
                        : std::nullopt;
  if (!link || link->office != office)
    return it->refuse(404, "link_unknown");
  draw(it, *link);
}

void handle::poster(talk it) {
  const auto office = it->parts[0];
  const auto known
      = it->with.log->get(storage::tables::meta, "office/" + office);
  if (!known)
    return it->refuse(no_answer::unknown_office);
  answer_svg(*it, address_of(*it) + "/join/" + office);
}

} // namespace suivant::gateway
