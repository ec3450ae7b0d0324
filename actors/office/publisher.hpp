// Tells the line, hall and visitor actors of one office what has become
// durable, and keeps those actors alive.

#pragma once

#include "actors/office/office_actor.hpp"

#include <map>

namespace suivant {

class publisher {
public:
  publisher(office_actor::pointer self, office_id id,
            std::shared_ptr<const office_context> context);

  /// Starts all of them on this state.
  void start(const office::state& durable);

  /// `facts` have just been made part of `durable`.
  void tell(const std::vector<office::fact>& facts,
            const std::map<visit_id, office::visit>& before,
            const office::state& durable);

  /// Starts those anew that have ended. True when it was one of ours.
  bool replace(const caf::actor_addr& fallen, const office::state& durable);

  /// Ends all of them.
  void stop();

  visitor_found find(const std::string& token_hash) const;
  const hall_actor& hall() const {
    return hall_;
  }

private:
  void start_queue(const queue_id& queue, const office::state& durable);
  void start_hall(const office::state& durable);
  void start_visitor(const office::visit& visit, std::string moved);
  void tell_visitor(const office::visit& visit, std::string moved);
  void forget(const visit_id& visit);
  queue_actor queue_of(const queue_id& queue) const;

  void learn(const std::map<visit_id, office::visit>& before,
             const office::visit& after);
  void set_up(const office::state& durable);
  void tell_queues(const std::map<visit_id, office::visit>& before,
                   const office::state& durable);
  void tell_hall(const std::map<visit_id, office::visit>& before,
                 const office::state& durable, bool configured);
  void tell_visitors(const std::vector<office::fact>& facts,
                     const office::state& durable);

  office_actor::pointer self_;
  office_id id_;
  std::shared_ptr<const office_context> context_;
  std::shared_ptr<const visitor_context> visitor_context_;
  std::shared_ptr<const office::setup> setup_;
  queue::pace_book book_;
  std::map<queue_id, queue_actor> queues_;
  std::map<queue_id, queue::pace> pace_;
  hall_actor hall_;
  std::map<visit_id, visitor_actor> visitors_;
  std::map<std::string, visit_id> links_; // By the hash of their token.
};

} // namespace suivant
