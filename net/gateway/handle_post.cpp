// What gateways say: what became of messages, and what people answer.

#include "net/gateway/post/post_over.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {
namespace {

constexpr auto gateway_asker
    = std::string_view{"gateway"}; // Who says so, in the log.

// A gateway asks again unless it hears that we know: of a message that is
// forgotten there is nothing more to know.
void note(const talk& it, const message_id& of, office::command what) {
  it->with.offices->ask(
      of.office,
      {{std::move(what),
        {office::role::system, std::string{gateway_asker}},
        {}},
       {}},
      {[it](const office_reply&) { it->nothing(); }, or_refuse(it)});
}

office::command meant_by(const receipt& it) {
  const auto visit = office::visit_ref{it.of.visit};
  if (it.says == net::receipt_says::on_its_way)
    return office::note_handing{visit, it.of.number, 0, office::handing::taken};
  const auto arrived = it.says == net::receipt_says::delivered;
  return office::note_receipt{visit, it.of.number, arrived,
                              arrived ? "" : "undelivered"};
}

} // namespace

void handle::receipt(talk it) {
  const auto said = receipt_in(it->with.secret, it->request);
  if (!said)
    return it->refuse(404, "unknown");
  note(it, said->of, meant_by(*said));
}

void handle::bounce(talk it) {
  const auto of = bounced(it->with.secret, it->request.body);
  if (!of)
    return it->refuse(404, "unknown");
  if (!is_final_bounce(it->request.body))
    return it->nothing();
  note(it, *of,
       office::note_receipt{{of->visit}, of->number, false, "bounced"});
}

} // namespace suivant::gateway
