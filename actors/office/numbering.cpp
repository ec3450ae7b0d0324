#include "actors/office/numbering.hpp"

namespace suivant::office {
namespace {

std::string printed(const queue_setup& queue, int value) {
  auto digits = std::to_string(value);
  const auto width = static_cast<std::size_t>(queue.digits);
  if (digits.size() < width)
    digits.insert(0, width - digits.size(), '0');
  return queue.prefix + digits;
}

int value_after(const state& now, const queue_setup& queue) {
  const auto& used = now.queues.at(queue.id);
  const auto next = used.last_value + 1;
  const auto in_range = next >= queue.first_number && next <= queue.last_number;
  return used.numbered == now.day && in_range ? next : queue.first_number;
}

} // namespace

// Compared as printed: two queues may print one text by different prefixes,
// and an older set-up may have printed otherwise.
std::optional<ticket_number> next_number(const state& now,
                                         const queue_setup& queue) {
  const auto count = queue.last_number - queue.first_number + 1;
  auto value = value_after(now, queue);
  for (auto tried = 0; tried < count; ++tried) {
    auto text = printed(queue, value);
    if (!now.held_numbers.contains(text))
      return ticket_number{value, std::move(text)};
    value = value == queue.last_number ? queue.first_number : value + 1;
  }
  return {};
}

} // namespace suivant::office
