// Everything an office is asked, and everything that happens in it, survives
// being written down.

#include "actors/office/gauge.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "tests/support/town_hall.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <set>

using namespace suivant;
using namespace suivant::office;

namespace {

// Fills any described type with values at random, member by member.
class filler {
public:
  explicit filler(std::uint32_t seed) : dice_{seed} {}

  template <class T>
  void fill(T& it) {
    namespace in = json::detail;
    if constexpr (std::is_same_v<T, bool>)
      it = dice_() % 2 == 0;
    else if constexpr (std::is_enum_v<T>)
      it = any_of<T>();
    else if constexpr (std::is_integral_v<T>)
      it = static_cast<T>(dice_() % 1'000);
    else if constexpr (std::is_same_v<T, std::string>)
      it = text();
    else if constexpr (in::is_a<T, id>)
      it.text = text();
    else if constexpr (std::is_same_v<T, visit_id>)
      it.number = dice_();
    else if constexpr (std::is_same_v<T, instant>)
      it = instant{
          milliseconds{static_cast<std::int64_t>(dice_()) * 1'000 - 1}};
    else if constexpr (std::is_same_v<T, business_day>)
      it = business_day{std::chrono::days{dice_() % 30'000}};
    else if constexpr (std::is_same_v<T, std::chrono::minutes>)
      it = T{static_cast<int>(dice_() % 1'440)};
    else if constexpr (in::is_a<T, std::optional>) {
      if (dice_() % 2 == 0)
        fill(it.emplace());
    } else if constexpr (in::is_a<T, std::vector>)
      fill_list(it);
    else if constexpr (in::is_a<T, std::map>)
      fill_table(it);
    else
      boost::mp11::mp_for_each<in::members<T>>(
          [&](auto member) { fill(it.*member.pointer); });
  }

private:
  std::string text() {
    static const auto some = std::vector<std::string>{
        "", "a", "Pièces d'identité", "\"quoted\\", "line\nbreak", "日本"};
    return some[dice_() % some.size()];
  }

  template <class T>
  T any_of() {
    auto all = std::vector<T>{};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto one) { all.push_back(one.value); });
    return all[dice_() % all.size()];
  }

  template <class T>
  void fill_list(T& it) {
    it.resize(dice_() % 3);
    for (auto& element : it)
      fill(element);
  }

  template <class T>
  void fill_table(T& it) {
    for (auto left = dice_() % 3; left > 0; --left) {
      auto key = typename T::key_type{};
      fill(key);
      fill(it[key]);
    }
  }

  std::mt19937 dice_;
};

/// Calls `check` with every alternative of a variant, filled many times over.
template <class Variant, class Check>
void for_all_kinds(Check check) {
  auto fill = filler{2026};
  boost::mp11::mp_for_each<
      boost::mp11::mp_iota_c<std::variant_size_v<Variant>>>([&](auto index) {
    for (auto i = 0; i < 40; ++i) {
      auto it = Variant{};
      fill.fill(it.template emplace<index.value>());
      check(it);
    }
  });
}

std::string fact_with(std::string_view type, int version) {
  return R"({"n":1,"t":")" + std::string{type} + R"(","v":)"
         + std::to_string(version) + R"(,"at":5,"e":{}})";
}

appointment appointment_at(std::uint64_t number) {
  const auto start = tests::minute(static_cast<int>(number));
  return {.claim = {.opening = {"mornings"},
                    .service = {"residence"},
                    .time = {start, start + std::chrono::minutes{15}}},
          .held_until = start,
          .shown = "2026-11-23T10:00+00:00"};
}

// With gaps, and every other one with a step that may be undone, or with an
// appointment.
void add_visits(state& into, filler& fill) {
  for (auto number = std::uint64_t{3}; number < 30; number += 4) {
    auto it = visit{};
    it.id = {number};
    fill.fill(it.now);
    fill.fill(it.person);
    it.number = "A" + std::to_string(number);
    if (number % 8 == 3)
      it.last = undoable{it.now, "visit_called", tests::minute(2)};
    if (number % 8 == 7)
      it.appointment = appointment_at(number);
    if (is_here(it.now.phase))
      into.held_numbers.insert(it.number);
    into.booked.keep(into.visits.add(std::move(it)));
  }
}

void needs_a_newer_program(const std::string& text) {
  try {
    static_cast<void>(fact_reader{}.read(text));
    BOOST_ERROR("was read");
  } catch (const json::unreadable& why) {
    const auto said = std::string{why.what()};
    BOOST_TEST(said.find("needs a newer program") != said.npos, said);
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(written_down)

BOOST_AUTO_TEST_CASE(every_event_survives) {
  auto reader = fact_reader{};
  for_all_kinds<event>([&](const event& it) {
    const auto written = fact{7, tests::minute(3), "agent amelie", "key", it};
    const auto text = to_json(written);
    BOOST_TEST_REQUIRE((reader.read(text) == written), text);
    BOOST_TEST_REQUIRE(boost::json::serialize(json::parse(text)) == text);
    // Written a little differently, it is read by a longer way.
    const auto spaced = "{ " + text.substr(1);
    BOOST_TEST_REQUIRE((reader.read(spaced) == written), spaced);
  });
}

BOOST_AUTO_TEST_CASE(every_command_survives) {
  for_all_kinds<command>([](const command& it) {
    const auto members
        = std::visit([](const auto& one) { return json::write(one); }, it);
    const auto again = command_from_json(name_of(it), members);
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST_REQUIRE(again->index() == it.index());
    const auto rewritten
        = std::visit([](const auto& one) { return json::write(one); }, *again);
    BOOST_TEST_REQUIRE((rewritten == members));
  });
}

BOOST_AUTO_TEST_CASE(a_state_survives) {
  auto fill = filler{7};
  for (auto i = 0; i < 50; ++i) {
    auto it = state{};
    fill.fill(it.setup);
    fill.fill(it.queues);
    fill.fill(it.counters);
    fill.fill(it.sites);
    it.last_fact = 12;
    it.answers["some key"] = {3, {4}, 5, tests::monday};
    it.answers["another"] = {2, {}, 0, tests::monday};
    add_visits(it, fill);
    it.inside = inside_by_visits(it);
    const auto text = to_json(it);
    BOOST_TEST_REQUIRE((state_from_json(text) == it));
    BOOST_TEST_REQUIRE(boost::json::serialize(json::write(it)) == text);
  }
}

BOOST_AUTO_TEST_CASE(names_of_kinds_are_all_different) {
  auto names = std::set<std::string_view>{};
  for_all_kinds<event>([&](const event& it) { names.insert(name_of(it)); });
  BOOST_TEST(names.size() == std::variant_size_v<event>);
  names.clear();
  for_all_kinds<command>([&](const command& it) { names.insert(name_of(it)); });
  BOOST_TEST(names.size() == std::variant_size_v<command>);
}

BOOST_AUTO_TEST_CASE(a_fact_of_a_later_version_asks_for_a_newer_program) {
  needs_a_newer_program(fact_with("ticket_taken", 2));
  needs_a_newer_program(fact_with("ticket_taken", 1'000'000));
}

BOOST_AUTO_TEST_CASE(a_fact_of_a_kind_nobody_knows_asks_for_one_too) {
  needs_a_newer_program(fact_with("coffee_made", 1));
}

BOOST_AUTO_TEST_CASE(a_member_added_later_is_read_past) {
  const auto it = fact_reader{}.read(
      R"({"n":1,"t":"queue_opened","v":1,"at":5,"e":{"queue":"hall","x":[]}})");
  BOOST_TEST((it.what == event{queue_opened{{"hall"}}}));
}

BOOST_AUTO_TEST_CASE(a_fact_that_is_none_is_refused_whatever_is_wrong) {
  auto reader = fact_reader{};
  for (const auto* text :
       {"", "null", "[]", "{}", R"({"n":1})",
        R"({"n":"1","t":"queue_opened","v":1,"at":5,"e":{}})",
        R"({"n":1,"t":7,"v":1,"at":5,"e":{}})",
        R"({"n":1,"t":"queue_opened","v":"1","at":5,"e":{}})",
        R"({"n":1,"t":"queue_opened","v":0,"at":5,"e":{}})",
        R"({"n":1,"t":"queue_opened","v":1,"at":5})",
        R"({"n":1,"t":"queue_opened","v":1,"at":5,"e":[]})",
        R"({"n":1,"t":"queue_opened","v":1,"at":5,"e":{}} x)",
        R"({"n":1,"t":"queue_opened","v":1,"at":5,"e":{)"})
    BOOST_CHECK_THROW(static_cast<void>(reader.read(text)), json::unreadable);
  BOOST_TEST(reader.read(fact_with("queue_opened", 1)).number == 1u);
}

BOOST_AUTO_TEST_CASE(a_command_with_a_member_too_many_is_refused) {
  BOOST_CHECK_THROW(
      static_cast<void>(command_from_json(
          "call_next", json::parse(R"({"counter":"one","couner":"two"})"))),
      json::unreadable);
  BOOST_TEST(!command_from_json("call_everybody", json::object{}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
