// Texts kept back until the socket takes them.

#include "net/outbox.hpp"

#include <utility>

#include <sys/uio.h>

namespace suivant::net {

void outbox::push(shared_text text, std::uint32_t topic, std::size_t sent) {
  bytes_ += text->size() - sent;
  if (sent > 0)
    sent_ = sent;
  entries_.push_back({std::move(text), topic});
}

void outbox::drop(std::uint32_t topic) {
  drop_if([=](const entry& one) { return one.topic == topic; });
}

void outbox::drop_all() {
  drop_if([](const entry&) { return true; });
}

template <class Condition>
void outbox::drop_if(Condition unwanted) {
  std::vector<entry> kept;
  for (auto& one : entries_) {
    const auto on_its_way = kept.empty() && (begun_ || sent_ > 0);
    if (on_its_way || !unwanted(one))
      kept.push_back(std::move(one));
    else
      bytes_ -= one.text->size();
  }
  entries_ = std::move(kept);
}

std::size_t outbox::pieces(std::span<iovec> into) const {
  std::size_t count = 0;
  auto skip = sent_;
  for (const auto& one : entries_) {
    if (count == into.size())
      break;
    // The socket only reads; its old interface does not say so.
    auto* bytes = const_cast<char*>(one.text->data());
    into[count++] = {bytes + skip, one.text->size() - skip};
    skip = 0;
  }
  return count;
}

shared_text outbox::begin() {
  begun_ = true;
  return entries_.front().text;
}

void outbox::sent(std::size_t bytes) {
  begun_ = false;
  bytes_ -= bytes;
  bytes += std::exchange(sent_, 0);
  std::size_t gone = 0;
  while (gone < entries_.size() && bytes >= entries_[gone].text->size())
    bytes -= entries_[gone++].text->size();
  entries_.erase(entries_.begin(),
                 entries_.begin() + static_cast<std::ptrdiff_t>(gone));
  sent_ = bytes;
}

} // namespace suivant::net
