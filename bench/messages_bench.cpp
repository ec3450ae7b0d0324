// Ten thousand people are told that their appointment is off, by a gateway that
// takes what comes, while two hundred counters of other offices go on.
//
//   messages_bench [FOLDER]

#include "bench/chains.hpp"
#include "bench/server_process.hpp"
#include "net/server.hpp"

#include <fmt/format.h>

#include <atomic>
#include <fstream>

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto people = std::size_t{10'000};
constexpr auto offices = std::size_t{100};
constexpr auto connections = std::size_t{200};
constexpr auto a_second = std::size_t{400};
constexpr auto idle_seconds = std::size_t{20};
constexpr auto most_seconds = std::size_t{60};
constexpr auto a_quarter = std::chrono::minutes{15};
constexpr auto desks = std::size_t{200};

/// Takes every text, and counts them.
class sink {
public:
  sink() {
    auto settings = net::server_settings{};
    settings.port = 0;
    settings.limits.requests_per_second = 100'000;
    server_ = std::make_unique<net::server>(settings);
    auto handlers = net::services{};
    handlers.answer = [this](const net::request&, auto reply) {
      ++taken_;
      reply(net::json_response(202, "{}"));
    };
    server_->start(std::move(handlers));
  }
  ~sink() {
    server_->stop();
  }
  std::size_t taken() const {
    return taken_;
  }
  std::uint16_t port() const {
    return server_->port();
  }

private:
  std::atomic<std::size_t> taken_ = 0;
  std::unique_ptr<net::server> server_;
};

std::chrono::sys_days first_day() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
         + std::chrono::days{7};
}

std::string day_text(std::chrono::sys_days day) {
  const auto it = std::chrono::year_month_day{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(it.year()),
                     static_cast<unsigned>(it.month()),
                     static_cast<unsigned>(it.day()));
}

std::string crowded_setup() {
  return fmt::format(
      R"({{"name":{{"fr":"Foule"}},"zone":"Etc/UTC",
      "queues":[{{"id":"hall","name":{{"fr":"Hall"}},"prefix":"H"}}],
      "services":[{{"id":"papers","name":{{"fr":"Papiers"}},"queue":"hall"}}],
      "counters":[{{"id":"1","name":{{"fr":"1"}},"label":"1",
                    "serves":["papers"]}}],
      "booking":{{"sites":[{{"id":"hall","name":{{"fr":"Hall"}},
                             "zone":"Etc/UTC"}}],
        "openings":[{{"id":"all","site":"hall","name":{{"fr":"Tout"}},
          "days":{{"first":"{}","every":"daily"}},
          "hours":[{{"from":0,"to":1440}}],"services":["papers"],
          "public_places":{},"step":15}}],
        "services":[{{"id":"papers","minutes":[15]}}]}},
      "messages":{{"on":true,"phone":"0123456789","routes":{{"booked":"off"}},
                   "quiet_from":0,"quiet_to":0}}}})",
      day_text(first_day()), desks);
}

void book_all(http_lines& lines) {
  ask_or_end(lines, http_request("PUT", "/api/v1/offices/crowd/setup",
                                 signed_in(lines, "adam"), crowded_setup()));
  const auto sophie = signed_in(lines, "sophie");
  const auto begin
      = std::chrono::sys_time<std::chrono::milliseconds>{first_day()};
  for (auto i = std::size_t{0}; i < people; ++i) {
    const auto start = begin + a_quarter * (i / desks);
    const auto body = fmt::format(
        R"({{"service":"papers","start":{},"person":{{"phone":"06120{}"}}}})",
        start.time_since_epoch().count(), 10'000 + i);
    const auto headers
        = fmt::format("{}Idempotency-Key: booking-{:08}\r\n", sophie, i);
    ask_or_end(lines,
               http_request("POST", "/api/v1/offices/crowd/commands/book",
                            headers, body));
  }
}

void call_all_off(http_lines& lines) {
  const auto headers = fmt::format("{}Idempotency-Key: mass-cancel-{:04}\r\n",
                                   signed_in(lines, "sophie"), 1);
  const auto body = fmt::format(
      R"({{"id":"flood","reason":"flood","of":{{"first":"{}","last":"{}"}}}})",
      day_text(first_day()), day_text(first_day() + std::chrono::days{30}));
  lines.ask(
      0, http_request("POST", "/api/v1/offices/crowd/campaigns", headers, body),
      [](const http_answer& it) {
        if (it.status != 201)
          fmt::print(stderr, "{}\n", it.body);
      });
  lines.finish();
}

std::filesystem::path settings_for(const scratch& place, const sink& to) {
  const auto file = place.path() / "suivant.toml";
  std::ofstream{file}
      << "public_address = \"https://v.example\"\n[sms]\ngateway = "
         "\"json\"\nurl = \"http://127.0.0.1:"
      << to.port() << "/\"\nper_second = 250\nat_once = 16\n";
  return file;
}

} // namespace

int main(int count, char** words) {
  const auto place = scratch{count, words};
  const auto gateway = sink{};
  const auto running = server_process{
      place.path() / "data",
      {"--demo-accounts", "--config", settings_for(place, gateway).string()}};
  running.wait_until_ready();
  auto lines = http_lines{running.port(), connections};
  set_up_towns(lines, offices);
  book_all(lines);
  const auto headers = signed_in(lines, "sophie");
  auto all = std::vector<chain>{};
  for (auto i = std::size_t{0}; i < connections; ++i)
    all.emplace_back(lines, i, offices, headers);
  auto idle = findings{};
  offer(lines, all, idle, a_second, idle_seconds);
  call_all_off(lines);
  auto busy = findings{};
  const auto begun = watch::now();
  auto spent = std::size_t{0};
  while (gateway.taken() < people && spent < most_seconds) {
    offer(lines, all, busy, a_second, 1);
    ++spent;
  }
  const auto a_minute
      = static_cast<double>(gateway.taken()) / seconds_since(begun) * 60;
  print({"messages handed to a gateway while 200 counters go on",
         "messages/min",
         {a_minute},
         {aim::kind::at_least, 10'000},
         {},
         {}});
  print({"call-next answered durable, p99, beside 10,000 messages",
         "µs",
         {at_share(busy.calls, 0.99)},
         {},
         "the same without messages",
         {at_share(idle.calls, 0.99)}});
}
