// What people write to us from their phones: a ticket, their place, that they
// are late or do not come. The answer goes by the gateway as any other text;
// what the gateway itself hears is empty. Nothing of a person is noted.

#include "net/gateway/by_key.hpp"
#include "net/gateway/post/post_over.hpp"
#include "net/gateway/post/sms_reply.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/visit_link.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

/// One text, and what there is of who wrote it.
struct text_told {
  talk it;
  office_id office;
  std::string ours;  // The number that they wrote to.
  std::string phone; // Theirs, in international form.
  std::string hash;  // As rules know it.
  std::string key;   // The same when the gateway says it again.
  office::sms_said said;
  std::vector<office::shared_visit> visits;
  std::shared_ptr<const office::setup> setup;
};
using told_text = std::shared_ptr<const text_told>;

// The gateway is to say nothing of its own to the phone.
void heard(const exchange& it) {
  it.answer({200, {}, nullptr, {{"Cache-Control", "no-store"}}});
}

// Named in the address that the gateway was given; if not, the only one.
std::optional<office_id> office_meant(const exchange& it) {
  if (const auto named = it.request.parameter("office"); !named.empty())
    return office_id{std::string{named}};
  auto all = std::vector<office_id>{};
  constexpr auto prefix = std::string_view{"office/"};
  const auto found = it.with.log->scan(
      storage::tables::meta, prefix,
      [&](std::string_view key, std::string_view) {
        all.push_back(office_id{std::string{key.substr(prefix.size())}});
        return all.size() < 2;
      });
  return found && all.size() == 1 ? std::optional{all.front()} : std::nullopt;
}

std::string key_for(const exchange& it, const office_id& office,
                    const std::string& phone, const std::string& id) {
  if (id.empty())
    return "sms:" + crypto::random_hex(16);
  return "sms:"
         + crypto::link_token(it.with.secret, "inbound", office.text,
                              phone + ':' + id);
}

// -- answering ----------------------------------------------------------------

struct outcome {
  std::string say;
  office::shared_visit visit;
  std::optional<line_place> place;
  std::string from;
};

std::string language_for(const text_told& of, const office::shared_visit& it) {
  if (!of.said.language.empty())
    return of.said.language;
  if (it)
    return it->language;
  const auto known = visit_meant(of.visits);
  return known ? known->language : "fr";
}

void say(const told_text& of, const outcome& done) {
  const auto& it = *of->it;
  if (done.say.empty())
    return heard(it);
  auto reply = sms_reply{};
  reply.key = done.say;
  reply.language = language_for(*of, done.visit);
  reply.office = of->office;
  reply.setup = of->setup;
  reply.visit = done.visit;
  reply.place = done.place;
  reply.from = done.from;
  if (done.visit)
    reply.link = it.with.people->link_in(of->office, done.visit->person);
  reply.public_address = it.with.public_address;
  reply.now = it.with.clock();
  answer_sms(*it.with.gateways, of->ours, of->phone, words_of(reply),
             [](const net::sending&) {});
  heard(it);
}

// -- the place in line --------------------------------------------------------

int number_at(const json::value& of) {
  return of.is_int64() ? static_cast<int>(of.get_int64()) : 0;
}

std::optional<line_place> place_in(const std::string& view) {
  if (view.empty())
    return std::nullopt;
  const auto shown = json::parse(view);
  const auto* rank = shown.get_object().if_contains("rank");
  if (rank == nullptr || !rank->is_int64())
    return std::nullopt;
  auto place = line_place{};
  place.before = number_at(*rank);
  place.behind = std::max(0, number_at(shown.at("size")) - place.before - 1);
  if (const auto& wait = shown.at("wait"); wait.is_array()) {
    place.low = number_at(wait.get_array().at(0));
    place.high = number_at(wait.get_array().at(1));
  }
  return place;
}

using with_place = std::function<void(std::optional<line_place>)>;

void look_up(const told_text& of, const office::shared_visit& visit,
             with_place then) {
  const auto waits = visit && visit->now.phase == office::phase::waiting
                     && !visit->token_hash.empty();
  if (!waits)
    return then({});
  of->it->with.offices->visit_view(
      of->office, visit->token_hash,
      {[then](const std::string& view) { then(place_in(view)); },
       or_refuse(of->it)});
}

void say_where(const told_text& of, outcome done) {
  look_up(of, done.visit, [of, done](std::optional<line_place> place) {
    auto whole = done;
    whole.place = place;
    say(of, whole);
  });
}

// -- asking the office --------------------------------------------------------

void ask(const told_text& of, office::command what, const std::string& key,
         std::vector<storage::row> rows,
         std::function<void(const office_reply&)> then) {
  of->it->with.offices->ask(
      of->office,
      {{std::move(what), {office::role::visitor, {}}, key}, std::move(rows)},
      {std::move(then), or_refuse(of->it)});
}

