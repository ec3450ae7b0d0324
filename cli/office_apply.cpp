#include "cli/office_apply.hpp"

#include "actors/office/setup_diff.hpp"

#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

std::string text_in(const json::object& it, const char* name) {
  const auto* found = it.if_contains(name);
  return found == nullptr || !found->is_string()
             ? std::string{}
             : std::string{found->get_string()};
}

void refuse_problems(const setup_file& file,
                     const std::vector<office::setup_problem>& problems) {
  if (problems.empty())
    return;
  for (const auto& it : problems)
    std::cerr << file.complaint(it.where, it.what) << '\n';
  problem("This cannot be used; nothing was changed.");
}

std::vector<office::setup_problem> problems_in(const json::object& outcome) {
  auto all = std::vector<office::setup_problem>{};
  for (const auto& it : outcome.at("problems").as_array())
    all.push_back(
        {text_in(it.as_object(), "where"), text_in(it.as_object(), "what")});
  return all;
}

office::setup_change change_in(const json::object& it) {
  const auto kind = text_in(it, "kind");
  return {text_in(it, "where"),
          kind == "added"       ? office::change_kind::added
          : kind == "removed"   ? office::change_kind::removed
          : kind == "reordered" ? office::change_kind::reordered
                                : office::change_kind::changed,
          it.at("was"), it.at("becomes")};
}

void tell_changes(const json::object& outcome) {
  for (const auto& it : outcome.at("changes").as_array())
    std::cout << "  " << office::text_of(change_in(it.as_object())) << '\n';
}

void tell_conflicts(const json::object& outcome) {
  const auto& all = outcome.at("conflicts").as_array();
  if (all.empty())
    return;
  std::cout << fmt::format(
      "{} appointments would no longer fit. They are kept "
      "as they are; move or cancel them in the pages:\n",
      all.size());
  for (const auto& each : all) {
    const auto& it = each.as_object();
    const auto who = text_in(it, "resource");
    std::cout << fmt::format("  {} {}, {} persons (visit {}): {}{}\n",
                             text_in(it, "local"), text_in(it, "service"),
                             it.at("persons").to_number<int>(),
                             it.at("visit").to_number<std::uint64_t>(),
                             text_in(it, "why"), who.empty() ? "" : " " + who);
  }
}

void tell_offer(const json::object& outcome) {
  for (const auto& each : outcome.at("offer").as_array()) {
    auto open = 0;
    auto starts = std::int64_t{0};
    auto first = std::string{};
    for (const auto& it : each.at("days").as_array()) {
      const auto& day = it.as_object();
      open += day.at("open").as_bool() ? 1 : 0;
      starts += day.at("starts").to_number<std::int64_t>();
      if (first.empty() && day.at("open").as_bool())
        first = text_in(day, "day");
    }
    const auto service = text_in(each.as_object(), "service");
    std::cout << (first.empty()
                      ? fmt::format("{}: no day is open\n", service)
                      : fmt::format("{}: from {} on, {} days with {} starts in "
                                    "four weeks\n",
                                    service, first, open, starts));
  }
}

} // namespace

void apply_setup(const apply_options& how) {
  const auto file = setup_file{how.file};
  const auto office = file.office(how.to.office);
  const auto target = target_for(how.to, office);
  const auto now = target->in_force();
  const auto is_new = now == office::setup{};
  const auto made = file.wanted(now, target->today());
  refuse_problems(file, made.problems);
  const auto outcome = target->outcome(made.setup);
  refuse_problems(file, problems_in(outcome));
  if (outcome.at("changes").as_array().empty()) {
    std::cout << office.text << " is set up like this already.\n";
    return;
  }
  if (is_new)
    std::cout << office.text << " is new:\n";
  tell_changes(outcome);
  tell_conflicts(outcome);
  tell_offer(outcome);
  if (outcome.at("in_use").as_bool())
    problem(
        "People who are here wait for what would be gone, or agents sit at "
        "counters that would; nothing was changed.");
  if (how.to.dry_run) {
    std::cout << "Nothing was changed: this was a dry run.\n";
    return;
  }
  if (!how.yes && !agrees("Make these changes?"))
    problem("Nothing was changed. Add --yes to make these changes.");
  target->apply(made.setup);
  std::cout << office.text << " is set up.\n";
}

} // namespace suivant::cli
