#include "tests/support/mail_server.hpp"

#include "tests/support/certificates.hpp"

namespace suivant::tests {
namespace {

std::vector<std::string> words(const certificate_files* shown) {
  auto all = std::vector<std::string>{"node", "tests/support/mail_server.mjs"};
  if (shown != nullptr)
    for (const auto& it : {shown->certificate(), shown->key(),
                           std::string{"suivant"}, std::string{"secret"}})
      all.push_back(it);
  return all;
}

received_mail mail_in(const std::string& line) {
  const auto read = boost::json::parse(line).at("mail").as_object();
  const auto text = [&](const char* name) {
    return std::string{read.at(name).as_string()};
  };
  return {.from = text("from"),
          .to = std::string{read.at("to").at(0).as_string()},
          .secure = read.at("secure").as_bool(),
          .user = text("user"),
          .subject = text("subject"),
          .sender = text("sender"),
          .text = text("text"),
          .html = text("html"),
          .headers = read.at("headers").as_object(),
          .files = read.at("files").as_array()};
}

constexpr auto mail_line = "{\"mail\":";

} // namespace

mail_server::mail_server(const certificate_files* shown)
    : shown_{shown}, node_{words(shown), SUIVANT_SOURCE_DIR} {
  const auto line = node_.heard("\"listening\"", 1).front();
  port_ = boost::json::parse(line).at("listening").to_number<std::uint16_t>();
}

net::mail_settings mail_server::settings() const {
  auto it = net::mail_settings{};
  it.server = shown_ ? "localhost" : "127.0.0.1";
  it.port = port_;
  it.tls = shown_ ? net::mail_tls::required : net::mail_tls::never;
  it.from = "rdv@valmont.example";
  it.time = std::chrono::seconds{10};
  if (shown_ != nullptr) {
    it.user = "suivant";
    it.password = "secret";
    it.authorities = shown_->certificate();
  }
  return it;
}

void mail_server::misbehave(const std::string& at, int code) {
  node_.say(
      boost::json::serialize(boost::json::object{{"at", at}, {"code", code}}));
  node_.heard("\"misbehaves\"", ++faults_);
}

std::vector<received_mail> mail_server::received(std::size_t count) {
  auto all = std::vector<received_mail>{};
  for (const auto& line : node_.heard(mail_line, count))
    all.push_back(mail_in(line));
  return all;
}

std::size_t mail_server::received_so_far() const {
  return node_.so_far(mail_line).size();
}

} // namespace suivant::tests
