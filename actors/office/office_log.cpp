#include "actors/office/office_log.hpp"

#include "actors/office/office_json.hpp"
#include "storage/hash.hpp"

namespace suivant::office {
namespace {

constexpr auto stream_prefix = std::string_view{"office/"};

storage::failure unreadable(const office_id& office, fact_number number,
                            std::string_view why) {
  return {storage::trouble::unreadable, "office \"" + office.text + "\", fact "
                                            + std::to_string(number) + ": "
                                            + std::string{why}};
}

// A snapshot that this program cannot read costs a replay, and nothing else.
state snapshot_or_blank(const storage::log& log, const std::string& stream,
                        fact_number not_after) {
  const auto taken = log.newest_snapshot(stream, not_after);
  if (!taken)
    return {};
  try {
    return state_from_json(taken->bytes);
  } catch (const json::unreadable&) {
    return {};
  }
}

} // namespace

std::string stream_of(const office_id& office) {
  return std::string{stream_prefix} + office.text;
}

std::optional<office_id> office_in(std::string_view stream) {
  if (!stream.starts_with(stream_prefix))
    return std::nullopt;
  return office_id{std::string{stream.substr(stream_prefix.size())}};
}

storage::row name_row(const office_id& office, const setup& as) {
  return {storage::tables::meta, stream_of(office),
          boost::json::serialize(json::write(as.name))};
}

storage::result<std::vector<office_id>> offices_in(const storage::log& log) {
  const auto streams = log.streams();
  if (!streams)
    return streams.why();
  auto offices = std::vector<office_id>{};
  for (const auto& stream : *streams)
    if (auto office = office_in(stream))
      offices.push_back(std::move(*office));
  return offices;
}

storage::result<storage::done> read_facts(const storage::log& log,
                                          const office_id& office,
                                          fact_number from,
                                          const fact_listener& listener) {
  auto reader = fact_reader{};
  auto trouble = std::optional<storage::failure>{};
  auto read = [&](storage::record_number number, std::string_view record,
                  const storage::record_hash&) {
    try {
      return listener(reader.read(record));
    } catch (const json::unreadable& why) {
      trouble = unreadable(office, number, why.what());
      return false;
    }
  };
  auto done = log.read(stream_of(office), from, read);
  if (trouble)
    return *trouble;
  return done;
}

storage::result<state> newest_state(const storage::log& log,
                                    const office_id& office,
                                    fact_number not_after) {
  auto now = snapshot_or_blank(log, stream_of(office), not_after);
  const auto tail = read_facts(log, office, now.last_fact + 1, [&](fact it) {
    if (it.number > not_after)
      return false;
    evolve(now, std::move(it));
    return true;
  });
  if (!tail)
    return tail.why();
  return now;
}

storage::result<state> state_at(const storage::log& log,
                                const office_id& office, instant at) {
  auto then = state{};
  const auto done = read_facts(log, office, 1, [&](fact it) {
    if (it.at > at)
      return false;
    evolve(then, std::move(it));
    return true;
  });
  if (!done)
    return done.why();
  return then;
}

std::string state_hash(const state& office) {
  return storage::hex(storage::hash_of({to_json(office)}));
}

} // namespace suivant::office
