#include "actors/queue/queue_json.hpp"

#include "actors/common/json_codec.hpp"

#include <algorithm>
#include <array>

namespace suivant::queue {
namespace {

// Ranks at which the curve of waits is given; a page draws a line between.
constexpr auto curve_ranks
    = std::to_array<std::size_t>({0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144});

boost::json::value curve(std::size_t size, const pace& now) {
  if (!predict(now, 0))
    return nullptr;
  auto points = boost::json::array{};
  for (const auto rank : curve_ranks) {
    const auto wait = predict(now, rank);
    points.push_back({rank, wait->low, wait->high});
    if (rank >= size)
      break;
  }
  return points;
}

} // namespace

std::string topic_of(const office_id& office, const queue_id& queue) {
  return "line/" + office.text + '/' + queue.text;
}

std::string frame(const std::string& topic, std::uint64_t number,
                  const change& happened, std::size_t size, const pace& now) {
  return boost::json::serialize(boost::json::object{
      {"topic", topic},
      {"n", number},
      {"left", boost::json::array(happened.left.begin(), happened.left.end())},
      {"in", boost::json::array(happened.in.begin(), happened.in.end())},
      {"size", size},
      {"curve", curve(size, now)},
  });
}

} // namespace suivant::queue
