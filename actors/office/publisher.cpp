#include "actors/office/publisher.hpp"

#include "actors/messages.hpp"
#include "actors/office/office_json.hpp"
#include "actors/queue/queue_json.hpp"

#include <caf/actor_system.hpp>

#include <algorithm>

namespace suivant {
namespace {

// The place in its line, if it stands in one.
const office::place* place_in(const queue_id& queue,
                              const office::shared_visit& it) {
  const auto stands = it != nullptr && it->now.phase == office::phase::waiting
                      && it->now.queue == queue;
  return stands ? &it->now.at : nullptr;
}

bool has_ended(const caf::actor_addr& fallen, const auto& handle) {
  return handle && handle.address() == fallen;
}

// What is to be handed over, and what was being so.
std::vector<std::pair<visit_id, office::message>>
under_way(const office::state& durable) {
  auto out = std::vector<std::pair<visit_id, office::message>>{};
  for (const auto& [to, all] : durable.messages)
    for (const auto& it : all)
      if (it.now < office::delivery::handed)
        out.emplace_back(to, it);
  return out;
}

} // namespace

publisher::publisher(office_actor::pointer self, office_id id,
                     std::shared_ptr<const office_context> context)
    : self_{self}, id_{std::move(id)}, context_{std::move(context)} {}

// -- starting, ending ---------------------------------------------------------

void publisher::start(const office::state& durable) {
  visitor_context_ = std::make_shared<const visitor_context>(
      visitor_context{id_, context_->frames, context_->clock});
  counters_ = durable.counters;
  setup_ = std::make_shared<const office::setup>(durable.setup);
  for (const auto& [id, queue] : durable.queues)
    start_queue(id, queue.line, durable.last_fact);
  start_hall(durable);
  for (const auto& [id, visit] : durable.visits)
    start_visitor(visit, {});
  tell_post(under_way(durable));
}

// Queues that are new get an actor; those that are gone lose theirs.
void publisher::set_up(std::shared_ptr<const office::setup> setup,
                       office::fact_number durable) {
  setup_ = std::move(setup);
  std::erase_if(counters_, [&](const auto& it) {
    return office::find(*setup_, it.first) == nullptr;
  });
  for (const auto& queue : setup_->queues)
    if (!queues_.contains(queue.id))
      start_queue(queue.id, {}, durable);
  std::erase_if(queues_, [&](const auto& it) {
    const auto gone = office::find(*setup_, it.first) == nullptr;
    if (gone)
      suivant::stop(it.second);
    return gone;
  });
}

void publisher::start_queue(const queue_id& queue,
                            std::vector<office::place> line,
                            office::fact_number durable) {
  pace_[queue] = book_.of(queue, *setup_, counters_);
  queues_[queue] = spawn_queue(
      self_->system(),
      {queue::topic_of(id_, queue), std::move(line), pace_[queue], durable},
      context_->frames, context_->limits.merging);
  watch(self_, queues_[queue]);
}

void publisher::start_hall(const office::state& durable) {
  hall_ = spawn_hall(
      self_->system(), {hall::from(id_, durable, pace_), durable.last_fact},
      context_->frames, context_->clock, context_->limits.merging);
  watch(self_, hall_);
}

void publisher::start_visitor(office::shared_visit visit, std::string moved) {
  const auto id = visit->id;
  const auto is_new = !sessions_.contains(id.number);
  auto& session = sessions_[id.number];
  session.visit = std::move(visit);
  session.actor = spawn_visitor(self_->system(), visitor_context_,
                                {session.visit, std::move(moved),
                                 queue_of(session.visit->now.queue), setup_});
  watch(self_, session.actor);
  const auto& token = session.visit->token_hash;
  if (is_new && !token.empty())
    links_.emplace(std::hash<std::string>{}(token), id);
}

bool publisher::knows(const caf::actor_addr& fallen) const {
  return has_ended(fallen, hall_)
         || std::ranges::any_of(
             queues_,
             [&](const auto& it) { return has_ended(fallen, it.second); })
         || std::ranges::any_of(sessions_, [&](const auto& it) {
              return has_ended(fallen, it.second.actor);
            });
}

void publisher::replace(const caf::actor_addr& fallen,
                        const office::state& durable) {
  if (has_ended(fallen, hall_))
    return start_hall(durable);
  for (const auto& [id, queue] : durable.queues)
    if (has_ended(fallen, queue_of(id))) {
      start_queue(id, queue.line, durable.last_fact);
      for (const auto& [visit, it] : durable.visits)
        if (it->now.queue == id)
          tell_visitor(it, {});
      return;
    }
  for (const auto& [id, visit] : durable.visits)
    if (const auto session = sessions_.find(id.number);
        session != sessions_.end() && has_ended(fallen, session->second.actor))
      return start_visitor(visit, {});
}

void publisher::stop() {
  for (const auto& [id, queue] : queues_)
    suivant::stop(queue);
  for (const auto& [id, session] : sessions_)
    suivant::stop(session.actor);
  suivant::stop(hall_);
}

// -- telling ------------------------------------------------------------------

void publisher::tell(const office::news& it, office::fact_number durable) {
  if (it.empty())
    return;
  if (it.setup)
    set_up(it.setup, durable);
  for (const auto& [id, counter] : it.counters)
    if (office::find(*setup_, id) != nullptr)
      counters_.insert_or_assign(id, counter);
  tell_post(it.messages);
  if (it.is_of_messages_alone())
    return;
  learn(it);
  tell_queues(it);
  tell_hall(it);
  tell_visitors(it);
}

void publisher::learn(const office::news& it) {
  for (const auto& [id, visit] : it.visits)
    if (visit.before && visit.after
        && visit.before->now.phase == office::phase::serving
        && visit.after->now.phase == office::phase::served)
      book_.learn(visit.before->now.service,
                  visit.after->now.since - visit.before->now.since);
}

void publisher::tell_queues(const office::news& it) {
  for (auto& [id, queue] : queues_) {
    auto steps = std::vector<queue::step>{};
    for (const auto& [visit, change] : it.visits) {
      const auto* before = place_in(id, change.before);
      const auto* after = place_in(id, change.after);
      if (after != nullptr && (before == nullptr || *before != *after))
        steps.push_back({visit, *after});
      else if (before != nullptr && after == nullptr)
        steps.push_back({visit, std::nullopt});
    }
    const auto pace = book_.of(id, *setup_, counters_);
    if (std::exchange(pace_[id], pace) != pace || !steps.empty())
      suivant::tell(self_, queue, line_changed{std::move(steps), pace});
  }
}

void publisher::tell_hall(const office::news& it) {
  auto change = hall::change{};
  if (it.setup)
    change.setup = *it.setup;
  change.day = it.day;
  for (const auto& [id, visit] : it.visits)
    change.visits[id] = visit.after;
  change.counters = it.counters;
  change.pace = pace_;
  change.open = it.open;
  change.agenda = it.agenda;
  change.gauges = it.gauges;
  suivant::tell(self_, hall_, hall_changed{std::move(change)});
}

void publisher::tell_visitors(const office::news& it) {
  for (const auto& [id, visit] : it.visits)
    if (!visit.after)
      forget(id);
    else if (visit.after != visit.before || it.setup)
      tell_visitor(visit.after, visit.moved);
}

void publisher::tell_post(std::vector<posted> all) {
  if (context_->post && !all.empty())
    context_->post({id_, setup_, std::move(all)});
}

void publisher::tell_visitor(office::shared_visit visit, std::string moved) {
  const auto found = sessions_.find(visit->id.number);
  if (found == sessions_.end())
    return start_visitor(std::move(visit), std::move(moved));
  auto& session = found->second;
  session.visit = std::move(visit);
  suivant::tell(self_, session.actor,
                visit_changed{session.visit, std::move(moved),
                              queue_of(session.visit->now.queue), setup_});
}

void publisher::forget(const visit_id& visit) {
  const auto session = sessions_.find(visit.number);
  if (session == sessions_.end())
    return;
  suivant::stop(session->second.actor);
  const auto& token = session->second.visit->token_hash;
  const auto [begin, end] = links_.equal_range(std::hash<std::string>{}(token));
  const auto link = std::ranges::find(begin, end, visit,
                                      [](const auto& it) { return it.second; });
  if (link != end)
    links_.erase(link);
  sessions_.erase(session);
}

// -- finding ------------------------------------------------------------------

visitor_found publisher::find(const std::string& token_hash) const {
  const auto [begin, end]
      = links_.equal_range(std::hash<std::string>{}(token_hash));
  for (const auto& [hash, visit] : std::ranges::subrange(begin, end)) {
    const auto& session = sessions_.at(visit.number);
    if (session.visit->token_hash == token_hash)
      return {session.actor, session.visit, setup_};
  }
  return {};
}

queue_actor publisher::queue_of(const queue_id& queue) const {
  const auto found = queues_.find(queue);
  return found == queues_.end() ? queue_actor{} : found->second;
}

} // namespace suivant
