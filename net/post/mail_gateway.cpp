// Threads that take mails one by one, each with a connection of its own that
// it keeps.

#include "net/post/mail_gateway.hpp"

#include "net/post/mail_transfer.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace suivant::net {
namespace {

struct waiting {
  mail it;
  sending_ended then;
};

} // namespace

struct mail_gateway::inside {
  explicit inside(mail_settings settings) : with{std::move(settings)} {}

  void work(mail_transfer& by) {
    for (;;) {
      auto lock = std::unique_lock{guard};
      comes.wait(lock, [&] { return closed || !queue.empty(); });
      if (closed)
        return;
      auto next = std::move(queue.front());
      queue.pop_front();
      lock.unlock();
      const auto ended = by.send(next.it);
      if (!closed)
        next.then(ended);
    }
  }

  const mail_settings with;
  std::atomic<bool> closed = false;
  std::mutex guard;
  std::condition_variable comes;
  std::deque<waiting> queue;
  std::vector<std::thread> threads;
};

mail_gateway::mail_gateway(mail_settings with) {
  if (!is_mail_address(with.from))
    throw std::runtime_error{"mail.from: \"" + with.from
                             + "\" is no address of mail"};
  if (with.domain.empty())
    with.domain = with.from.substr(with.from.find('@') + 1);
  inside_ = std::make_unique<inside>(std::move(with));
  // All of them before the first thread: one may fail.
  auto all = std::vector<std::shared_ptr<mail_transfer>>{};
  for (auto i = 0u; i < inside_->with.connections; ++i)
    all.push_back(
        std::make_shared<mail_transfer>(inside_->with, inside_->closed));
  for (const auto& by : all)
    inside_->threads.emplace_back([in = inside_.get(), by] { in->work(*by); });
}

mail_gateway::~mail_gateway() {
  close();
}

void mail_gateway::send(mail it, sending_ended then) {
  if (!is_mail_address(it.to))
    return then({sent::refused, "address_is_malformed", {}});
  {
    const auto lock = std::lock_guard{inside_->guard};
    if (inside_->queue.size() < inside_->with.most_waiting) {
      inside_->queue.push_back({std::move(it), std::move(then)});
      inside_->comes.notify_one();
      return;
    }
  }
  then({sent::later, "too_many_waiting", {}});
}

void mail_gateway::close() {
  {
    const auto lock = std::lock_guard{inside_->guard};
    inside_->closed = true;
    inside_->queue.clear();
  }
  inside_->comes.notify_all();
  for (auto& it : inside_->threads)
    if (it.joinable())
      it.join();
}

} // namespace suivant::net
