#include "bench/chains.hpp"

#include "actors/office/office_json.hpp"
#include "bench/story.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace suivant::bench {
namespace {

std::string command_path(std::size_t office, std::string_view name) {
  return fmt::format("/api/v1/offices/town-{}/commands/{}", office, name);
}

[[noreturn]] void end_with(std::string_view why) {
  fmt::print(stderr, "{}\n", why);
  std::exit(1);
}

} // namespace

void chain::go_on(watch::time_point due, findings& into,
                  std::function<void()> then) {
  const auto is_call = step_ == 1;
  lines_.ask(line_, next(),
             [this, due, is_call, &into, then](const http_answer& it) {
               note(it, due, is_call, into);
               then();
             });
}

std::string chain::next() const {
  static auto asked = std::uint64_t{0};
  const auto counter = line_ / offices_ + 1;
  const auto headers
      = fmt::format("{}Idempotency-Key: {:032x}\r\n", headers_, ++asked);
  const auto post = [&](std::string_view name, std::string_view body) {
    return http_request("POST", command_path(line_ % offices_, name), headers,
                        body);
  };
  const auto visit = fmt::format(R"({{"visit":{{"id":{}}}}})", visit_);
  switch (step_) {
  case 0:
    return post("take-ticket", R"({"service":"passports"})");
  case 1:
    return post("call-next", fmt::format(R"({{"counter":"{}"}})", counter));
  case 2:
    return post("start", visit);
  default:
    return post("finish", visit);
  }
}

void chain::note(const http_answer& it, watch::time_point due, bool is_call,
                 findings& into) {
  if (it.status != 200)
    end_with(it.body);
  const auto id = it.body.find("\"id\":");
  visit_ = std::strtoull(it.body.data() + id + 5, nullptr, 10);
  step_ = (step_ + 1) % 4;
  const auto spent = seconds_since(due) * 1e6;
  into.all.push_back(spent);
  if (is_call)
    into.calls.push_back(spent);
}

void ask_or_end(http_lines& lines, const std::string& request) {
  lines.ask(0, request, [](const http_answer& it) {
    if (it.status != 200)
      end_with(it.body);
  });
  lines.finish();
}

void set_up_towns(http_lines& lines, std::size_t offices) {
  const auto adam = signed_in(lines, "adam");
  const auto sophie = signed_in(lines, "sophie");
  const auto setup = boost::json::serialize(office::to_json(town_hall()));
  for (auto i = std::size_t{0}; i < offices; ++i) {
    ask_or_end(lines,
               http_request("PUT",
                            fmt::format("/api/v1/offices/town-{}/setup", i),
                            adam, setup));
    for (const auto counter : {1, 2}) {
      const auto body = fmt::format(R"({{"counter":"{}","agent":"agent-{}"}})",
                                    counter, counter);
      ask_or_end(lines, http_request("POST", command_path(i, "sign-in"), sophie,
                                     body));
    }
  }
}

void offer(http_lines& lines, std::vector<chain>& all, findings& into,
           std::size_t a_second, std::size_t seconds) {
  const auto begun = watch::now();
  const auto gap = std::chrono::microseconds{1'000'000 / a_second};
  for (auto i = std::size_t{0}; i < a_second * seconds;) {
    const auto due = begun + i * gap;
    const auto which = i % all.size();
    if (watch::now() >= due && !lines.is_busy(which)) {
      all[which].go_on(due, into, [] {});
      ++i;
    } else {
      lines.listen(std::chrono::milliseconds{0});
    }
  }
  lines.finish();
}

} // namespace suivant::bench
