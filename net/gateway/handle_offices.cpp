// What everybody may ask of an office: what it offers, and a ticket.

#include "actors/office/office_describe.hpp"
#include "actors/office/office_log.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/visit_link.hpp"

namespace suivant::gateway {
namespace {

struct ticket_request {
  service_id service;
  int persons = 1;
  std::string language = "fr";
  std::string name;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(ticket_request, (),
                      (service, persons, language, name, phone))

constexpr auto longest_language = std::size_t{8};
constexpr auto visit_is_closed = office::refusal::visit_is_closed;

} // namespace

// Names are kept beside the log, so that a list of hundreds starts none.
void handle::offices(talk it) {
  auto list = boost::json::array{};
  const auto found = it->with.log->scan(
      storage::tables::meta, "office/",
      [&](std::string_view key, std::string_view name) {
        key.remove_prefix(std::string_view{"office/"}.size());
        list.push_back(json::object{{"id", key}, {"name", json::parse(name)}});
        return true;
      });
  if (!found)
    return it->refuse(found.why().kind);
  it->answer(200, std::move(list));
}

void handle::office(talk it) {
  it->with.offices->public_view(office_id{it->parts[0]},
                                {[it](const std::string& view) {
                                   it->answer(net::json_response(200, view));
                                 },
                                 or_refuse(it)});
}

void handle::ticket(talk it) {
  const auto office = office_id{it->parts[0]};
  const auto key = it->key_needed();
  auto sent = ticket_request{};
  json::read(it->body(), sent, json::unknown::refuse);
  if (sent.language.size() > longest_language)
    throw json::unreadable{"language: a tag such as \"fr\" is needed"};
  const auto link = new_link(it->with.secret, office, key);
  auto asked
      = ask_office{{office::take_ticket{.service = sent.service,
                                        .persons = sent.persons,
                                        .channel = office::channel::phone,
                                        .language = sent.language,
                                        .token_hash = link.hash()},
                    {office::role::visitor, {}},
                    key},
                   {}};
  auto person = person_from_json(
      json::object{{"name", sent.name}, {"phone", sent.phone}});
  if (auto sealed = it->with.people->seal(office, person)) {
    std::get<office::take_ticket>(asked.what.what).person
        = std::move(sealed->person);
    asked.rows.push_back(std::move(sealed->key));
  }
  it->with.offices->ask(
      office, std::move(asked),
      {[it, link](const office_reply& said) {
         count(*it, "take_ticket", said);
         if (said.refused)
           return reply(*it, said);
         // The key was used yesterday, and that visit is over.
         if (!said.visit)
           return it->refuse(409, office::name_of(visit_is_closed));
         it->answer(201, json::object{{"visit", said.visit->id.number},
                                      {"number", said.visit->number},
                                      {"token", link.text()},
                                      {"repeated", said.repeated}});
       },
       or_refuse(it)});
}

} // namespace suivant::gateway
