// What staff ask of an office: its commands.

#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "net/gateway/applications.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/visit_link.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

using access::right;

/// What a command becomes on its way to the office.
struct prepared {
  ask_office ask;
  std::optional<visit_link> link; // Of what was just asked for.
  /// Of `describe_person`: sealed once the link that goes with it is known.
  std::optional<person_data> person;
};

std::string snake_case(std::string name) {
  std::ranges::replace(name, '-', '_');
  return name;
}

constexpr auto longest_text = std::size_t{500}; // Bytes; kept for ever.

// What only the gateway may fill in is no part of what pages send, and what
// people type is a reason, not a book.
void refuse_odd_members(const json::object& body) {
  for (const auto* name : {"token_hash", "person_key"})
    if (body.contains(name))
      throw json::unreadable{'"' + std::string{name} + "\" is not known here"};
  for (const auto& [name, member] : body)
    if (member.is_string() && member.get_string().size() > longest_text)
      throw json::unreadable{std::string{name} + ": is too long"};
}

void take_person(prepared& it, const exchange& from, const office_id& office,
                 const json::value& sent, office::sealed_person& into) {
  if (sent.is_null())
    return;
  const auto person = person_from_json(sent);
  auto sealed
      = from.with.people->seal(office, person, it.link ? it.link->text() : "");
  if (!sealed)
    return;
  into = std::move(sealed->person);
  it.ask.rows.push_back(std::move(sealed->key));
}

// Of an appointment also: whose others it counts with, and what it is about.
template <class Command>
void take_booker(prepared& it, const exchange& from, const office_id& office,
                 const json::value& sent, Command& command) {
  take_person(it, from, office, sent, command.person);
  if (sent.is_null())
    return;
  const auto person = person_from_json(sent);
  command.person_key = known_as(from.with.secret, office, person);
  command.applications
      = hashes_of_applications(from.with.secret, person.applications);
}

// Who gets a ticket or an appointment gets a link to follow it.
template <class Command>
void take_link(prepared& it, const exchange& from, const office_id& office,
               Command& command) {
  it.link = new_link(from.with.secret, office, from.key_needed());
  command.token_hash = it.link->hash();
}

void complete(prepared& it, const exchange& from, const office_id& office,
              const json::value& person) {
  auto& command = it.ask.what.what;
  if (auto* ticket = std::get_if<office::take_ticket>(&command)) {
    take_link(it, from, office, *ticket);
    take_person(it, from, office, person, ticket->person);
  } else if (std::holds_alternative<office::describe_person>(command)) {
    if (!person.is_null())
      it.person = person_from_json(person);
  } else if (auto* hold = std::get_if<office::hold_slot>(&command)) {
    take_link(it, from, office, *hold);
  } else if (auto* sure = std::get_if<office::confirm_booking>(&command)) {
    take_booker(it, from, office, person, *sure);
  } else if (auto* book = std::get_if<office::book>(&command)) {
    take_link(it, from, office, *book);
    take_booker(it, from, office, person, *book);
  } else if (auto* call = std::get_if<office::ask_call_back>(&command)) {
    take_person(it, from, office, person, call->person);
  } else if (auto* feed = std::get_if<office::open_feed>(&command)) {
    it.link = new_feed_link(from.with.secret, office, from.key_needed());
    feed->token_hash = it.link->hash();
  } else if (auto* there = std::get_if<office::arrive>(&command)) {
    if (it.ask.what.by.as == office::role::device)
      there->by = office::entrance::kiosk; // Who is seen there stands inside.
  } else if (auto* in = std::get_if<office::sign_in>(&command)) {
    // Only a supervisor seats somebody else.
    if (in->agent.empty() || it.ask.what.by.as == office::role::agent)
      in->agent = agent_id{from.who->name};
  }
}

bool makes_visit(std::string_view command) {
  return command == "take_ticket" || command == "hold_slot"
         || command == "book";
}

// Some ask for more than their command does; the rules look at the rest.
bool overbooks(const json::object& body) {
  const auto* wish = body.if_contains("overbook");
  return wish != nullptr && wish->is_bool() && wish->get_bool();
}

prepared prepare(const exchange& it, const office_id& office,
                 const std::string& name) {
  auto body = it.body();
  refuse_odd_members(body);
  auto person = json::value{};
  if (const auto* sent = body.if_contains("person")) {
    person = *sent;
    body.erase("person");
  }
  if (makes_visit(name) && !body.contains("channel"))
    body["channel"] = it.who->device ? "kiosk" : "reception";
  auto made = prepared{};
  made.ask.what.what = *office::command_from_json(name, body);
  made.ask.what.by = asker_in(it, office);
  made.ask.what.key = key_of_staff(it);
  complete(made, it, office, person);
  return made;
}

void send(const talk& it, const office_id& office, const std::string& name,
          prepared made) {
  it->with.offices->ask(
      office, std::move(made.ask),
      {[it, name, link = made.link](const office_reply& said) {
         count(*it, name, said);
         if (said.refused && !said.near.empty())
           return refuse_start(*it, said);
         if (said.refused == office::refusal::too_early && said.not_before)
           return refuse_early(*it, said);
         auto more = json::object{};
         if (link && !said.refused)
           more["token"] = link->text();
         reply(*it, said, std::move(more));
       },
       or_refuse(it)});
}

// What is sent to somebody leads to their visit by the link that is sealed with
// them: whoever describes them anew does not know it, and it has to stay.
void send_description(const talk& it, const office_id& office,
                      const std::string& name, prepared made) {
  const auto of
      = std::get<office::describe_person>(made.ask.what.what).visit.id;
  if (of.empty() || !made.person)
    return send(it, office, name, std::move(made));
  it->with.offices->agenda(
      office, {.kind = office::agenda_kind::described, .visit = of},
      {[it, office, name, made](const agenda_told& known) {
         auto link = std::string{};
         if (!known.entries.empty())
           link = it->with.people->link_in(office,
                                           known.entries[0].visit->person);
         auto whole = made;
         if (auto sealed = it->with.people->seal(office, *made.person, link)) {
           std::get<office::describe_person>(whole.ask.what.what).person
               = std::move(sealed->person);
           whole.ask.rows.push_back(std::move(sealed->key));
         }
         send(it, office, name, std::move(whole));
       },
       or_refuse(it)});
}

} // namespace

void handle::command(talk it) {
  const auto office = office_id{it->parts[0]};
  const auto name = snake_case(it->parts[1]);
  const auto needed = access::right_for(name);
  // An office is set up by PUT, where the set-up is looked at as a whole.
  if (!needed || needed == right::configure)
    return it->refuse(404, "unknown");
  if (!allowed(*it, office, *needed))
    return;
  if (overbooks(it->body()) && !allowed(*it, office, right::overbook))
    return;
  auto made = prepare(*it, office, name);
  if (std::holds_alternative<office::describe_person>(made.ask.what.what))
    return send_description(it, office, name, std::move(made));
  send(it, office, name, std::move(made));
}

void handle::state_hash(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::replay))
    return;
  it->with.offices->hash(
      office,
      {[it](const hash_told& told) {
         it->answer(200, json::object{{"fact", told.at}, {"hash", told.hash}});
       },
       or_refuse(it)});
}

} // namespace suivant::gateway
