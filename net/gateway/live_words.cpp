#include "net/gateway/live_words.hpp"

#include "actors/common/json_codec.hpp"
#include "actors/office/office_describe.hpp"

namespace suivant::gateway {
namespace {

struct words {
  std::optional<std::string> subscribe;
  std::optional<std::string> unsubscribe;
  std::string token;
  std::uint64_t since = 0;
  std::string office;
  std::optional<std::string> counter;
  std::optional<std::int64_t> ping;
};
BOOST_DESCRIBE_STRUCT(words, (),
                      (subscribe, unsubscribe, token, since, office, counter,
                       ping))

// The parts of a text between slashes; empty ones too.
std::vector<std::string> parts_of(const std::string& text) {
  auto parts = std::vector<std::string>{""};
  for (const auto letter : text)
    if (letter == '/')
      parts.emplace_back();
    else
      parts.back() += letter;
  return parts;
}

std::optional<watch_day> day_in(const std::string& topic) {
  const auto parts = parts_of(topic);
  if (parts.size() != 7 || parts[0] != "slots")
    return {};
  auto asked = offer_asked{.kind = office::offer_kind::slots,
                           .service = service_id{parts[2]},
                           .site = booking::site_id{parts[3]}};
  json::read(json::parse(parts[4]), asked.persons, json::unknown::refuse,
             "persons");
  json::read(json::value(parts[5]), asked.place, json::unknown::refuse,
             "place");
  asked.first = json::day_from(parts[6]);
  return watch_day{office_id{parts[1]}, std::move(asked)};
}

live_word subscription(const words& said) {
  const auto& topic = *said.subscribe;
  if (topic == "visit")
    return watch_visit{said.token};
  if (auto day = day_in(topic))
    return std::move(*day);
  const auto slash = topic.find('/');
  const auto kind = topic.substr(0, slash);
  if (slash != std::string::npos && slash + 1 < topic.size()) {
    const auto office = office_id{topic.substr(slash + 1)};
    if (kind == "desk")
      return watch_desk{office, said.since};
    if (kind == "board")
      return watch_board{office, said.since};
    if (kind == "gauge")
      return watch_gauge{office, said.since};
  }
  throw json::unreadable{
      "subscribe: \"visit\", \"desk/<office>\", \"board/<office>\" or "
      "\"slots/<office>/<service>/<site>/<persons>/<place>/<day>\" or "
      "\"gauge/<office>\" is needed"};
}

} // namespace

live_word live_word_from(std::string_view text) {
  auto said = words{};
  json::read(json::parse(text), said, json::unknown::refuse);
  if (said.subscribe)
    return subscription(said);
  if (said.unsubscribe)
    return stop_watching{*said.unsubscribe};
  if (said.counter)
    return sit_at_counter{office_id{said.office}, counter_id{*said.counter}};
  if (said.ping)
    return ping{};
  throw json::unreadable{
      "\"subscribe\", \"unsubscribe\", \"counter\" or "
      "\"ping\" is needed"};
}

} // namespace suivant::gateway
