// How long a command takes until it is on disk, at a thousand a second over a
// hundred offices, and how many fit into a second; beside the disk's own sync
// and RocksDB's own bench. Without the network: see http_commands_bench.cpp.
//
//   commands_bench [FOLDER]

#include "bench/measure.hpp"
#include "bench/running_offices.hpp"
#include "bench/story.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto offices = 100;
constexpr auto rounds = 3;
constexpr auto offered_per_second = 1'000;
constexpr auto seconds_a_round = 4;
constexpr auto chains_an_office = 2; // At most one command of each at a time.
constexpr auto record_bytes = std::size_t{330}; // Of an average fact.

/// What all chains of one round found, in microseconds.
struct findings {
  std::mutex mutex;
  std::vector<double> calls;
  std::vector<double> all;
};

/// One visitor after the other at one counter: ticket, call, start, finish.
class chain {
public:
  chain(front_door& door, office_id office, counter_id counter)
      : door_{door}, office_{std::move(office)},
        agent_{office::role::agent, "agent-" + counter.text},
        counter_{std::move(counter)} {}

  bool is_busy() const {
    return busy_;
  }

  /// Asks the next command, which was due at `due`. `goes_on` is called on
  /// some thread of the actors once it is answered, and may ask the next.
  void go_on(watch::time_point due, findings& into,
             std::function<bool()> goes_on) {
    busy_ = true;
    const auto is_call = step_ == 1;
    const auto answered
        = [this, due, is_call, &into, goes_on](const office_reply& it) {
            note(it, due, is_call, into);
            if (!goes_on())
              busy_ = false;
          };
    door_.ask(office_, {{next(), asker(), next_key()}, {}},
              {answered, [](no_answer) { fail("nothing was stored"); }});
  }

private:
  [[noreturn]] static void fail(std::string_view why) {
    fmt::print(stderr, "{}\n", why);
    std::_Exit(1);
  }

  office::command next() {
    const auto visit = office::visit_ref{visit_, 0};
    switch (step_) {
    case 0: {
      auto wish = office::take_ticket{};
      wish.service = service_id{"passports"};
      wish.token_hash = fmt::format("{:0>64}", next_key());
      return wish;
    }
    case 1:
      return office::call_next{counter_};
    case 2:
      return office::start{visit};
    default:
      return office::finish{visit};
    }
  }

  office::asker asker() const {
    return step_ == 0 ? office::asker{office::role::visitor, ""} : agent_;
  }

  std::string next_key() {
    return fmt::format("{}:{:032x}", agent_.name, ++asked_);
  }

  void note(const office_reply& it, watch::time_point due, bool is_call,
            findings& into) {
    if (it.refused)
      fail(office::name_of(*it.refused));
    visit_ = it.visit->id;
    step_ = (step_ + 1) % 4;
    const auto spent = seconds_since(due) * 1e6;
    const auto lock = std::lock_guard{into.mutex};
    into.all.push_back(spent);
    if (is_call)
      into.calls.push_back(spent);
  }

  front_door& door_;
  office_id office_;
  office::asker agent_;
  counter_id counter_;
  visit_id visit_;
  int step_ = 0;
  std::uint64_t asked_ = 0;
  std::atomic<bool> busy_ = false;
};

using chains = std::vector<std::unique_ptr<chain>>;

chains chains_in(running_offices& town) {
  auto all = chains{};
  for (auto c = 0; c < chains_an_office; ++c)
    for (auto i = 0; i < town.count(); ++i)
      all.push_back(std::make_unique<chain>(
          town.door(), running_offices::name_of(i),
          town_hall().counters[static_cast<std::size_t>(c)].id));
  return all;
}

void wait_for_all(const chains& all) {
  for (const auto& it : all)
    while (it->is_busy())
      std::this_thread::sleep_for(milliseconds{1});
}

/// A command every millisecond, whether or not the ones before are answered;
/// who must wait for the visit's last answer is late, and that counts.
void offer(const chains& all, findings& into) {
  const auto begun = watch::now();
  constexpr auto gap
      = std::chrono::microseconds{1'000'000 / offered_per_second};
  for (auto i = 0; i < offered_per_second * seconds_a_round; ++i) {
    const auto due = begun + i * gap;
    std::this_thread::sleep_until(due);
    auto& it = *all[static_cast<std::size_t>(i) % all.size()];
    while (it.is_busy())
      std::this_thread::yield();
    it.go_on(due, into, [] { return false; });
  }
  wait_for_all(all);
}

/// All chains at once, each as fast as it is answered.
double as_fast_as_possible(const chains& all) {
  auto found = findings{};
  auto ends = std::atomic<bool>{false};
  auto again = std::vector<std::function<bool()>>(all.size());
  const auto begun = watch::now();
  for (auto i = std::size_t{0}; i < all.size(); ++i)
    again[i] = [&, i] {
      if (ends)
        return false;
      all[i]->go_on(watch::now(), found, again[i]);
      return true;
    };
  for (auto& go : again)
    go();
  std::this_thread::sleep_for(std::chrono::seconds{seconds_a_round});
  ends = true;
  wait_for_all(all);
  return static_cast<double>(found.all.size()) / seconds_since(begun);
}

struct results {
  std::vector<double> call_p50, call_p99, all_p99, disk_p50, disk_p99;
  std::vector<double> rate, in_order, scattered;
};

void measure(running_offices& town, const std::filesystem::path& place,
             results& into) {
  const auto all = chains_in(town);
  auto found = findings{};
  offer(all, found);
  into.call_p50.push_back(median(found.calls));
  into.call_p99.push_back(at_share(found.calls, 0.99));
  into.all_p99.push_back(at_share(found.all, 0.99));
  const auto disk = disk_alone(place, 1'000, record_bytes);
  into.disk_p50.push_back(median(disk));
  into.disk_p99.push_back(at_share(disk, 0.99));
  into.rate.push_back(as_fast_as_possible(all));
  const auto most = all.size(); // No commit of ours can hold more.
  into.in_order.push_back(
      db_bench(place, {"fillseq", most, 300, record_bytes}));
  into.scattered.push_back(
      db_bench(place, {"fillrandom", most, 300, record_bytes}));
}

} // namespace

int main(int count, char** words) {
  const auto place = scratch{count, words};
  auto town = running_offices{place.path() / "data", offices};
  auto found = results{};
  for (auto i = 0; i < rounds; ++i)
    measure(town, place.path(), found);
  constexpr auto load = "at 1,000 commands/s over 100 offices";
  print({fmt::format("call-next answered durable, p50, {}", load),
         "µs",
         found.call_p50,
         {},
         "the disk's own sync, p50",
         found.disk_p50});
  print({fmt::format("call-next answered durable, p99, {}", load),
         "µs",
         found.call_p99,
         {aim::kind::ratio_at_most, 3},
         "the disk's own sync, p99",
         found.disk_p99});
  print({fmt::format("any command answered durable, p99, {}", load),
         "µs",
         found.all_p99,
         {},
         "the disk's own sync, p99",
         found.disk_p99});
  print({"durable commands, 200 at a time",
         "commands/s",
         found.rate,
         {aim::kind::ratio_at_least, 0.5},
         "db_bench fillseq, batches of 200",
         found.in_order});
  print({"durable commands, 200 at a time",
         "commands/s",
         found.rate,
         {},
         "db_bench fillrandom, batches of 200",
         found.scattered});
}
