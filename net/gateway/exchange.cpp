#include "net/gateway/exchange.hpp"

#include "net/gateway/services.hpp"
#include "net/gateway/texts.hpp"
#include "net/words.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

access::person asker(const services& with, const net::request& request) {
  const auto pass = pass_of(request);
  return pass.empty() ? nullptr : with.directory->who_is(pass);
}

access::partner partner_who_asks(const services& with,
                                 const net::request& request) {
  return with.keys == nullptr ? nullptr : with.keys->who_has(key_in(request));
}

bool is_harmless(char it) {
  return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z')
         || (it >= '0' && it <= '9') || it == '-' || it == '_';
}

int status_of(access::refusal why) {
  using access::refusal;
  switch (why) {
  case refusal::wrong_password:
  case refusal::account_disabled:
    return 401;
  case refusal::right_is_missing:
  case refusal::own_account:
    return 403;
  case refusal::pairing_unknown:
  case refusal::account_unknown:
  case refusal::device_unknown:
  case refusal::key_unknown:
  case refusal::hook_unknown:
    return 404;
  case refusal::account_exists:
  case refusal::key_exists:
  case refusal::hook_exists:
    return 409;
  case refusal::locked_out:
  case refusal::too_many_pairings:
    return 429;
  default:
    return 422;
  }
}

bool changes_something(const net::request& it) {
  return it.method != "GET" && it.method != "HEAD";
}

} // namespace

std::string_view pass_of(const net::request& it) {
  const auto of_person = it.cookie("suivant_session");
  return of_person.empty() ? it.cookie("suivant_device") : of_person;
}

std::string_view key_in(const net::request& it) {
  constexpr auto scheme = std::string_view{"Bearer "};
  const auto sent = it.header("authorization");
  return sent.starts_with(scheme) ? sent.substr(scheme.size())
                                  : std::string_view{};
}

net::response refusal_in(std::string_view language, int status,
                         std::string_view error, json::object more) {
  auto body
      = json::object{{"error", error}, {"message", text_for(language, error)}};
  for (auto& [name, value] : more)
    body[name] = std::move(value);
  return net::json_response(status, boost::json::serialize(body));
}

exchange::exchange(const services& services, net::request asked,
                   net::responder answer)
    : with{services}, request{std::move(asked)},
      language{language_of(request.header("accept-language"))},
      who{asker(services, request)},
      partner{partner_who_asks(services, request)}, answer_{std::move(answer)} {
}

void exchange::answer(int status, const json::value& body) const {
  answer_(net::json_response(status, boost::json::serialize(body)));
}

void exchange::answer(net::response ready) const {
  answer_(std::move(ready));
}

void exchange::nothing() const {
  answer_({204, {}, nullptr, {}});
}

net::response exchange::refusal(int status, std::string_view error,
                                json::object more) const {
  return refusal_in(language, status, error, std::move(more));
}

void exchange::refuse(int status, std::string_view error,
                      json::object more) const {
  answer(refusal(status, error, std::move(more)));
}

void exchange::refuse(access::refused why) const {
  auto more = json::object{};
  if (why.until != instant{})
    more["until"] = json::write(why.until);
  refuse(status_of(why.why), access::name_of(why.why), std::move(more));
}

void exchange::refuse(no_answer why) const {
  switch (why) {
  case no_answer::unknown_office:
    return refuse(404, "office_unknown");
  case no_answer::disk_full:
    return refuse(503, "disk_full");
  case no_answer::not_durable:
    return refuse(503, "not_durable");
  }
}

void exchange::refuse(storage::trouble why) const {
  const auto full = why == storage::trouble::disk_full;
  refuse(full ? no_answer::disk_full : no_answer::not_durable);
}

void exchange::refuse(const json::unreadable& why) const {
  refuse(400, "unreadable", {{"detail", why.what()}});
}

json::object exchange::body() const {
  if (request.body.empty())
    return {};
  if (!net::is_media_type(request.header("content-type"), "application/json"))
    throw not_json{};
  auto parsed = json::parse(request.body);
  if (!parsed.is_object())
    throw json::unreadable{"the body: an object is needed"};
  return std::move(parsed.get_object());
}

std::string exchange::key() const {
  const auto key = request.header("idempotency-key");
  if (key.empty())
    return {};
  if (key.size() < 8 || key.size() > 64
      || !std::ranges::all_of(key, is_harmless))
    throw json::unreadable{
        "the header Idempotency-Key: 8 to 64 letters, "
        "digits or dashes are needed"};
  return std::string{key};
}

std::string exchange::key_needed() const {
  auto made = key();
  if (made.empty())
    throw json::unreadable{"the header Idempotency-Key is missing"};
  return made;
}

bool allowed(const exchange& it, const office_id& office, access::right what) {
  if (it.who == nullptr)
    it.refuse(401, "not_signed_in");
  else if (!access::may(*it.who, office, what))
    it.refuse(403, "no_right");
  else if (changes_something(it.request)
           && !access::csrf_fits(*it.who, it.request.header("x-csrf")))
    it.refuse(403, "wrong_csrf");
  else
    return true;
  return false;
}

office::asker asker_in(const exchange& it, const office_id& office) {
  const auto role = access::role_in(it.who->roles, office);
  return {role ? access::standing_of(*role) : office::role::visitor,
          it.who->name};
}

std::string key_of_staff(const exchange& it) {
  const auto key = it.key();
  return key.empty() ? key : it.who->name + ':' + key;
}

std::function<void(no_answer)> or_refuse(talk it) {
  return [it = std::move(it)](no_answer why) { it->refuse(why); };
}

} // namespace suivant::gateway
