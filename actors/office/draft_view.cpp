#include "actors/office/draft_view.hpp"

#include "actors/office/office_json.hpp"
#include "actors/office/setup_diff.hpp"

namespace suivant::office {
namespace {

json::object in_words(const setup_draft& it, const state& now, instant at) {
  auto since = boost::json::array{};
  for (const auto& each : changes_between(to_json(it.from), to_json(now.setup)))
    since.push_back(to_json(each));
  auto out = json::object{
      {"number", it.number},
      {"publish_at", nullptr},
      {"missed", it.missed},
      {"since", std::move(since)},
      {"outcome", outcome_of({it.setup, it.clocks, {}}, now, at)}};
  if (it.publish_at != instant{})
    out["publish_at"] = json::write(it.publish_at);
  return out;
}

} // namespace

json::object draft_view(const state& now, instant at) {
  auto out = json::object{
      {"draft", nullptr}, {"restorable", false}, {"restoring", nullptr}};
  if (now.draft)
    out["draft"] = in_words(*now.draft, now, at);
  if (now.before && now.before->by == now.setup) {
    out["restorable"] = true;
    out["restoring"]
        = outcome_of({now.before->setup, now.before->clocks, {}}, now, at);
  }
  return out;
}

} // namespace suivant::office
