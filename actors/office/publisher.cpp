#include "actors/office/publisher.hpp"

#include "actors/messages.hpp"
#include "actors/office/office_json.hpp"
#include "actors/queue/queue_json.hpp"

#include <caf/actor_cast.hpp>
#include <caf/actor_system.hpp>

#include <algorithm>
#include <set>

namespace suivant {
namespace {

using visits_before = std::map<visit_id, office::visit>;

bool is_waiting(const office::visit& it) {
  return it.now.phase == office::phase::waiting;
}

// What a visitor may want to know about a jump of their own place.
std::string moved_by(const office::event& happened) {
  if (std::holds_alternative<office::others_let_pass>(happened))
    return "passed";
  if (std::holds_alternative<office::visit_requeued>(happened))
    return "requeued";
  if (std::holds_alternative<office::visit_transferred>(happened)
      || std::holds_alternative<office::service_changed>(happened))
    return "transferred";
  if (std::holds_alternative<office::priority_changed>(happened))
    return "priority";
  if (std::holds_alternative<office::step_undone>(happened))
    return "undone";
  return {};
}

bool has_ended(const caf::actor_addr& fallen, const auto& handle) {
  return handle && handle.address() == fallen;
}

} // namespace

publisher::publisher(office_actor::pointer self, office_id id,
                     std::shared_ptr<const office_context> context)
    : self_{self}, id_{std::move(id)}, context_{std::move(context)} {}

// -- starting, ending ---------------------------------------------------------

void publisher::start(const office::state& durable) {
  visitor_context_ = std::make_shared<const visitor_context>(
      visitor_context{id_, context_->frames, context_->clock});
  set_up(durable);
  start_hall(durable);
  for (const auto& [id, visit] : durable.visits)
    start_visitor(visit, {});
}

// Queues that are new get an actor; those that are gone lose theirs.
void publisher::set_up(const office::state& durable) {
  setup_ = std::make_shared<const office::setup>(durable.setup);
  for (const auto& queue : setup_->queues)
    if (!queues_.contains(queue.id))
      start_queue(queue.id, durable);
  std::erase_if(queues_, [&](const auto& it) {
    const auto gone = office::find(*setup_, it.first) == nullptr;
    if (gone)
      suivant::stop(it.second);
    return gone;
  });
}

void publisher::start_queue(const queue_id& queue,
                            const office::state& durable) {
  pace_[queue] = book_.of(queue, durable);
  const auto found = durable.queues.find(queue);
  auto line = found == durable.queues.end() ? std::vector<office::place>{}
                                            : found->second.line;
  queues_[queue] = spawn_queue(self_->system(),
                               {queue::topic_of(id_, queue), std::move(line),
                                pace_[queue], durable.last_fact},
                               context_->frames, context_->limits.merging);
  watch(self_, queues_[queue]);
}

void publisher::start_hall(const office::state& durable) {
  hall_ = spawn_hall(
      self_->system(), {hall::from(id_, durable, pace_), durable.last_fact},
      context_->frames, context_->clock, context_->limits.merging);
  watch(self_, hall_);
}

void publisher::start_visitor(const office::visit& visit, std::string moved) {
  visitors_[visit.id] = spawn_visitor(
      self_->system(), visitor_context_,
      {visit, std::move(moved), queue_of(visit.now.queue), setup_});
  watch(self_, visitors_[visit.id]);
  if (!visit.token_hash.empty())
    links_[visit.token_hash] = visit.id;
}

bool publisher::replace(const caf::actor_addr& fallen,
                        const office::state& durable) {
  if (has_ended(fallen, hall_)) {
    start_hall(durable);
    return true;
  }
  for (const auto& [id, queue] : queues_)
    if (has_ended(fallen, queue)) {
      start_queue(id, durable);
      for (const auto& [visit, session] : visitors_)
        if (const auto found = durable.visits.find(visit);
            found != durable.visits.end() && found->second.now.queue == id)
          tell_visitor(found->second, {});
      return true;
    }
  for (const auto& [id, session] : visitors_)
    if (has_ended(fallen, session)) {
      if (const auto found = durable.visits.find(id);
          found != durable.visits.end())
        start_visitor(found->second, {});
      return true;
    }
  return false;
}

void publisher::stop() {
  for (const auto& [id, queue] : queues_)
    suivant::stop(queue);
  for (const auto& [id, session] : visitors_)
    suivant::stop(session);
  suivant::stop(hall_);
}

// -- telling ------------------------------------------------------------------

void publisher::tell(const std::vector<office::fact>& facts,
                     const visits_before& before,
                     const office::state& durable) {
  const auto configured = std::ranges::any_of(facts, [](const auto& it) {
    return std::holds_alternative<office::office_configured>(it.what);
  });
  if (configured)
    set_up(durable);
  for (const auto& [id, was] : before)
    if (const auto now = durable.visits.find(id); now != durable.visits.end())
      learn(before, now->second);
  tell_queues(before, durable);
  tell_hall(before, durable, configured);
  tell_visitors(facts, durable);
  if (configured)
    for (const auto& [id, visit] : durable.visits)
      tell_visitor(visit, {});
  for (const auto& [id, was] : before)
    if (!durable.visits.contains(id))
      forget(id);
}

void publisher::learn(const visits_before& before, const office::visit& after) {
  const auto& was = before.at(after.id);
  if (was.now.phase == office::phase::serving
      && after.now.phase == office::phase::served)
    book_.learn(was.now.service, after.now.since - was.now.since);
}

void publisher::tell_queues(const visits_before& before,
                            const office::state& durable) {
  auto steps = std::map<queue_id, std::vector<queue::step>>{};
  for (const auto& [id, was] : before) {
    const auto found = durable.visits.find(id);
    const auto* now = found == durable.visits.end() ? nullptr : &found->second;
    const auto stays = now != nullptr && is_waiting(*now);
    const auto stood = was.version > 0 && is_waiting(was);
    if (stood && (!stays || now->now.queue != was.now.queue))
      steps[was.now.queue].push_back({id, std::nullopt});
    if (stays
        && (!stood || now->now.at != was.now.at
            || now->now.queue != was.now.queue))
      steps[now->now.queue].push_back({id, now->now.at});
  }
  for (auto& [id, queue] : queues_) {
    const auto pace = book_.of(id, durable);
    if (pace == pace_[id] && !steps.contains(id))
      continue;
    pace_[id] = pace;
    suivant::tell(self_, queue, line_changed{std::move(steps[id]), pace});
  }
}

void publisher::tell_hall(const visits_before& before,
                          const office::state& durable, bool configured) {
  auto change = hall::change{};
  if (configured)
    change.setup = durable.setup;
  change.day = durable.day;
  for (const auto& [id, was] : before)
    if (const auto now = durable.visits.find(id); now != durable.visits.end())
      change.visits.push_back(now->second);
    else
      change.visits.push_back({.id = id});
  change.counters = durable.counters;
  change.pace = pace_;
  for (const auto& [id, queue] : durable.queues)
    change.open[id] = queue.open;
  suivant::tell(self_, hall_, hall_changed{std::move(change)});
}

void publisher::tell_visitors(const std::vector<office::fact>& facts,
                              const office::state& durable) {
  auto moved = std::map<visit_id, std::string>{};
  for (const auto& fact : facts)
    if (const auto id = office::subject_of(fact.what); !id.empty())
      moved[id] = moved_by(fact.what);
  for (auto& [id, why] : moved)
    if (const auto found = durable.visits.find(id);
        found != durable.visits.end())
      tell_visitor(found->second, std::move(why));
}

void publisher::tell_visitor(const office::visit& visit, std::string moved) {
  const auto session = visitors_.find(visit.id);
  if (session == visitors_.end())
    return start_visitor(visit, std::move(moved));
  suivant::tell(self_, session->second,
                visit_changed{visit, std::move(moved),
                              queue_of(visit.now.queue), setup_});
}

void publisher::forget(const visit_id& visit) {
  const auto session = visitors_.find(visit);
  if (session == visitors_.end())
    return;
  suivant::stop(session->second);
  visitors_.erase(session);
  std::erase_if(links_, [&](const auto& it) { return it.second == visit; });
}

// -- finding ------------------------------------------------------------------

visitor_found publisher::find(const std::string& token_hash) const {
  const auto link = links_.find(token_hash);
  if (link == links_.end())
    return {};
  const auto session = visitors_.find(link->second);
  return session == visitors_.end()
             ? visitor_found{}
             : visitor_found{session->second, link->second};
}

queue_actor publisher::queue_of(const queue_id& queue) const {
  const auto found = queues_.find(queue);
  return found == queues_.end() ? queue_actor{} : found->second;
}

} // namespace suivant
