#include "cli/demo_bookings.hpp"

#include "actors/common/json_codec.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <array>

namespace suivant::cli {
namespace {

using boost::json::object;
using boost::json::serialize;
using std::chrono::minutes;

constexpr auto ahead = std::chrono::days{7};

constexpr auto names = std::to_array<std::string_view>(
    {"Inès Morel", "Karim Haddad", "Louise Perrin", "Thomas Nguyen",
     "Fatou Diallo", "Jean-Marc Roy", "Olga Petrova", "Yann Le Goff",
     "Camille Blanc", "Nadia Benali", "Paul Fontaine", "Lin Chen"});

// Of each service, every so many starts of a day.
constexpr auto spread = std::to_array<std::pair<const char*, std::size_t>>(
    {{"identite", 4}, {"urbanisme", 5}});

// Most come a little early, a few late, and one in nine not at all.
constexpr auto comes_before
    = std::to_array<int>({12, 8, 5, 15, 3, -4, 9, 20, 6});

bool comes(int number) {
  return number % static_cast<int>(comes_before.size()) != 7;
}

object person_of(int number, const std::string& service) {
  const auto name = names[static_cast<std::size_t>(number) % names.size()];
  auto out = object{{"name", name},
                    {"phone", fmt::format("06{:08}", 10'000'000 + number)}};
  if (service == "urbanisme")
    out["answers"] = object{{"address", fmt::format("{} rue Haute", number)}};
  return out;
}

} // namespace

demo_bookings::demo_bookings(std::uint16_t port, std::string office)
    : http_{port}, office_{"/api/v1/offices/" + std::move(office)} {}

void demo_bookings::make(business_day today) {
  next_ = std::max(next_, today);
  for (; next_ < today + ahead; next_ += std::chrono::days{1})
    for (const auto& it : wishes_on(next_))
      book(it);
}

void demo_bookings::arrive_until(instant now) {
  while (!due_.empty() && due_.begin()->first <= now) {
    ask("POST", "/api/v1/visit/arrive", "{}", due_.begin()->second);
    due_.erase(due_.begin());
  }
}

std::vector<demo_bookings::wish> demo_bookings::wishes_on(business_day day) {
  auto out = std::vector<wish>{};
  for (const auto& [service, every] : spread) {
    const auto starts = starts_on(service, day);
    for (auto i = std::size_t{1}; i < starts.size(); i += every)
      out.push_back({service, starts[i], ++made_});
  }
  return out;
}

std::vector<instant> demo_bookings::starts_on(const std::string& service,
                                              business_day day) {
  const auto said
      = ask("GET", fmt::format("{}/booking/slots?service={}&day={}", office_,
                               service, json::text_of(day)));
  auto out = std::vector<instant>{};
  if (const auto* slots = said.if_contains("slots"))
    for (const auto& it : slots->as_array())
      out.emplace_back(milliseconds{it.at("start").to_number<std::int64_t>()});
  return out;
}

void demo_bookings::book(const wish& what) {
  const auto held = ask("POST", office_ + "/holds",
                        serialize(object{{"service", what.service},
                                         {"start", json::write(what.start)},
                                         {"language", "fr"}}));
  const auto* token = held.if_contains("token");
  if (token == nullptr)
    return;
  const auto link = std::string{token->as_string()};
  ask("POST", "/api/v1/visit/confirm",
      serialize(object{{"person", person_of(what.number, what.service)}}),
      link);
  const auto early = comes_before[static_cast<std::size_t>(what.number)
                                  % comes_before.size()];
  if (comes(what.number))
    due_.emplace(what.start - minutes{early}, link);
}

// What is refused is no appointment, and nobody's loss.
object demo_bookings::ask(std::string method, const std::string& path,
                          const std::string& body, const std::string& link) {
  auto what = http_question{std::move(method), path, {}, body};
  const auto key = path + body + link;
  if (!body.empty())
    what.headers.emplace_back(
        "Idempotency-Key",
        fmt::format("demo-{:x}", std::hash<std::string>{}(key)));
  if (!link.empty())
    what.headers.emplace_back("Authorization", "Visit " + link);
  const auto said = http_.ask(what);
  auto error = boost::system::error_code{};
  auto read = boost::json::parse(said.body, error);
  const auto fits = !error && read.is_object() && said.status < 300;
  return fits ? std::move(read.get_object()) : object{};
}

} // namespace suivant::cli
