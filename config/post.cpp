#include "config/post.hpp"

#include "net/metrics.hpp"

namespace suivant::config {
namespace {

milliseconds ticks() {
  return std::chrono::duration_cast<milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
}

gateway::post_context gateways_by(const settings& by, const post_needs& with) {
  auto out = gateway::post_context{};
  out.people = with.people;
  out.sms = net::sms_gateway_by(by.sms);
  if (!by.mail.server.empty())
    out.mail = std::make_shared<net::mail_gateway>(by.mail);
  out.sms_by = by.sms;
  out.mail_by = by.mail;
  out.secret = with.secret;
  out.public_address = by.public_address;
  out.clock = with.clock;
  return out;
}

// How each gateway does, at a glance.
void show(net::metrics& in, std::string_view by,
          const post::gateway_state& it) {
  const auto of = net::metrics::labels{{"by", std::string{by}}};
  in.shows("suivant_messages_waiting", "Messages to be handed over", of)
      .set(static_cast<double>(it.waiting));
  in.shows("suivant_messages_on_their_way", "Being handed over", of)
      .set(it.on_their_way);
  in.shows("suivant_gateway_down", "1 while a gateway is left alone", of)
      .set(it.is_down ? 1 : 0);
}

} // namespace

void opened_post::close() {
  if (door)
    door->close();
  if (gateways && gateways->sms)
    gateways->sms->close();
  if (gateways && gateways->mail)
    gateways->mail->close();
}

opened_post open_post(caf::actor_system& system, const settings& by,
                      post_needs with) {
  auto gateways = gateways_by(by, with);
  const auto messages = std::make_shared<net::counter_table>(
      with.counts, net::counter_table::heading{
                       "suivant_messages_total",
                       "Messages to people, by way and how they ended; seen: "
                       "a page made it unnecessary",
                       "by", "ended"});
  auto context = post::context{
      .port = gateway::post_over(gateways),
      .clock = with.clock,
      .ticks = ticks,
      .limits = by.post,
      .ask = std::move(with.ask),
      .count
      = [messages](std::string_view way,
                   std::string_view how) { messages->of(way, how).add(); },
      .show = [counts = with.counts](
                  std::string_view way,
                  const post::gateway_state& it) { show(*counts, way, it); }};
  return {
      std::make_shared<post_door>(
          system, std::make_shared<const post::context>(std::move(context))),
      std::make_shared<const gateway::post_context>(std::move(gateways))};
}

} // namespace suivant::config
