#include "net/gateway/post/post_over.hpp"

#include "actors/outbox/sms_text.hpp"
#include "net/gateway/post/compose.hpp"
#include "net/gateway/post/phone_number.hpp"

namespace suivant::gateway {
namespace {

using told_of = std::function<void(const post::told&)>;

post::fate fate_of(net::sent it) {
  switch (it) {
  case net::sent::handed:
    return post::fate::handed;
  case net::sent::refused:
    return post::fate::refused;
  case net::sent::later:
    return post::fate::later;
  case net::sent::unknown:
    break;
  }
  return post::fate::unknown;
}

net::sending_ended passed_on(told_of then) {
  return [then = std::move(then)](const net::sending& it) {
    then({fate_of(it.how), it.why, it.not_before});
  };
}

post::told refused(std::string why) {
  return {post::fate::refused, std::move(why), {}};
}

message_id id_of(const post::letter& what) {
  return {what.office, what.visit->id, what.what.number};
}

class port final : public post::post_port {
public:
  explicit port(post_context with) : with_{std::move(with)} {}

  void send(post::letter what, told_of then) override {
    const auto& sealed = what.visit->person;
    auto person = with_.people->open(what.office, sealed);
    if (!person)
      return then(refused("person_erased"));
    auto made_of = writing{};
    made_of.link = with_.people->link_in(what.office, sealed);
    made_of.person = std::move(*person);
    made_of.public_address = with_.public_address;
    made_of.organizer = with_.mail_by.from;
    made_of.sender = with_.sms_by.sender;
    made_of.secret = with_.secret;
    made_of.now = with_.clock();
    if (what.what.by == office::way::sms)
      send_sms(what, made_of, std::move(then));
    else if (what.what.by == office::way::email)
      send_mail(what, made_of, std::move(then));
    else
      then(refused("no_gateway"));
  }

  bool gives_receipts(office::way by) const override {
    return by == office::way::sms && with_.sms
           && !with_.sms_by.callback.empty();
  }

private:
  void send_sms(const post::letter& what, writing& made_of, told_of then) {
    if (!with_.sms)
      return then(refused("no_gateway"));
    const auto to = phone_number_in(
        made_of.person.phone, region_of(what.setup->zone, with_.sms_by.region));
    if (to.kind != office::telephone::mobile)
      return then(refused(to.kind == office::telephone::none ? "no_number"
                          : to.kind == office::telephone::landline
                              ? "number_is_landline"
                              : "number_is_unusable"));
    made_of.code_address = to.e164;
    auto text = compose_sms(what, made_of);
    const auto unicode = !office::is_gsm(text);
    with_.sms->send({.to = to.e164,
                     .from = what.setup->messages.sender,
                     .text = std::move(text),
                     .unicode = unicode,
                     .receipt_url = receipt_url(what)},
                    passed_on(std::move(then)));
  }

  void send_mail(const post::letter& what, writing& made_of, told_of then) {
    if (!with_.mail)
      return then(refused("no_gateway"));
    const auto to = made_of.person.email;
    if (to.empty())
      return then(refused("no_address"));
    made_of.code_address = to;
    auto composed = compose_mail(what, made_of);
    const auto id = id_of(what);
    with_.mail->send(
        {.to = to,
         .from_name = std::move(composed.from_name),
         .subject = std::move(composed.subject),
         .text = std::move(composed.text),
         .html = std::move(composed.html),
         .calendar = std::move(composed.calendar),
         .calendar_method = std::move(composed.calendar_method),
         .language = std::move(composed.language),
         .id = text_of(id),
         .bounce = bounce_name_of(with_.secret, id),
         .link = made_of.link.empty()
                     ? std::string{}
                     : with_.public_address + "/ticket/#" + made_of.link,
         .written = made_of.now},
        passed_on(std::move(then)));
  }

  std::string receipt_url(const post::letter& what) const {
    return with_.sms_by.callback.empty()
               ? std::string{}
               : with_.sms_by.callback + receipt_path
                     + "?id=" + signed_text_of(with_.secret, id_of(what));
  }

  post_context with_;
};

} // namespace

std::shared_ptr<post::post_port> post_over(post_context with) {
  return std::make_shared<port>(std::move(with));
}

std::optional<receipt> receipt_in(const crypto::key& secret,
                                  const net::request& asked) {
  const auto of = message_signed(secret, asked.parameter("id"));
  const auto says = net::receipt_from(asked.parameter("status"));
  return of && says ? std::optional{receipt{*of, *says}} : std::nullopt;
}

bool is_by_gateway(const net::sms_settings& with, const net::request& asked) {
  constexpr auto bearer = std::string_view{"Bearer "};
  auto key = asked.parameter("key");
  const auto header = asked.header("authorization");
  if (key.empty() && header.starts_with(bearer))
    key = header.substr(bearer.size());
  return !with.inbound_key.empty() && crypto::same(key, with.inbound_key);
}

void answer_sms(const post_context& with, const std::string& from,
                const std::string& to, const std::string& text,
                net::sending_ended then) {
  const auto number = phone_number_in(to, with.sms_by.region);
  if (!with.sms || number.kind != office::telephone::mobile)
    return then({net::sent::refused,
                 with.sms ? "number_is_unusable" : "no_gateway",
                 {}});
  auto words = office::for_sms(text);
  const auto unicode = !office::is_gsm(words);
  with.sms->send({.to = number.e164,
                  .from = from,
                  .text = std::move(words),
                  .unicode = unicode,
                  .receipt_url = {}},
                 std::move(then));
}

} // namespace suivant::gateway
