#include "actors/office/office_json.hpp"

#include "actors/common/json_quick.hpp"
#include "actors/common/json_quick_write.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/office/steps.hpp"
#include "actors/office/stored_names.hpp"
#include "actors/outbox/messages.hpp"

#include <boost/json/monotonic_resource.hpp>

#include <algorithm>

namespace suivant::office {
namespace {

// How an event is written today. Readers accept every version up to it.
constexpr auto newest_version = 1;

// Reads members into the alternative that a name stands for.
template <class Variant>
using alternative_reader
    = void (*)(const json::value&, Variant&, json::unknown);

template <class Variant, std::size_t... Index>
constexpr auto readers_of(std::index_sequence<Index...>) {
  return std::array<alternative_reader<Variant>, sizeof...(Index)>{
      [](const json::value& from, Variant& into, json::unknown others) {
        json::read(from, into.template emplace<Index>(), others);
      }...};
}

template <class Variant>
constexpr auto readers = readers_of<Variant>(
    std::make_index_sequence<std::variant_size_v<Variant>>{});

template <class Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end())
    return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

const json::value& needed(const json::object& in, std::string_view name) {
  const auto* found = in.if_contains(name);
  if (found == nullptr)
    throw json::unreadable{std::string{name} + ": is missing"};
  return *found;
}

fact fact_in(const json::object& stored) {
  auto happened = fact{};
  json::read(needed(stored, "n"), happened.number);
  json::read(needed(stored, "at"), happened.at);
  if (const auto* by = stored.if_contains("by"))
    json::read(*by, happened.by);
  if (const auto* key = stored.if_contains("key"))
    json::read(*key, happened.key);
  auto version = 0;
  json::read(needed(stored, "v"), version);
  auto type = std::string{};
  json::read(needed(stored, "t"), type, json::unknown::skip, "t");
  const auto index = index_of(event_names, type);
  if (!index || version < 1 || version > newest_version)
    throw json::unreadable{"the event \"" + type + "\" version "
                           + std::to_string(version)
                           + " needs a newer program"};
  readers<event>[*index](needed(stored, "e"), happened.what,
                         json::unknown::skip);
  return happened;
}

// -- the same for facts as `to_json` writes them: nearly all there are --------

using quick_reader = bool (*)(json::quick_text&, event&);

template <std::size_t... Index>
constexpr auto quick_readers_of(std::index_sequence<Index...>) {
  return std::array<quick_reader, sizeof...(Index)>{
      [](json::quick_text& from, event& into) {
        return json::quick_read(from, into.emplace<Index>());
      }...};
}

constexpr auto quick_readers
    = quick_readers_of(std::make_index_sequence<std::variant_size_v<event>>{});

bool quick_read(std::string_view text, fact& happened) {
  auto from = json::quick_text{text};
  auto type = std::string_view{};
  auto version = 0;
  if (!from.skip(R"({"n":)") || !from.number(happened.number)
      || !from.skip(R"(,"t":)") || !from.plain(type) || !from.skip(R"(,"v":)")
      || !from.number(version) || version != newest_version
      || !from.skip(R"(,"at":)") || !json::quick_read(from, happened.at))
    return false;
  if (from.skip(R"(,"by":)") && !json::quick_read(from, happened.by))
    return false;
  if (from.skip(R"(,"key":)") && !json::quick_read(from, happened.key))
    return false;
  const auto index = index_of(event_names, type);
  return index && from.skip(R"(,"e":)")
         && quick_readers[*index](from, happened.what) && from.skip("}")
         && from.is_at_end();
}

} // namespace

std::string_view name_of(const event& happened) {
  return event_names[happened.index()];
}

std::string_view name_of(const command& asked) {
  return command_names[asked.index()];
}

std::string signature_of(const asker& by) {
  auto text = std::string{boost::describe::enum_to_string(by.as, "?")};
  return by.name.empty() ? text : text + ' ' + by.name;
}

std::string to_json(const fact& happened) {
  auto out = std::string{R"({"n":)"};
  out.reserve(384); // Most facts take less.
  json::quick_write(out, happened.number);
  out += R"(,"t":")";
  out += name_of(happened.what);
  out += R"(","v":)";
  json::quick_write(out, newest_version);
  out += R"(,"at":)";
  json::quick_write(out, happened.at);
  if (!happened.by.empty()) {
    out += R"(,"by":)";
    json::quick_write(out, happened.by);
  }
  if (!happened.key.empty()) {
    out += R"(,"key":)";
    json::quick_write(out, happened.key);
  }
  out += R"(,"e":)";
  std::visit([&](const auto& it) { json::quick_write(out, it); },
             happened.what);
  out += '}';
  return out;
}

struct fact_reader::inside {
  std::array<unsigned char, 16 * 1024> memory;
  boost::json::parser parser{boost::json::storage_ptr{},
                             boost::json::parse_options{}, memory.data(),
                             memory.size()};
  std::array<unsigned char, 16 * 1024> values;
};

fact_reader::fact_reader() : inside_{std::make_unique<inside>()} {}
fact_reader::~fact_reader() = default;

fact fact_reader::read(std::string_view text) {
  if (auto happened = fact{}; quick_read(text, happened))
    return happened;
  auto memory = boost::json::monotonic_resource{inside_->values.data(),
                                                inside_->values.size()};
  inside_->parser.reset(&memory);
  auto error = boost::system::error_code{};
  inside_->parser.write(text.data(), text.size(), error);
  if (error)
    throw json::unreadable{"a stored fact is not JSON: " + error.message()};
  const auto stored = inside_->parser.release();
  if (!stored.is_object())
    throw json::unreadable{"a stored fact is not an object"};
  return fact_in(stored.get_object());
}

std::string to_json(const state& office) {
  auto out = std::string{};
  json::quick_write(out, office);
  return out;
}

state state_from_json(std::string_view text) {
  auto office = state{};
  auto quick = json::quick_text{text};
  if (!json::quick_read(quick, office) || !quick.is_at_end()) {
    office = {};
    json::read(json::parse(text), office);
  }
  for (const auto& [id, it] : office.visits) {
    if (is_here(it->now.phase))
      office.held_numbers.insert(it->number);
    if (waits_for_earlier(*it))
      office.earlier.insert({it->wish->asked, id});
  }
  office.inside = inside_by_visits(office);
  set_up_bookings(office);
  office.booked.keep_all(office.visits);
  keep_all_messages(office);
  return office;
}

std::optional<command> command_from_json(std::string_view name,
                                         const json::value& members) {
  const auto index = index_of(command_names, name);
  if (!index)
    return std::nullopt;
  auto asked = command{};
  readers<command>[*index](members, asked, json::unknown::refuse);
  return asked;
}

setup setup_from_json(const json::value& from) {
  auto office = setup{};
  json::read(from, office, json::unknown::refuse);
  return office;
}

json::value to_json(const setup& office) {
  return json::write(office);
}

} // namespace suivant::office