void say_no(const told_text& of, const sms_step& step,
            const office_reply& said) {
  const auto is_nobodys = *said.refused == office::refusal::no_such_visit;
  auto no = outcome{words_for_refusal(*said.refused), said.visit, {}, {}};
  if (is_nobodys && !step.otherwise.empty())
    no.say = step.otherwise;
  if (said.not_before)
    no.from = said.not_before->shown.substr(11);
  say(of, no);
}

void take(const told_text& of, const sms_step& step) {
  ask(of, *step.ask, of->key, {}, [of, step](const office_reply& said) {
    count(*of->it, "sms", said);
    if (said.refused)
      return say_no(of, step, said);
    if (said.visit && is_told_by_text(*of->setup, *said.visit, step))
      return heard(*of->it);
    say_where(of, {step.say, said.visit, {}, {}});
  });
}

// Who asks for a ticket by text wants to be told by text. The ticket itself is
// a message of the office, so nothing else is said.
void take_ticket(const told_text& of, const sms_step& step) {
  const auto& with = of->it->with;
  const auto link = new_link(with.secret, of->office, of->key);
  auto ticket = std::get<office::take_ticket>(*step.ask);
  auto sealed
      = with.people->seal(of->office, {.phone = of->phone}, link.text());
  ticket.token_hash = link.hash();
  ticket.person = std::move(sealed->person);
  const auto rows = std::vector<storage::row>{std::move(sealed->key)};
  ask(of, office::allow_messages{of->hash}, of->key + "-on", {},
      [of, step, ticket, rows](const office_reply&) {
        ask(of, ticket, of->key, rows, [of, step](const office_reply& said) {
          count(*of->it, "take_ticket", said);
          if (said.refused)
            return say_no(of, step, said);
          heard(*of->it);
        });
      });
}

// Told again after the ticket was taken: there is nothing more to say.
bool is_of_this_text(const told_text& of, const office::visit& visit) {
  return visit.token_hash
         == new_link(of->it->with.secret, of->office, of->key).hash();
}

void go_on(const told_text& of, std::optional<line_place> place) {
  const auto step
      = step_for({of->said, of->hash, of->visits, *of->setup}, place);
  if (step.ask && std::holds_alternative<office::take_ticket>(*step.ask))
    return take_ticket(of, step);
  if (step.ask)
    return take(of, step);
  if (step.about && is_of_this_text(of, *step.about)
      && of->said.wish == office::sms_wish::join)
    return heard(*of->it);
  say_where(of, {step.say, step.about, {}, {}});
}

void read(text_told of, const std::string& text, const agenda_told& told) {
  if (told.refused)
    return of.it->refuse(status_of(*told.refused),
                         office::name_of(*told.refused));
  if (!told.setup->messages.on)
    return heard(*of.it);
  of.setup = told.setup;
  for (const auto& each : told.entries)
    of.visits.push_back(each.visit);
  of.said = office::read_sms(text, of.setup->messages.join);
  const auto whole = std::make_shared<const text_told>(std::move(of));
  const auto needs_place = whole->said.wish == office::sms_wish::late;
  look_up(whole, needs_place ? visit_meant(whole->visits) : nullptr,
          [whole](std::optional<line_place> place) { go_on(whole, place); });
}

std::optional<net::inbound_sms> inbound_in(const net::request& asked) {
  return asked.body.empty() ? net::inbound_in_query(asked)
                            : net::inbound_in_json(asked.body);
}

} // namespace

void handle::inbound(talk it) {
  const auto& gateways = it->with.gateways;
  if (!gateways || !is_by_gateway(gateways->sms_by, it->request))
    return it->refuse(404, "unknown");
  const auto said = inbound_in(it->request);
  if (!said)
    throw json::unreadable{"from: a number is needed"};
  const auto office = office_meant(*it);
  if (!office)
    return it->refuse(no_answer::unknown_office);
  const auto number = it->with.people->number_in(said->from);
  if (number.kind != office::telephone::mobile)
    return heard(*it);
  auto of = text_told{};
  of.it = it;
  of.office = *office;
  of.ours = said->to;
  of.phone = number.e164;
  of.hash = it->with.people->phone_hash(*office, number.e164);
  of.key = key_for(*it, *office, of.phone, said->id);
  const auto now = it->with.clock();
  if (!it->with.texts->may(of.hash, now))
    return refuse_for_now(*it, "too_many", std::chrono::seconds{30});
  it->with.texts->count(of.hash, now);
  const auto asked
      = agenda_asked{.kind = office::agenda_kind::reached, .phone = of.hash};
  it->with.offices->agenda(*office, asked,
                           {[of, text = said->text](const agenda_told& told) {
                              read(of, text, told);
                            },
                            or_refuse(it)});
}

} // namespace suivant::gateway
