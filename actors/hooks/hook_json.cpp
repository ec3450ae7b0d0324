#include "actors/hooks/hook_json.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace suivant::hooks {

BOOST_DESCRIBE_STRUCT(hook, (),
                      (office, name, partner, url, secret, kinds, after, by,
                       created))
BOOST_DESCRIBE_STRUCT(given_up, (), (first, last, count, at, error))
BOOST_DESCRIBE_STRUCT(mark, (),
                      (done, paused, tries, failing_since, next_try, last_error,
                       last_success, given_up))

namespace {

constexpr auto secret_prefix = std::string_view{"whsec_"};

template <class T>
T read(std::string_view text) {
  auto it = T{};
  json::read(json::parse(text), it);
  return it;
}

// "2026-03-10T09:00:00.000Z"
std::string utc_text(instant at) {
  using namespace std::chrono;
  const auto day = floor<days>(at);
  const auto date = year_month_day{day};
  const auto time = hh_mm_ss{at - day};
  auto text = std::array<char, 40>{};
  const auto size = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
      static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
      static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()),
      static_cast<int>(time.seconds().count()),
      static_cast<int>(time.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

json::object data_of(const office_id& office, const public_event& it) {
  auto data = json::object{
      {"office", office.text},       {"fact", it.number},
      {"visit", it.visit.id.number}, {"service", it.visit.service.text},
      {"persons", it.visit.persons}, {"by", it.by}};
  if (!it.visit.site.empty()) {
    data["site"] = it.visit.site.text;
    data["start"] = utc_text(it.visit.start);
    data["end"] = utc_text(it.visit.end);
  }
  if (!it.visit.number.empty())
    data["number"] = it.visit.number;
  if (!it.counter.empty())
    data["counter"] = it.counter.text;
  if (!it.outcome.empty())
    data["outcome"] = it.outcome;
  return data;
}

} // namespace

std::string row_of(const office_id& office, std::string_view name) {
  return "hook/" + office.text + '/' + std::string{name};
}

std::string to_json(const hook& it) {
  return boost::json::serialize(json::write(it));
}

std::string to_json(const mark& it) {
  return boost::json::serialize(json::write(it));
}

hook hook_from(std::string_view text) {
  return read<hook>(text);
}

mark mark_from(std::string_view text) {
  return read<mark>(text);
}

std::string body_of(const office_id& office, const public_event& it) {
  return boost::json::serialize(json::object{{"type", it.kind},
                                             {"timestamp", utc_text(it.at)},
                                             {"data", data_of(office, it)}});
}

std::vector<std::pair<std::string, std::string>>
signed_headers(const std::string& secret, std::string_view id, instant now,
               std::string_view body) {
  const auto key = crypto::from_base64(std::string_view{secret}.substr(
      std::min(secret_prefix.size(), secret.size())));
  const auto seconds = std::to_string(
      std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
  const auto said = std::string{id} + '.' + seconds + '.' + std::string{body};
  return {{"webhook-id", std::string{id}},
          {"webhook-timestamp", seconds},
          {"webhook-signature",
           key ? "v1," + crypto::to_base64(crypto::hmac_sha256(*key, said))
               : std::string{}}};
}

std::string id_of(const office_id& office, fact_number number) {
  return office.text + '.' + std::to_string(number);
}

std::string new_secret() {
  const auto key = crypto::random_key();
  return std::string{secret_prefix}
         + crypto::to_base64(
             {reinterpret_cast<const char*>(key.data()), key.size()});
}

} // namespace suivant::hooks
