#include "net/post/sms_gateway.hpp"

#include "net/post/gateway_words.hpp"
#include "net/web_address.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace suivant::net {
namespace {

constexpr auto most_answer = std::size_t{1000};

// Whoever set the gateway up knows where it stands.
web_client_settings anywhere(const sms_settings& with) {
  return {.time = with.time,
          .allowed = {"0.0.0.0/0", "::/0"},
          .authorities = with.authorities};
}

/// How one kind of gateway is asked, and what its answer means.
struct dialect {
  web_question (*question)(const sms_settings& with, const sms& it);
  sending (*ended)(const web_answer& told);
};

class over_http final : public sms_gateway {
public:
  over_http(const sms_settings& with, const dialect& speaks)
      : with_{with}, speaks_{speaks}, client_{anywhere(with)} {}

  void send(const sms& it, sending_ended then) override {
    client_.post(speaks_.question(with_, it), [speaks = speaks_,
                                               then = std::move(then)](
                                                  const web_answer& told) {
      then(told.status == 0 ? ended_without_answer(told) : speaks.ended(told));
    });
  }

  void close() override {
    client_.close();
  }

private:
  sms_settings with_;
  dialect speaks_;
  web_client client_;
};

const std::string& sender(const sms_settings& with, const sms& it) {
  return it.from.empty() ? with.sender : it.from;
}

sending put_off(const web_answer& told) {
  const auto keeps_us_out = told.status == 401 || told.status == 403;
  return {sent::later,
          keeps_us_out ? "gateway_log_in"
                       : "gateway_" + std::to_string(told.status),
          told.retry_after};
}

// -- Kannel -------------------------------------------------------------------

web_question asked_of_kannel(const sms_settings& with, const sms& it) {
  auto values = header_lines{
      {"username", with.user}, {"password", with.password},
      {"to", it.to},           {"text", it.text},
      {"charset", "UTF-8"},    {"coding", it.unicode ? "2" : "0"}};
  if (const auto& from = sender(with, it); !from.empty())
    values.emplace_back("from", from);
  if (!it.receipt_url.empty()) {
    values.emplace_back("dlr-mask", "31");
    values.emplace_back("dlr-url", it.receipt_url + "&status=%d");
  }
  return {.url = with.url + '?' + form_text(values),
          .headers = {},
          .body = {},
          .method = "GET",
          .most_answer_bytes = most_answer};
}

// "Not routable" is said with 403, as is a wrong password.
sending ended_by_kannel(const web_answer& told) {
  const auto has = [&](std::string_view words) {
    return told.body.find(words) != std::string::npos;
  };
  if (told.status == 202)
    return {sent::handed, {}, {}};
  if (has("Not routable")
      || (told.status == 400 && (has("receiver") || has("Number"))))
    return {sent::refused, "unknown_number", {}};
  return put_off(told);
}

// -- JSON ---------------------------------------------------------------------

web_question asked_of_json(const sms_settings& with, const sms& it) {
  auto body = boost::json::object{};
  const auto put = [&](const std::string& name, const std::string& value) {
    if (!name.empty() && !value.empty())
      body[name] = value;
  };
  put(with.members.to, it.to);
  put(with.members.from, sender(with, it));
  put(with.members.text, it.text);
  put(with.members.receipt_url, it.receipt_url);
  auto headers = header_lines{};
  if (!with.password.empty())
    headers.emplace_back("Authorization", "Bearer " + with.password);
  return {.url = with.url,
          .headers = std::move(headers),
          .body = boost::json::serialize(body),
          .method = "POST",
          .most_answer_bytes = most_answer};
}

// What is wrong with the question is wrong with the number: all else in it is
// the same each time.
sending ended_by_json(const web_answer& told) {
  if (told.status >= 200 && told.status < 300)
    return {sent::handed, {}, {}};
  if (told.status == 400 || told.status == 422)
    return {sent::refused, "unknown_number", {}};
  return put_off(told);
}

} // namespace

std::shared_ptr<sms_gateway> sms_gateway_by(const sms_settings& with) {
  if (with.gateway == sms_gateway_kind::none)
    return nullptr;
  const auto is_kannel = with.gateway == sms_gateway_kind::kannel;
  if (!read_web_address(with.url)
      || (is_kannel && with.url.find('?') != std::string::npos))
    throw std::runtime_error{"sms.url: \"" + with.url
                             + "\" is no address of a gateway"};
  return std::make_shared<over_http>(
      with, is_kannel ? dialect{asked_of_kannel, ended_by_kannel}
                      : dialect{asked_of_json, ended_by_json});
}

} // namespace suivant::net
