#include "bench/story.hpp"

#include "actors/office/office_json.hpp"

#include <fmt/format.h>

namespace suivant::bench {
namespace {

using namespace std::chrono_literals;

const auto machine = office::asker{};
constexpr auto letters = std::string_view{"ABCD"};
constexpr auto line_length = 20; // People who wait at any time of the day.

office::words words(const std::string& french, const std::string& english) {
  return {{"fr", french}, {"en", english}};
}

// Text that looks like a hash, and is the same each time.
std::string digits(std::uint64_t seed, std::size_t size) {
  auto text = std::string{};
  while (text.size() < size) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    text += fmt::format("{:08x}", seed >> 32);
  }
  return text;
}

office::asker agent_at(const counter_id& counter) {
  return {office::role::agent, "agent-" + counter.text};
}

} // namespace

office::setup town_hall() {
  auto setup = office::setup{};
  setup.name = words("Mairie", "Town hall");
  for (const auto* id : {"hall", "papers"}) {
    auto& queue = setup.queues.emplace_back();
    queue.id = queue_id{id};
    queue.name = words(id, id);
    queue.prefix = letters[setup.queues.size() - 1];
    queue.first_number = 0;
    queue.last_number = 9999;
    queue.digits = 4;
  }
  auto all = std::vector<service_id>{};
  for (const auto* id : {"passports", "residence", "permits", "weddings"}) {
    auto& service = setup.services.emplace_back();
    service.id = service_id{id};
    service.name = words(id, id);
    service.queue = setup.queues[setup.services.size() % 2].id;
    all.push_back(service.id);
  }
  for (const auto* id : {"1", "2", "3", "4"}) {
    auto& counter = setup.counters.emplace_back();
    counter.id = counter_id{id};
    counter.name
        = words(fmt::format("Guichet {}", id), fmt::format("Counter {}", id));
    counter.label = id;
    counter.serves = all;
  }
  return setup;
}

story::story() {
  at_ = instant{day_} + 8h;
  ask(office::configure{town_hall()}, machine);
}

void story::tell_day(int visits) {
  day_ += std::chrono::days{1};
  at_ = instant{day_} + 9h;
  open_counters();
  for (auto i = 0; i < visits; ++i) {
    arrive();
    if (i >= line_length)
      serve_next();
  }
  for (auto i = 0; i < std::min(visits, line_length); ++i)
    serve_next();
  close_counters();
}

void story::tell_arrivals(int visits) {
  for (auto i = 0; i < visits; ++i)
    arrive();
}

std::vector<std::string> story::take_records() {
  return std::exchange(records_, {});
}

void story::ask(office::command what, const office::asker& by) {
  const auto key = "agent:" + digits(++asked_, 32);
  at_ += 2s;
  auto decided = office::decide(now_, {std::move(what), by, key}, {at_, day_});
  for (auto& event : std::get<office::events>(decided)) {
    const auto signature = office::signature_of(by);
    const auto fact = office::fact{now_.last_fact + 1, at_, signature, key,
                                   std::move(event)};
    records_.push_back(office::to_json(fact));
    office::evolve(now_, fact);
  }
}

void story::open_counters() {
  for (const auto& counter : std::vector{now_.setup.counters})
    ask(office::sign_in{counter.id, agent_id{agent_at(counter.id).name}},
        agent_at(counter.id));
}

void story::close_counters() {
  for (const auto& counter : std::vector{now_.setup.counters})
    ask(office::sign_out{counter.id}, agent_at(counter.id));
}

void story::arrive() {
  const auto& services = now_.setup.services;
  auto wish = office::take_ticket{};
  wish.service = services[asked_ / 3 % services.size()].id;
  wish.token_hash = digits(~asked_, 64);
  ask(std::move(wish), {office::role::visitor, ""});
}

// One in sixteen has gone for a coffee and missed the turn.
void story::serve_next() {
  const auto& counters = now_.setup.counters;
  const auto counter = counters[asked_ / 3 % counters.size()].id;
  const auto agent = agent_at(counter);
  ask(office::call_next{counter}, agent);
  const auto visit = office::visit_ref{now_.counters.at(counter).visit, 0};
  if (visit.id.number % 16 == 0)
    return ask(office::mark_absent{visit}, agent);
  ask(office::start{visit}, agent);
  ask(office::finish{visit}, agent);
}

} // namespace suivant::bench
