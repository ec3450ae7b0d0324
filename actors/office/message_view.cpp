#include "actors/office/message_view.hpp"

#include "actors/outbox/messages.hpp"
#include "actors/outbox/outbox_describe.hpp"

#include <ranges>

namespace suivant::office {
namespace {

json::object row_of(const visit& of, const message& it) {
  return {{"number", it.number},
          {"about", json::write(it.about)},
          {"by", json::write(it.by)},
          {"state", json::write(it.now)},
          {"since", json::write(it.since)},
          {"due", json::write(it.due)},
          {"not_after", json::write(it.not_after)},
          {"tries", it.tries},
          {"why", it.why},
          {"still_so", is_still_so(of, it)}};
}

} // namespace

agenda_answer messages_of_visit(const state& now, visit_id of, instant at) {
  const auto* it = now.visits.find(of);
  if (it == nullptr)
    return {.refused = refusal::no_such_visit};
  auto all = boost::json::array{};
  for (const auto& each : messages_of(now, of) | std::views::reverse)
    all.push_back(row_of(*it, each));
  return {.head = {{"now", json::write(at)},
                   {"telephone", json::write(it->person.telephone)},
                   {"email", it->person.email},
                   {"stopped", now.stopped.contains(it->person.phone)},
                   {"messages", std::move(all)}}};
}

agenda_answer visits_reached(const state& now, const std::string& phone) {
  auto out = agenda_answer{};
  for (const auto& [id, it] : now.visits)
    if (is_open(it->now.phase) && it->person.phone == phone)
      out.entries.insert(out.entries.begin(), {it});
  out.setup = std::make_shared<const setup>(now.setup);
  return out;
}

} // namespace suivant::office
