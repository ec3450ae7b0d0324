#include "actors/office/offices_actor.hpp"

#include "actors/messages.hpp"
#include "actors/office/office_log.hpp"

#include <caf/actor_system.hpp>

#include <map>

namespace suivant {
namespace {

constexpr auto tick_limit = std::chrono::seconds{10};

class offices_keeper {
public:
  using address = offices_actor;
  static inline const char* name = "offices";

  explicit offices_keeper(offices_actor::pointer self) : self_{self} {}

  ~offices_keeper() {
    for (const auto& [id, office] : offices_)
      stop(office);
  }

  offices_actor::behavior_type
  start(std::shared_ptr<const office_context> context,
        std::shared_ptr<started_offices> started) {
    context_ = std::move(context);
    started_ = std::move(started);
    when_one_is_down(self_, [this](const caf::actor_addr& who,
                                   const caf::error&) { replace(who); });
    return {
        [this](const find_office& asked) { return find(asked); },
        [this](const tick_all&) { return tick_each(); },
    };
  }

private:
  office_found find(const find_office& asked) {
    if (auto known = started_->find(asked.id))
      return {known};
    const auto end = context_->log->end_of(office::stream_of(asked.id));
    if (!end || (end->number == 0 && !asked.create))
      return {};
    return {start_office(asked.id)};
  }

  office_actor start_office(const office_id& id) {
    auto office = spawn_office(self_->system(), id, context_, started_);
    watch(self_, office);
    started_->put(id, office);
    offices_.insert_or_assign(id, office);
    return office;
  }

  // Its log has all it ever answered, so a new one takes over. One that falls
  // while starting would fall again: it waits until it is asked for.
  void replace(const caf::actor_addr& fallen) {
    for (const auto& [id, office] : offices_)
      if (office.address() == fallen) {
        const auto lost = id;
        offices_.erase(lost);
        started_->remove(lost, fallen);
        if (office::newest_state(*context_->log, lost))
          start_office(lost);
        return;
      }
  }

  caf::result<ticked> tick_each() {
    auto promise = self_->make_response_promise<ticked>();
    auto left = std::make_shared<std::size_t>(offices_.size());
    if (*left == 0)
      promise.deliver(ticked{});
    auto one_done = [promise, left]() mutable {
      if (--*left == 0)
        promise.deliver(ticked{});
    };
    for (const auto& [id, office] : offices_)
      ask(
          self_, office, tick_limit, tick{},
          [one_done](const ticked&) mutable { one_done(); },
          [one_done](const caf::error&) mutable { one_done(); });
    return promise;
  }

  offices_actor::pointer self_;
  std::shared_ptr<const office_context> context_;
  std::shared_ptr<started_offices> started_;
  std::map<office_id, office_actor> offices_; // Until known to have fallen.
};

} // namespace

office_actor started_offices::find(const office_id& wanted) const {
  const auto lock = std::lock_guard{mutex_};
  const auto found = offices_.find(wanted.text);
  return found == offices_.end() ? office_actor{} : found->second;
}

void started_offices::put(const office_id& id, const office_actor& office) {
  const auto lock = std::lock_guard{mutex_};
  offices_.insert_or_assign(id.text, office);
}

void started_offices::remove(const office_id& id,
                             const caf::actor_addr& fallen) {
  const auto lock = std::lock_guard{mutex_};
  const auto found = offices_.find(id.text);
  if (found != offices_.end() && found->second.address() == fallen)
    offices_.erase(found);
}

offices_actor spawn_offices(caf::actor_system& system,
                            std::shared_ptr<const office_context> context,
                            std::shared_ptr<started_offices> started) {
  return spawn_keeper<offices_keeper>(system, std::move(context),
                                      std::move(started));
}

} // namespace suivant
