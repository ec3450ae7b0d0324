#include "actors/office/setup_rules.hpp"

#include "actors/office/ants_rules.hpp"
#include "actors/office/gauge.hpp"
#include "actors/outbox/message_rules.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace suivant::office {
namespace {

using booking::inspection;
using booking::is_named;

constexpr auto longest_prefix = std::size_t{4};
constexpr auto most_fields = std::size_t{20};

// Written as bytes, so that no machine's locale has a say.
bool is_prefix(const std::string& text) {
  return text.size() <= longest_prefix
         && std::ranges::all_of(text, [](char it) {
              return (it >= 'A' && it <= 'Z') || (it >= '0' && it <= '9')
                     || it == '-';
            });
}

void inspect_office(inspection& found, const setup& wanted) {
  const auto& rules = wanted.rules;
  found.look_at({});
  found.expect(is_named(wanted.name), "name", "is_empty");
  found.expect(!wanted.zone.empty(), "zone", "is_empty");
  found.expect_within(wanted.cut_over_minutes, 0, 720, "cut_over_minutes");
  found.look_at("rules");
  found.expect_within(rules.recall_limit, 0, 10, "recall_limit");
  found.expect_within(rules.recall_pause_seconds, 0, 600,
                      "recall_pause_seconds");
  found.expect_within(rules.undo_seconds, 0, 600, "undo_seconds");
  found.expect_within(rules.offline_grace_minutes, 0, 1440,
                      "offline_grace_minutes");
  found.expect_within(rules.places_behind_head, 0, 100, "places_behind_head");
  found.expect_within(rules.most_passed, 0, 100, "most_passed");
}

void inspect_order(inspection& found, const order_rule& order) {
  found.expect_within(order.appointment_bonus_minutes, 0, 1440,
                      "order.appointment_bonus_minutes");
  found.expect_within(order.priority_bonus_minutes, 0, 1440,
                      "order.priority_bonus_minutes");
  found.expect(order.version >= 1, "order.version", "is_out_of_range");
}

void inspect_queues(inspection& found, const setup& wanted) {
  auto ids = std::set<queue_id>{};
  auto prefixes = std::set<std::string>{};
  for (const auto& queue : wanted.queues) {
    found.look_at("queues." + queue.id.text);
    found.expect(is_id(queue.id.text), "id", "is_malformed");
    found.expect(ids.insert(queue.id).second, "id", "is_not_unique");
    found.expect(is_named(queue.name), "name", "is_empty");
    found.expect(is_prefix(queue.prefix), "prefix", "is_malformed");
    found.expect(prefixes.insert(queue.prefix).second, "prefix",
                 "is_not_unique");
    found.expect_within(queue.first_number, 0, 9999, "first_number");
    found.expect_within(queue.last_number, queue.first_number, 9999,
                        "last_number");
    found.expect_within(queue.digits, 1, 4, "digits");
    found.expect(queue.most_waiting >= 0, "most_waiting", "is_out_of_range");
    inspect_order(found, queue.order);
  }
}

void inspect_field(inspection& found, const std::string& form,
                   const field_setup& asked) {
  found.look_at(form + asked.id);
  found.expect(is_id(asked.id), "id", "is_malformed");
  found.expect(is_named(asked.label), "label", "is_empty");
  found.expect(asked.hint.empty() || is_named(asked.hint), "hint", "is_empty");
  found.expect(asked.most == 0 || asked.most >= asked.least, "most",
               "is_out_of_range");
  found.expect(asked.options.empty() != (asked.kind == field_kind::choice),
               "options", asked.options.empty() ? "is_empty" : "is_unknown");
  auto ids = std::set<std::string>{};
  for (const auto& option : asked.options) {
    found.look_at(form + asked.id + ".options." + option.id);
    found.expect(is_id(option.id), "id", "is_malformed");
    found.expect(ids.insert(option.id).second, "id", "is_not_unique");
    found.expect(is_named(option.name), "name", "is_empty");
  }
}

void inspect_form(inspection& found, const service_setup& service) {
  found.expect(service.form.size() <= most_fields, "form", "is_out_of_range");
  const auto form = "services." + service.id.text + ".form.";
  auto ids = std::set<std::string>{};
  for (const auto& asked : service.form) {
    inspect_field(found, form, asked);
    found.look_at(form + asked.id);
    found.expect(ids.insert(asked.id).second, "id", "is_not_unique");
  }
}

void inspect_services(inspection& found, const setup& wanted) {
  auto ids = std::set<service_id>{};
  for (const auto& service : wanted.services) {
    found.look_at("services." + service.id.text);
    found.expect(is_id(service.id.text), "id", "is_malformed");
    found.expect(ids.insert(service.id).second, "id", "is_not_unique");
    found.expect(is_named(service.name), "name", "is_empty");
    found.expect(service.bring.empty() || is_named(service.bring), "bring",
                 "is_empty");
    found.expect(find(wanted, service.queue) != nullptr, "queue", "is_unknown");
    found.expect(service.instructions.empty() || is_named(service.instructions),
                 "instructions", "is_empty");
    found.expect_within(service.minutes, 1, 480, "minutes");
    inspect_form(found, service);
  }
}

void inspect_counters(inspection& found, const setup& wanted) {
  auto ids = std::set<counter_id>{};
  auto labels = std::set<std::string>{};
  for (const auto& counter : wanted.counters) {
    found.look_at("counters." + counter.id.text);
    found.expect(is_id(counter.id.text), "id", "is_malformed");
    found.expect(ids.insert(counter.id).second, "id", "is_not_unique");
    found.expect(is_named(counter.name), "name", "is_empty");
    found.expect(!counter.label.empty(), "label", "is_empty");
    found.expect(labels.insert(counter.label).second, "label", "is_not_unique");
    found.expect(counter.site.empty()
                     || booking::find_site(wanted.booking, counter.site),
                 "site", "is_unknown");
    auto served = std::set<service_id>{};
    for (const auto& service : counter.serves) {
      found.expect(find(wanted, service) != nullptr, "serves", "is_unknown");
      found.expect(served.insert(service).second, "serves", "is_not_unique");
    }
  }
}

// What stands at a counter stands where the counter does.
void add_counters(std::vector<setup_problem>& problems, const setup& wanted) {
  for (const auto& it : wanted.booking.resources) {
    if (it.counter.empty())
      continue;
    const auto where = "booking.resources." + it.id.text + ".counter";
    if (find(wanted, it.counter) == nullptr)
      problems.push_back({where, "is_unknown"});
    else if (site_of(wanted, it.counter) != it.site)
      problems.push_back({where, "is_malformed"});
  }
}

// Under their own names, in the set-up as a whole.
void add_bookings(std::vector<setup_problem>& problems, const setup& wanted,
                  const booking::zones& clocks) {
  for (auto& it : booking::problems_in(wanted.booking, clocks))
    problems.push_back({"booking." + it.where, std::move(it.what)});
  for (const auto& rule : wanted.booking.services)
    if (find(wanted, rule.id) == nullptr)
      problems.push_back(
          {"booking.services." + rule.id.text + ".id", "is_unknown"});
  add_counters(problems, wanted);
  if (takes_bookings(wanted) && !clocks.contains(wanted.zone))
    problems.push_back({"zone", "is_unknown"});
}

} // namespace

std::vector<setup_problem> problems_in(const setup& wanted,
                                       const booking::zones& clocks) {
  auto found = inspection{};
  inspect_office(found, wanted);
  inspect_queues(found, wanted);
  inspect_services(found, wanted);
  inspect_counters(found, wanted);
  auto problems = found.take();
  add_bookings(problems, wanted, clocks);
  std::ranges::move(problems_in_ants(wanted), std::back_inserter(problems));
  std::ranges::move(problems_in_messages(wanted), std::back_inserter(problems));
  return problems;
}

} // namespace suivant::office
