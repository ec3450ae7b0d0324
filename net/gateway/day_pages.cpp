#include "net/gateway/day_pages.hpp"

#include "actors/office/slot_watch.hpp"

namespace suivant::gateway {

bool day_pages::is_topic(std::string_view topic) {
  return topic.starts_with("slots/");
}

std::string day_pages::topic_of(const watch_day& it) {
  return office::slot_topic(it.office, it.asked);
}

void day_pages::look(net::connection_id page, const watch_day& it,
                     otherwise then) {
  auto lock = std::unique_lock{mutex_};
  const auto before = std::exchange(all_[page], it);
  lock.unlock();
  if (!before.office.empty())
    hub_.leave(page, topic_of(before));
  if (!before.office.empty() && before.office != it.office)
    with_->offices->hide_slots(before.office, page);
  with_->offices->show_slots(it.office, it.asked, page, std::move(then));
}

void day_pages::show_again(net::connection_id page, otherwise then) {
  const auto lock = std::lock_guard{mutex_};
  if (const auto it = all_.find(page); it != all_.end())
    with_->offices->show_slots(it->second.office, it->second.asked, page,
                               std::move(then));
}

void day_pages::leave(net::connection_id page, const std::string& topic) {
  auto lock = std::unique_lock{mutex_};
  const auto it = all_.find(page);
  if (it == all_.end() || topic_of(it->second) != topic)
    return;
  const auto office = it->second.office;
  all_.erase(it);
  lock.unlock();
  with_->offices->hide_slots(office, page);
}

void day_pages::close(net::connection_id page) {
  auto lock = std::unique_lock{mutex_};
  const auto it = all_.extract(page);
  lock.unlock();
  if (!it.empty())
    with_->offices->hide_slots(it.mapped().office, page);
}

} // namespace suivant::gateway
