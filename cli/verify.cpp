// `suivant verify`: proves that a log is whole, that nobody edited the past,
// and that nobody in it was lost or called twice. Changes nothing.

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/inspection.hpp"
#include "storage/backup.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

struct verify_options {
  folder data;
  office::fact_number every = 25;
  bool json = false;
};

/// What was found about one office.
struct finding {
  office_id office;
  office::fact_number facts = 0;
  visit_counts visits;
  std::size_t snapshots = 0;
  std::string state_hash;
  std::vector<std::string> problems;
};

using snapshots = std::map<storage::record_number, std::string>;

snapshots kept_snapshots(const storage::log& log, const std::string& stream) {
  auto found = snapshots{};
  auto not_after = std::numeric_limits<storage::record_number>::max();
  while (auto taken = log.newest_snapshot(stream, not_after)) {
    const auto number = taken->at.number;
    found.emplace(number, std::move(taken->bytes));
    if (number == 0)
      break;
    not_after = number - 1;
  }
  return found;
}

// One that a newer program wrote differently only costs a replay.
bool is_as_replayed(const std::string& snapshot, const office::state& state) {
  try {
    return office::state_from_json(snapshot) == state;
  } catch (const json::unreadable&) {
    return true;
  }
}

finding look_at(const storage::log& log, const office_id& id,
                office::fact_number every) {
  const auto kept = kept_snapshots(log, office::stream_of(id));
  auto found = finding{.office = id, .snapshots = kept.size()};
  auto seen = inspection{every};
  auto follow = [&](const office::fact& next) {
    if (!seen.take(next))
      return false;
    const auto taken = kept.find(next.number);
    if (taken != kept.end() && !is_as_replayed(taken->second, seen.state()))
      found.problems.push_back(fmt::format(
          "the snapshot at fact {} is not what replay gives", next.number));
    return true;
  };
  const auto read = office::read_facts(log, id, 1, follow);
  seen.finish();
  found.facts = seen.state().last_fact;
  found.visits = seen.counts();
  found.state_hash = office::state_hash(seen.state());
  found.problems.insert(found.problems.begin(), seen.problems().begin(),
                        seen.problems().end());
  if (!read)
    found.problems.push_back(read.why().detail);
  const auto newest = office::newest_state(log, id);
  if (found.problems.empty()
      && (!newest || office::state_hash(*newest) != found.state_hash))
    found.problems.push_back(
        "starting from the newest snapshot does not end "
        "where replay from the first fact ends");
  return found;
}

void say(const finding& it) {
  std::cout << fmt::format(
      "office {}: {} facts, {} snapshots, {} visits: {} served, {} left, {} "
      "ended otherwise, {} open; {} calls, {} by hand; lost: {}; called "
      "twice: {}\n  state {}\n",
      it.office.text, it.facts, it.snapshots, it.visits.taken, it.visits.served,
      it.visits.left, it.visits.otherwise, it.visits.open, it.visits.calls,
      it.visits.by_hand, it.visits.lost, it.visits.called_twice, it.state_hash);
  for (const auto& what : it.problems)
    std::cout << "  PROBLEM: " << what << '\n';
}

json::object as_json(const finding& it) {
  auto problems = boost::json::array{};
  for (const auto& what : it.problems)
    problems.emplace_back(what);
  return {{"office", it.office.text},
          {"facts", it.facts},
          {"visits", it.visits.taken},
          {"served", it.visits.served},
          {"left", it.visits.left},
          {"otherwise", it.visits.otherwise},
          {"open", it.visits.open},
          {"lost", it.visits.lost},
          {"called_twice", it.visits.called_twice},
          {"state_hash", it.state_hash},
          {"problems", std::move(problems)}};
}

void tell(const std::vector<storage::checked_stream>& streams,
          const std::vector<finding>& offices, const verify_options& how) {
  if (how.json) {
    auto ends = json::object{};
    for (const auto& it : streams)
      ends[it.name] = json::object{{"records", it.end.number},
                                   {"hash", storage::hex(it.end.hash)}};
    auto found = boost::json::array{};
    for (const auto& it : offices)
      found.push_back(as_json(it));
    std::cout << boost::json::serialize(
        json::object{{"streams", ends}, {"offices", found}})
              << '\n';
    return;
  }
  for (const auto& it : streams)
    std::cout << fmt::format("stream {}: {} records, chain whole\n  end {}\n",
                             it.name, it.end.number, storage::hex(it.end.hash));
  for (const auto& it : offices)
    say(it);
}

void verify(const verify_options& how) {
  const auto log = look_into(how.data);
  const auto streams = must(storage::check(log));
  auto offices = std::vector<finding>{};
  for (const auto& id : must(office::offices_in(log)))
    offices.push_back(look_at(log, id, how.every));
  tell(streams, offices, how);
  const auto is_sound = [](const finding& it) { return it.problems.empty(); };
  if (!std::ranges::all_of(offices, is_sound))
    problem("The log says what cannot have been; see above.");
  if (!how.json)
    std::cout << fmt::format(
        "All is well (promises of an office checked "
        "after every {}. fact and the last).\n",
        how.every);
}

} // namespace

void add_verify(CLI::App& to) {
  auto how = std::make_shared<verify_options>();
  auto* it = to.add_subcommand(
      "verify", "Prove that the log is whole, unedited, and loses nobody");
  it->add_option("--data", how->data, "The data folder")->required();
  it->add_option("--every", how->every,
                 "Check all promises of an office after every so many facts; "
                 "1 is slowest and most exact")
      ->capture_default_str()
      ->check(CLI::Range(1, 1'000'000));
  it->add_flag("--json", how->json, "One JSON object instead of text");
  it->callback([how] { verify(*how); });
}

} // namespace suivant::cli
