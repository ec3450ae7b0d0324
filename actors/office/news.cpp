#include "actors/office/news.hpp"

#include "actors/office/office.hpp"
#include "actors/outbox/messages.hpp"

#include <algorithm>
#include <iterator>

namespace suivant::office {
namespace {

// A visit's place may jump; its page says by what.
std::string moved_by(const event& happened) {
  if (std::holds_alternative<others_let_pass>(happened))
    return "passed";
  if (std::holds_alternative<visit_requeued>(happened))
    return "requeued";
  if (std::holds_alternative<visit_transferred>(happened)
      || std::holds_alternative<service_changed>(happened))
    return "transferred";
  if (std::holds_alternative<priority_changed>(happened))
    return "priority";
  if (std::holds_alternative<step_undone>(happened))
    return "undone";
  return {};
}

// Some events change more than one visit or counter.
bool changes_everything(const event& happened) {
  return std::holds_alternative<office_configured>(happened)
         || std::holds_alternative<day_began>(happened);
}

const counter_id* counter_in(const event& happened) {
  return std::visit(
      [](const auto& it) -> const counter_id* {
        if constexpr (requires { it.counter; })
          return &it.counter;
        else
          return nullptr;
      },
      happened);
}

bool is_to_come(const shared_visit& it) {
  return it && it->appointment && it->number.empty();
}

// Whatever days, times, resources or calls it is about.
bool is_of_agenda(const event& happened) {
  return changes_everything(happened)
         || std::holds_alternative<call_back_asked>(happened)
         || std::holds_alternative<called_back>(happened)
         || std::holds_alternative<absence_added>(happened)
         || std::holds_alternative<absence_removed>(happened)
         || std::holds_alternative<feed_opened>(happened)
         || std::holds_alternative<feed_closed>(happened);
}

void note_counter(news& into, const state& office, const counter_id& counter) {
  const auto found = office.counters.find(counter);
  if (found != office.counters.end())
    into.counters.insert_or_assign(counter, found->second);
}

void note_message(news& into, const state& office, const event& happened) {
  const auto [to, number] = message_in(happened);
  if (const auto* it = find_message(office, to, number))
    into.messages.emplace_back(to, *it);
}

void note_all(news& into, const state& office) {
  for (auto& [id, it] : into.visits)
    it.after = office.visits.share(id);
  into.counters = office.counters;
  for (const auto& [id, queue] : office.queues)
    into.open[id] = queue.open;
}

} // namespace

void news::note_before(const state& office, const event& happened) {
  if (changes_everything(happened))
    for (const auto& [id, it] : office.visits)
      visits.try_emplace(id, visit_news{it, it, {}});
  if (const auto about = subject_of(happened); !about.empty())
    visits.try_emplace(about,
                       visit_news{office.visits.share(about), nullptr, {}});
}

void news::note_after(const state& office, const event& happened) {
  day = office.day;
  note_message(*this, office, happened);
  agenda |= is_of_agenda(happened);
  if (std::holds_alternative<office_configured>(happened))
    setup = std::make_shared<const office::setup>(office.setup);
  if (changes_everything(happened))
    return note_all(*this, office);
  if (const auto* counter = counter_in(happened))
    note_counter(*this, office, *counter);
  if (const auto* it = std::get_if<queue_opened>(&happened))
    open[it->queue] = true;
  if (const auto* it = std::get_if<queue_closed>(&happened))
    open[it->queue] = false;
  const auto about = subject_of(happened);
  if (about.empty())
    return;
  auto& it = visits.at(about);
  it.after = office.visits.share(about);
  it.moved = moved_by(happened);
  agenda |= is_to_come(it.before) || is_to_come(it.after);
  if (it.before)
    note_counter(*this, office, it.before->now.counter);
  note_counter(*this, office, it.after->now.counter);
}

void news::note_gauges(const state& office) {
  for (const auto& site : office.setup.booking.sites)
    gauges.insert_or_assign(site.id, gauge_at(office, site.id));
}

void news::append(news later) {
  day = later.day;
  agenda |= later.agenda;
  if (later.setup)
    setup = std::move(later.setup);
  for (auto& [id, it] : later.visits) {
    auto& known
        = visits.try_emplace(id, visit_news{it.before, {}, {}}).first->second;
    known.after = std::move(it.after);
    known.moved = std::move(it.moved);
  }
  for (auto& [id, counter] : later.counters)
    counters.insert_or_assign(id, std::move(counter));
  for (const auto& [id, is_open] : later.open)
    open.insert_or_assign(id, is_open);
  std::ranges::move(later.messages, std::back_inserter(messages));
  for (const auto& [id, gauge] : later.gauges)
    gauges.insert_or_assign(id, gauge);
}

} // namespace suivant::office
