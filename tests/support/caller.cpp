// HTTP/1.1 by hand over a plain socket.

#include "tests/support/caller.hpp"

#include "config/demo.hpp"
#include "net/words.hpp"
#include "tests/support/described.hpp"

#include <atomic>

namespace suivant::tests {
namespace {

std::string header(const heard& it, const std::string& name) {
  const auto found = it.headers.find(name);
  return found == it.headers.end() ? std::string{} : found->second;
}

} // namespace

json_value json_of(std::string_view text) {
  return boost::json::parse({text.data(), text.size()});
}

std::string new_key() {
  static auto counted = std::atomic<int>{0};
  return "key-of-a-test-" + std::to_string(++counted);
}

std::string heard::error() const {
  const auto name = at("/error");
  return name.is_string() ? std::string{name.as_string()} : std::string{};
}

json_value heard::at(std::string_view pointer) const {
  auto failed = boost::system::error_code{};
  const auto* found = body.find_pointer(pointer, failed);
  return found == nullptr ? json_value{} : *found;
}

heard caller::get(const std::string& path) {
  return ask("GET", path);
}

heard caller::post(const std::string& path, const json_value& body,
                   const std::string& key) {
  const auto header = key.empty() ? key : "Idempotency-Key: " + key + "\r\n";
  return ask("POST", path, boost::json::serialize(body), header);
}

heard caller::put(const std::string& path, const json_value& body) {
  return ask("PUT", path, boost::json::serialize(body));
}

heard caller::remove(const std::string& path) {
  return ask("DELETE", path);
}

heard caller::command(const std::string& office, const std::string& name,
                      const json_value& fields, const std::string& key) {
  return post("/api/v1/offices/" + office + "/commands/" + name, fields, key);
}

heard caller::sign_in(const std::string& name) {
  return sign_in(name, std::string{config::demo_password});
}

heard caller::sign_in(const std::string& name, const std::string& password) {
  auto answer
      = post("/api/v1/sessions",
             boost::json::object{{"name", name}, {"password", password}});
  if (answer.status != 200)
    return answer;
  const auto set = header(answer, "set-cookie");
  cookie = set.substr(0, set.find(';'));
  csrf = answer.at("/csrf").as_string();
  return answer;
}

heard caller::ask(const std::string& method, const std::string& target,
                  const std::optional<std::string>& body,
                  const std::string& headers) {
  auto request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n"
                 + own_headers(method) + headers;
  if (body)
    request += "Content-Type: application/json\r\nContent-Length: "
               + std::to_string(body->size()) + "\r\n";
  request += "\r\n" + body.value_or("");
  auto answer = exchange(request, method == "HEAD");
  auto it = heard{
      answer.status, std::move(answer.headers), std::move(answer.body), {}};
  if (header(it, "content-type").starts_with("application/json")
      && method != "HEAD")
    it.body = json_of(it.text);
  const auto path = target.substr(0, target.find('?'));
  look_at({method, net::percent_decoded(path).value_or(path), body, it.status,
           header(it, "content-type"), it.text});
  return it;
}

std::string caller::own_headers(const std::string& method) const {
  auto all = "Accept-Language: " + language + "\r\n";
  if (!cookie.empty())
    all += "Cookie: " + cookie + "\r\n";
  if (!csrf.empty() && method != "GET")
    all += "X-Csrf: " + csrf + "\r\n";
  if (!key.empty())
    all += "Authorization: Bearer " + key + "\r\n";
  if (!link.empty())
    all += (key.empty() ? "Authorization: Visit " : "X-Visit: ") + link
           + "\r\n";
  return all;
}

// The server may have ended a connection that was idle, or itself.
wire_answer caller::exchange(const std::string& request, bool bodiless) {
  const auto is_used = wire_ != nullptr;
  if (!is_used)
    wire_ = std::make_unique<wire>(port_);
  wire_->send(request);
  auto answer = wire_->read_answer(bodiless);
  const auto ends = answer.headers.find("connection");
  if (answer.status == 0 || ends != answer.headers.end())
    wire_.reset();
  if (answer.status == 0 && is_used)
    return exchange(request, bodiless);
  return answer;
}

} // namespace suivant::tests
