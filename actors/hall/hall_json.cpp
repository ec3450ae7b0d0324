#include "actors/hall/hall_json.hpp"

#include "actors/office/office_describe.hpp"

#include <algorithm>

namespace suivant::hall {

BOOST_DESCRIBE_STRUCT(public_call, (), (number, counter, at, times))
BOOST_DESCRIBE_STRUCT(public_queue, (), (name, open, waiting))
BOOST_DESCRIBE_STRUCT(board, (), (office, calls, next, queues))

namespace {

using boost::json::value;

value wait_of(const hall& it, const queue_id& queue, std::size_t before) {
  const auto pace = it.pace.find(queue);
  if (pace == it.pace.end())
    return nullptr;
  const auto wait = queue::predict(pace->second, before);
  return wait ? value{wait->low, wait->high} : value{};
}

bool is_open(const hall& it, const queue_id& queue) {
  const auto found = it.open.find(queue);
  return found == it.open.end() || found->second;
}

void add_undo(json::object& row, const office::visit& it,
              const office::rule_setup& rules) {
  if (!it.last)
    return;
  const auto until = it.last->at + std::chrono::seconds{rules.undo_seconds};
  row["undo"]
      = json::object{{"step", it.last->step}, {"until", json::write(until)}};
}

void add_appointment(json::object& row, const office::visit& it) {
  if (!it.appointment)
    return;
  const auto& claim = it.appointment->claim;
  row["appointment"] = json::object{{"start", json::write(claim.time.from)},
                                    {"end", json::write(claim.time.to)},
                                    {"local", it.appointment->shown},
                                    {"site", claim.site.text},
                                    {"place", json::write(claim.place)},
                                    {"waiting", claim.waiting}};
  if (it.now.phase == office::phase::held)
    row["appointment"].get_object()["held_until"]
        = json::write(it.appointment->held_until);
  if (it.summary != office::way::none)
    row["summary"] = json::write(it.summary);
}

template <class Id>
void add_text(json::object& row, std::string_view name, const Id& id) {
  if (!id.empty())
    row[name] = id.text;
}

json::object services_of(const office::setup& setup) {
  auto out = json::object{};
  for (const auto& it : setup.services)
    out[it.id.text] = json::object{
        {"name", json::write(it.name)}, {"bring", json::write(it.bring)},
        {"form", json::write(it.form)}, {"queue", it.queue.text},
        {"minutes", it.minutes},        {"walk_in", it.walk_in}};
  return out;
}

// All, with what the day made of their gauge; without a limit none is named.
json::object gauges_of(const hall& it) {
  auto out = json::object{};
  for (const auto& [id, gauge] : it.gauges) {
    auto state = json::object{{"inside", gauge.inside}};
    if (gauge.most)
      state["most"] = *gauge.most;
    out[id.text] = std::move(state);
  }
  return out;
}

json::object sites_in(const office::setup& setup) {
  auto out = json::object{};
  for (const auto& it : setup.booking.sites)
    out[it.id.text]
        = json::object{{"name", json::write(it.name)}, {"gauge", it.gauge}};
  return out;
}

json::object public_sites(const hall& it) {
  auto out = json::object{};
  for (const auto& site : sites_of(it))
    out[site.id.text] = json::object{{"name", json::write(site.name)},
                                     {"inside", site.inside},
                                     {"most", site.most}};
  return out;
}

json::object queues_of(const hall& it) {
  auto out = json::object{};
  for (const auto& queue : it.setup.queues) {
    auto state = json::object{{"open", is_open(it, queue.id)}};
    // Left out while unknown: a merge patch cannot say null.
    if (auto wait = wait_of(it, queue.id, line_of(it, queue.id).size());
        !wait.is_null())
      state["wait"] = std::move(wait);
    out[queue.id.text] = std::move(state);
  }
  return out;
}

} // namespace

json::object row_of(const office::visit& it, const office::rule_setup& rules) {
  auto row = json::object{
      {"id", it.id.number},
      {"version", it.version},
      {"number", it.number},
      {"phase", json::write(it.now.phase)},
      {"service", it.now.service.text},
      {"queue", it.now.queue.text},
      {"due", json::write(it.now.at.due)},
      {"since", json::write(it.now.since)},
      {"joined", json::write(it.joined)},
      {"calls", it.now.calls},
      {"priority", json::write(it.priority)},
      {"persons", it.persons},
      {"channel", json::write(it.channel)},
      {"language", it.language},
      {"described", !it.person.key.empty()},
  };
  if (it.now.at.lane != 0)
    row["lane"] = it.now.at.lane;
  // In two halves: pages count exactly up to 53 bits only.
  if (const auto tie = it.now.at.tie; tie != 0)
    row["turn"] = {tie >> 32, tie & 0xFFFF'FFFF};
  add_text(row, "counter", it.now.counter);
  add_text(row, "wanted", it.now.wanted);
  add_text(row, "inside", it.now.inside);
  add_text(row, "agent", it.now.agent);
  if (it.now.calls > 0)
    row["last_call"] = json::write(it.now.last_call);
  if (!it.now.reason.empty())
    row["reason"] = it.now.reason;
  if (it.now.phase == office::phase::served)
    row["outcome"] = json::write(it.now.outcome);
  add_appointment(row, it);
  add_undo(row, it, rules);
  return row;
}

json::object desk_setup(const office::setup& setup) {
  auto queues = json::object{};
  for (const auto& it : setup.queues)
    queues[it.id.text]
        = json::object{{"name", json::write(it.name)}, {"prefix", it.prefix}};
  auto counters = json::object{};
  for (const auto& it : setup.counters)
    counters[it.id.text] = json::object{{"name", json::write(it.name)},
                                        {"label", it.label},
                                        {"serves", json::write(it.serves)},
                                        {"site", site_of(setup, it.id).text}};
  return {{"queues", std::move(queues)},
          {"services", services_of(setup)},
          {"counters", std::move(counters)},
          {"sites", sites_in(setup)},
          {"rules", json::write(setup.rules)}};
}

json::object desk_head(const hall& it) {
  return {{"office", json::object{{"id", it.id.text},
                                  {"name", json::write(it.setup.name)},
                                  {"day", json::text_of(it.day)}}},
          {"counters", json::write(it.counters)},
          {"queues", queues_of(it)},
          {"agenda", it.agenda},
          {"sites", gauges_of(it)}};
}

json::object board_json(const hall& it) {
  auto out = json::write(board_of(it)).get_object();
  out["office"] = json::object{{"name", json::write(it.setup.name)}};
  for (const auto* list : {"calls", "next", "queues"})
    if (!out.contains(list))
      out[list]
          = *list == 'c' ? value(boost::json::array{}) : value(json::object{});
  out["sites"] = public_sites(it);
  return out;
}

json::object gauge_json(const hall& it) {
  return {{"sites", public_sites(it)}};
}

json::object public_view(const office_id& id, const hall& it, instant now) {
  auto services = boost::json::array{};
  for (const auto& service : it.setup.services) {
    const auto waiting = line_of(it, service.queue).size();
    services.push_back(json::object{
        {"id", service.id.text},
        {"name", json::write(service.name)},
        {"bring", json::write(service.bring)},
        {"queue", service.queue.text},
        {"walk_in", service.walk_in},
        {"picture", json::write(service.picture)},
        {"open", is_open(it, service.queue)},
        {"waiting", waiting},
        {"wait", wait_of(it, service.queue, waiting)},
    });
  }
  return {{"id", id.text},
          {"name", json::write(it.setup.name)},
          {"services", std::move(services)},
          {"sites", public_sites(it)},
          {"now", json::write(now)}};
}

std::optional<json::object> merge_patch(const json::object& before,
                                        const json::object& after) {
  auto patch = json::object{};
  for (const auto& [name, was] : before)
    if (!after.contains(name))
      patch[name] = nullptr;
  for (const auto& [name, is] : after) {
    const auto* was = before.if_contains(name);
    if (was != nullptr && *was == is)
      continue;
    if (was == nullptr || !was->is_object() || !is.is_object())
      patch[name] = is;
    else if (auto inner = merge_patch(was->get_object(), is.get_object()))
      patch[name] = std::move(*inner);
  }
  if (patch.empty())
    return std::nullopt;
  return patch;
}

std::string frame(const std::string& topic, std::uint64_t number, instant now,
                  std::string_view kind, json::object what) {
  return boost::json::serialize(json::object{{"topic", topic},
                                             {"n", number},
                                             {"now", json::write(now)},
                                             {kind, std::move(what)}});
}

// Row by row: a tree of ten thousand would take more memory than the visits.
std::string desk_snapshot(const std::string& topic, std::uint64_t number,
                          instant now, json::object picture,
                          const std::vector<office::shared_visit>& visits,
                          const office::rule_setup& rules) {
  auto text = frame(topic, number, now, "snapshot", std::move(picture));
  text.resize(text.size() - 2); // Opens the frame and the picture in it again.
  text += R"(,"visits":{)";
  for (const auto& visit : visits) {
    if (text.back() != '{')
      text += ',';
    text += '"' + std::to_string(visit->id.number) + "\":";
    text += boost::json::serialize(row_of(*visit, rules));
  }
  return text += "}}}";
}

} // namespace suivant::hall
