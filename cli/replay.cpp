// `suivant replay`: the log of offices read aloud, or an office as it was at
// any instant. Reads beside a running server and changes nothing.

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/fact_words.hpp"
#include "cli/stop_signal.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <map>
#include <set>

namespace suivant::cli {
namespace {

constexpr auto pause_between_looks = std::chrono::milliseconds{250};

struct replay_options {
  folder data;
  std::optional<std::string> office;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> at;
  std::vector<std::string> types;
  std::uint64_t visit = 0;
  bool follow = false;
  bool json = false;
  bool state = false;
  bool hash = false;
  bool why = false;
};

std::optional<instant> read_time(const std::optional<std::string>& text,
                                 const wall_time& clock) {
  if (!text)
    return std::nullopt;
  const auto read = clock.read(*text);
  if (!read)
    misuse("\"" + *text + "\" is no time. Write 1999-01-04, \"1999-01-04 "
           "09:30:00\" as on the office's wall, or 1999-01-04T08:30:00Z.");
  return read;
}

// -- facts, one line each -----------------------------------------------------

class story {
public:
  story(office_id office, const std::string& zone, const replay_options& how)
      : office_{std::move(office)}, clock_{zone}, how_{how},
        from_{read_time(how.from, clock_)}, to_{read_time(how.to, clock_)},
        types_{how.types.begin(), how.types.end()} {}

  /// Tells what has been added since.
  void go_on(const storage::log& log) {
    must(office::read_facts(log, office_, now_.last_fact + 1,
                            [this](const office::fact& it) {
                              if (is_wanted(it))
                                tell(it);
                              office::evolve(now_, it);
                              return true;
                            }));
    std::cout << std::flush;
  }

private:
  bool is_wanted(const office::fact& it) const {
    return (!from_ || it.at >= *from_) && (!to_ || it.at < *to_)
           && (types_.empty() || types_.contains(office::name_of(it.what)))
           && (how_.visit == 0
               || office::subject_of(it.what).number == how_.visit);
  }

  void tell(const office::fact& it) const {
    if (how_.json)
      return tell_as_json(it);
    std::cout << fmt::format("{} {:>6}  {}  {:<18} {}\n", office_.text,
                             it.number, clock_.text(it.at), it.by,
                             in_words(now_, it.what));
    const auto* called = std::get_if<office::visit_called>(&it.what);
    if (how_.why && called != nullptr)
      for (const auto& line : reasons(now_, *called, clock_))
        std::cout << "        " << line << '\n';
  }

  void tell_as_json(const office::fact& it) const {
    auto line = json::object{{"office", office_.text}};
    const auto stored = json::parse(office::to_json(it));
    for (const auto& member : stored.as_object())
      line.insert(member);
    std::cout << boost::json::serialize(line) << '\n';
  }

  office_id office_;
  wall_time clock_;
  const replay_options& how_;
  std::optional<instant> from_;
  std::optional<instant> to_;
  std::set<std::string, std::less<>> types_;
  office::state now_;
};

// Offices may be set up while we follow.
void add_new(std::map<office_id, story>& stories, const storage::log& log,
             const replay_options& how) {
  for (const auto& office : offices_meant(log, how.office)) {
    if (stories.contains(office))
      continue;
    const auto zone = must(office::newest_state(log, office)).setup.zone;
    stories.try_emplace(office, office, zone, how);
  }
}

void tell_facts(storage::log& log, const replay_options& how) {
  auto stop = std::optional<stop_signal>{};
  if (how.follow)
    stop.emplace();
  auto stories = std::map<office_id, story>{};
  do {
    must(log.catch_up());
    add_new(stories, log, how);
    for (auto& [office, story] : stories)
      story.go_on(log);
  } while (how.follow && !stop->came_within(pause_between_looks));
}

// -- states -------------------------------------------------------------------

// Replayed from the first fact on, so that no snapshot has a say.
office::state state_meant(const storage::log& log, const office_id& office,
                          const replay_options& how) {
  const auto newest = must(office::newest_state(log, office));
  const auto at = read_time(how.at, wall_time{newest.setup.zone});
  return must(office::state_at(log, office, at.value_or(instant::max())));
}

void tell_hash(const storage::log& log, const office_id& office,
               const replay_options& how) {
  const auto state = state_meant(log, office, how);
  std::cout << boost::json::serialize(
      json::object{{"office", office.text},
                   {"fact", state.last_fact},
                   {"state_hash", office::state_hash(state)}})
            << '\n';
}

void tell_state(const storage::log& log, const std::vector<office_id>& offices,
                const replay_options& how) {
  if (offices.size() != 1)
    misuse("Say which office with --office: the state of one is shown.");
  std::cout << office::to_json(state_meant(log, offices.front(), how)) << '\n';
}

void check(const replay_options& how) {
  const auto names_state = how.state || how.hash;
  if (how.at && !names_state)
    misuse("--at shows an office at an instant: add --state or --hash.");
  if (how.follow && (names_state || how.to))
    misuse("--follow never ends: leave out --to, --state and --hash.");
  for (const auto& type : how.types)
    if (!is_type_of_fact(type))
      misuse("There is no fact of type \"" + type + "\".");
}

void replay(const replay_options& how) {
  check(how);
  auto log = look_into(how.data);
  const auto offices = offices_meant(log, how.office);
  if (how.hash)
    for (const auto& office : offices)
      tell_hash(log, office, how);
  else if (how.state)
    tell_state(log, offices, how);
  else
    tell_facts(log, how);
}

} // namespace

void add_replay(CLI::App& to) {
  auto how = std::make_shared<replay_options>();
  auto* it = to.add_subcommand(
      "replay", "Read the log aloud, or show an office at any instant");
  it->add_option("--data", how->data, "The data folder")->required();
  it->add_option("--office", how->office, "Only this office");
  it->add_option("--from", how->from,
                 "Facts from this time on: 1999-01-04, \"1999-01-04 09:30\" on "
                 "the office's wall, or with a Z at the end in UTC");
  it->add_option("--to", how->to, "Facts before this time");
  it->add_option("--type", how->types,
                 "Only facts of these types: ticket_taken,visit_called")
      ->delimiter(',');
  it->add_option("--visit", how->visit, "Only facts about this visit");
  it->add_flag("--why", how->why,
               "With each call: the rule, the heads compared, the overtaken");
  it->add_flag("--follow", how->follow,
               "Go on with what a running server adds, until Ctrl-C");
  it->add_flag("--json", how->json, "One JSON object a line, as stored");
  it->add_option("--at", how->at, "The instant that --state or --hash shows");
  it->add_flag("--state", how->state,
               "The office as JSON, as it is or was at --at");
  it->add_flag("--hash", how->hash,
               "One line an office: its newest fact and the hash of its state");
  it->callback([how] { replay(*how); });
}

} // namespace suivant::cli
