#include "cli/town_hall_api.hpp"

#include "actors/office/office_json.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <stdexcept>

namespace suivant::cli {
namespace {

using boost::json::object;
using boost::json::serialize;

std::string text_in(const object& from, std::string_view name) {
  const auto* found = from.if_contains(name);
  if (found == nullptr || !found->is_string())
    return {};
  return std::string{found->get_string()};
}

object object_in(const http_answer& from) {
  auto error = boost::system::error_code{};
  auto read = boost::json::parse(from.body, error);
  return error || !read.is_object() ? object{} : std::move(read.get_object());
}

[[noreturn]] void unexpected(std::string_view asked, const http_answer& it) {
  throw std::runtime_error{
      fmt::format("{}: the server answered {} {}", asked, it.status, it.body)};
}

visit_id visit_in(const object& from) {
  const auto* visit = from.if_contains("visit");
  if (visit == nullptr || visit->is_null())
    return {};
  if (const auto* row = visit->if_object())
    return {row->at("id").to_number<std::uint64_t>()};
  return {visit->to_number<std::uint64_t>()};
}

ticket ticket_in(std::string_view asked, const http_answer& from) {
  if (from.status != 200 && from.status != 201)
    unexpected(asked, from);
  const auto members = object_in(from);
  return {visit_in(members), text_in(members, "token")};
}

http_question question_of(const login& by, std::string method,
                          std::string target, std::string body,
                          const std::string& key) {
  auto what = http_question{std::move(method),
                            std::move(target),
                            {{"Cookie", by.cookie}, {"X-Csrf", by.csrf}},
                            std::move(body)};
  if (!key.empty())
    what.headers.emplace_back("Idempotency-Key", key);
  return what;
}

outcome outcome_of(const http_answer& it) {
  const auto members = object_in(it);
  return {it.status, visit_in(members), text_in(members, "error")};
}

} // namespace

town_hall_api::town_hall_api(std::uint16_t port, office_id office)
    : http_{port}, office_{"/api/v1/offices/" + office.text},
      id_{std::move(office.text)} {}

login town_hall_api::sign_in(const std::string& name,
                             std::string_view password) {
  const auto said
      = http_.ask({"POST",
                   "/api/v1/sessions",
                   {},
                   serialize(object{{"name", name}, {"password", password}})});
  if (said.status != 200)
    unexpected("signing in as " + name, said);
  return {said.cookie, text_in(object_in(said), "csrf")};
}

void town_hall_api::make_agent(const login& by, const std::string& name,
                               std::string_view password) {
  const auto said
      = ask_as(by, "POST", "/api/v1/accounts",
               serialize(object{{"name", name},
                                {"password", password},
                                {"roles", object{{id_, "agent"}}}}));
  const auto exists = text_in(object_in(said), "error") == "account_exists";
  if (said.status != 204 && !exists)
    unexpected("making the account " + name, said);
}

office::setup town_hall_api::setup(const login& by) {
  const auto said = ask_as(by, "GET", office_ + "/setup");
  if (said.status != 200)
    unexpected("reading the set-up", said);
  return office::setup_from_json(json::parse(said.body));
}

void town_hall_api::set_up(const login& by, const office::setup& wanted) {
  const auto said = ask_as(by, "PUT", office_ + "/setup",
                           serialize(office::to_json(wanted)));
  if (said.status != 200)
    unexpected("setting up", said);
}

void town_hall_api::take_ticket(const std::string& service,
                                const std::string& key, ticket_listener then) {
  http_.send({"POST",
              office_ + "/tickets",
              {{"Idempotency-Key", key}},
              serialize(object{{"service", service}})},
             [then = std::move(then)](const http_answer& it) {
               then(ticket_in("taking a ticket", it));
             });
}

void town_hall_api::take_ticket(const login& by, const std::string& service,
                                std::string_view priority,
                                const std::string& key, ticket_listener then) {
  http_.send(
      question_of(
          by, "POST", office_ + "/commands/take_ticket",
          serialize(object{{"service", service}, {"priority", priority}}), key),
      [then = std::move(then)](const http_answer& it) {
        then(ticket_in("taking a ticket at the reception", it));
      });
}

void town_hall_api::leave(const std::string& token, const std::string& key,
                          outcome_listener then) {
  http_.send({"POST",
              "/api/v1/visit/leave",
              {{"Authorization", "Visit " + token}, {"Idempotency-Key", key}},
              "{}"},
             [then = std::move(then)](const http_answer& it) {
               then(outcome_of(it));
             });
}

outcome town_hall_api::command(const login& by, std::string_view name,
                               const object& members, const std::string& key) {
  auto said = outcome{};
  command(by, name, members, key, [&](const outcome& it) { said = it; });
  flush();
  return said;
}

void town_hall_api::command(const login& by, std::string_view name,
                            const object& members, const std::string& key,
                            outcome_listener then) {
  http_.send(question_of(by, "POST", office_ + "/commands/" + std::string{name},
                         serialize(members), key),
             [then = std::move(then)](const http_answer& it) {
               then(outcome_of(it));
             });
}

void town_hall_api::set_clock(instant to) {
  http_.send({"PUT",
              "/api/v1/test-clock",
              {},
              serialize(object{{"now", to.time_since_epoch().count()}})},
             [](const http_answer& it) {
               if (it.status != 200)
                 unexpected("setting the clock", it);
             });
}

void town_hall_api::flush() {
  http_.flush();
}

std::string town_hall_api::state_hash(const login& by) {
  const auto said = ask_as(by, "GET", office_ + "/hash");
  if (said.status != 200)
    unexpected("asking for the state's hash", said);
  return text_in(object_in(said), "hash");
}

http_answer town_hall_api::ask_as(const login& by, std::string method,
                                  std::string target, std::string body) {
  return http_.ask(question_of(by, std::move(method), std::move(target),
                               std::move(body), {}));
}

} // namespace suivant::cli
