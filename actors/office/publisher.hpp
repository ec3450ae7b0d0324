// Tells the line, hall and visitor actors of one office what has become
// durable, and keeps those actors alive.

#pragma once

#include "actors/office/news.hpp"
#include "actors/office/office_actor.hpp"

#include <map>
#include <unordered_map>

namespace suivant {

class publisher {
public:
  publisher(office_actor::pointer self, office_id id,
            std::shared_ptr<const office_context> context);

  /// Starts all of them on this state.
  void start(const office::state& durable);

  /// What has become durable, up to fact `durable`.
  void tell(const office::news& it, office::fact_number durable);

  /// Whether it is one of ours.
  bool knows(const caf::actor_addr& fallen) const;
  /// Starts those anew that have ended, on this state.
  void replace(const caf::actor_addr& fallen, const office::state& durable);

  /// Ends all of them.
  void stop();

  visitor_found find(const std::string& token_hash) const;
  const hall_actor& hall() const {
    return hall_;
  }

private:
  using posted = std::pair<visit_id, office::message>;

  struct known_session {
    visitor_actor actor;
    office::shared_visit visit; // As last told.
  };

  void set_up(std::shared_ptr<const office::setup> setup,
              office::fact_number durable);
  void start_queue(const queue_id& queue, std::vector<office::place> line,
                   office::fact_number durable);
  void start_hall(const office::state& durable);
  void start_visitor(office::shared_visit visit, std::string moved);
  void tell_visitor(office::shared_visit visit, std::string moved);
  void forget(const visit_id& visit);
  queue_actor queue_of(const queue_id& queue) const;

  void learn(const office::news& it);
  void tell_queues(const office::news& it);
  void tell_hall(const office::news& it);
  void tell_visitors(const office::news& it);
  void tell_post(std::vector<posted> all);

  office_actor::pointer self_;
  office_id id_;
  std::shared_ptr<const office_context> context_;
  std::shared_ptr<const visitor_context> visitor_context_;
  std::shared_ptr<const office::setup> setup_;
  std::map<counter_id, office::counter_state> counters_;
  queue::pace_book book_;
  std::map<queue_id, queue_actor> queues_;
  std::map<queue_id, queue::pace> pace_;
  hall_actor hall_;
  std::unordered_map<std::uint64_t, known_session> sessions_; // By visit.
  /// Visits by the hash of their token's hash: few share one.
  std::unordered_multimap<std::size_t, visit_id> links_;
};

} // namespace suivant
