// What is read from outside is read exactly, or refused in words a caller can
// act on.

#include "actors/common/json_codec.hpp"
#include "actors/common/json_quick_write.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>

using namespace suivant;

namespace wishes {

enum class colour { red, green };
BOOST_DESCRIBE_ENUM(colour, red, green)

struct inner {
  int depth = 0;
  int width = 7;
  bool operator==(const inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(inner, (), (depth, width))

struct wish {
  std::string text;
  std::uint8_t small = 0;
  std::int64_t large = 0;
  bool flag = false;
  wishes::colour colour = wishes::colour::red;
  std::optional<int> perhaps;
  std::vector<inner> list;
  std::map<std::string, inner> table;
  std::map<visit_id, int> by_visit;
  queue_id queue;
  visit_id visit;
  business_day day;
  instant at;
  bool operator==(const wish&) const = default;
};
BOOST_DESCRIBE_STRUCT(wish, (),
                      (text, small, large, flag, colour, perhaps, list, table,
                       by_visit, queue, visit, day, at))

} // namespace wishes

namespace {

using wishes::wish;

wish read(std::string_view text, json::unknown others = json::unknown::refuse) {
  auto it = wish{};
  json::read(json::parse(text), it, others);
  return it;
}

std::string complaint(std::string_view text) {
  try {
    read(text);
  } catch (const json::unreadable& why) {
    return why.what();
  }
  return "no complaint";
}

void complains(std::string_view text, std::string_view of) {
  const auto said = complaint(text);
  BOOST_TEST(said.find(of) != said.npos, text << " gave: " << said);
}

} // namespace

BOOST_AUTO_TEST_SUITE(reading_json)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  const auto it = wish{
      .text = "été",
      .small = 255,
      .large = INT64_MIN,
      .flag = true,
      .colour = wishes::colour::green,
      .perhaps = 0,
      .list = {{1, 0}, {2, 7}},
      .table = {{"a", {3, 0}}},
      .by_visit = {{{12}, 5}},
      .queue = {"hall"},
      .visit = {UINT64_MAX},
      .day = std::chrono::year{2026} / std::chrono::November / 23,
      .at = instant{milliseconds{-1}},
  };
  BOOST_TEST((read(boost::json::serialize(json::write(it))) == it));
}

BOOST_AUTO_TEST_CASE(what_is_empty_is_left_out) {
  BOOST_TEST(!json::write(wishes::inner{}).as_object().contains("depth"));
  BOOST_TEST(!json::write(wish{}).as_object().contains("text"));
  BOOST_TEST(!json::write(wish{}).as_object().contains("list"));
}

// Else it would be read back as what it is when nothing is said.
BOOST_AUTO_TEST_CASE(zero_is_written_where_it_is_not_the_default) {
  BOOST_TEST(json::write(wishes::inner{0, 0}).at("width") == 0);
}

BOOST_AUTO_TEST_CASE(a_member_nobody_knows_is_a_mistake_worth_telling) {
  complains(R"({"tetx":"a"})", R"("tetx" is not known here)");
  complains(R"({"list":[{"deep":1}]})", R"("deep" is not known here)");
}

BOOST_AUTO_TEST_CASE(a_member_of_a_later_version_is_read_past) {
  const auto it = read(R"({"text":"a","later":{"x":[1,null]},"small":3})",
                       json::unknown::skip);
  BOOST_TEST(it.text == "a");
  BOOST_TEST(it.small == 3);
}

BOOST_AUTO_TEST_CASE(numbers_are_whole_and_in_range) {
  complains(R"({"small":256})", "small: a whole number in range");
  complains(R"({"small":-1})", "small: a whole number in range");
  complains(R"({"small":1.0})", "small: a whole number in range");
  complains(R"({"small":true})", "small: a whole number in range");
  complains(R"({"small":"1"})", "small: a whole number in range");
  complains(R"({"large":9223372036854775808})", "large: a whole number");
  complains(R"({"large":1e3})", "large: a whole number");
  complains(R"({"visit":-1})", "visit: a whole number");
  BOOST_TEST(read(R"({"small":255})").small == 255);
}

BOOST_AUTO_TEST_CASE(wrong_kinds_are_named_by_member) {
  complains(R"({"text":1})", "text: a text is needed");
  complains(R"({"text":null})", "text: a text is needed");
  complains(R"({"flag":0})", "flag: true or false is needed");
  complains(R"({"list":{}})", "list: a list is needed");
  complains(R"({"list":[1]})", "list: an object is needed");
  complains(R"({"table":[]})", "table: an object is needed");
  complains(R"({"queue":3})", "queue: a text is needed");
  complains(R"([])", "the body: an object is needed");
  complains(R"("text")", "the body: an object is needed");
}

BOOST_AUTO_TEST_CASE(an_enum_is_read_by_its_names) {
  BOOST_TEST((read(R"({"colour":"green"})").colour == wishes::colour::green));
  complains(R"({"colour":"blue"})", R"(colour: "blue" is not one of)");
  complains(R"({"colour":1})", "colour: a text is needed");
  complains(R"({"colour":""})", "is not one of its values");
}

BOOST_AUTO_TEST_CASE(null_empties_what_may_be_empty) {
  BOOST_TEST(!read(R"({"perhaps":null})").perhaps.has_value());
  BOOST_TEST(read(R"({"perhaps":4})").perhaps.value() == 4);
}

BOOST_AUTO_TEST_CASE(dates_are_dates) {
  complains(R"({"day":"2026-02-29"})", "is not a date");
  complains(R"({"day":"2026-13-01"})", "is not a date");
  complains(R"({"day":"2026-11-23T00"})", "is not a date");
  complains(R"({"day":"tomorrow"})", "is not a date");
  complains(R"({"day":20261123})", "day: a text is needed");
  BOOST_TEST(json::text_of(read(R"({"day":"2028-02-29"})").day)
             == "2028-02-29");
}

BOOST_AUTO_TEST_CASE(names_of_visits_are_numbers) {
  complains(R"({"by_visit":{"x":1}})", "number of a visit is needed");
  complains(R"({"by_visit":{"12x":1}})", "number of a visit is needed");
  complains(R"({"by_visit":{"-1":1}})", "number of a visit is needed");
  complains(R"({"by_visit":{"99999999999999999999":1}})",
            "number of a visit is needed");
}

BOOST_AUTO_TEST_CASE(text_that_is_not_json_is_refused) {
  for (const auto* text :
       {"", " ", "{", "nul", "{\"a\":}", "{} {}", "{'a':1}", "[1,]", "\xff",
        "{\"text\":\"\xc3\x28\"}", "// a comment\n{}", "NaN"})
    BOOST_CHECK_THROW(json::parse(text), json::unreadable);
}

BOOST_AUTO_TEST_CASE(deep_input_is_refused_before_it_costs_anything) {
  const auto deep = std::string(100'000, '[');
  BOOST_CHECK_THROW(json::parse(deep), json::unreadable);
  const auto closed = std::string(40, '[') + std::string(40, ']');
  BOOST_CHECK_THROW(json::parse(closed), json::unreadable);
}

BOOST_AUTO_TEST_CASE(the_quick_writer_says_what_the_thorough_one_says) {
  auto full = wish{.text = "",
                   .small = 255,
                   .large = std::numeric_limits<std::int64_t>::min(),
                   .flag = true,
                   .colour = wishes::colour::green,
                   .perhaps = 4,
                   .list = {{1, 2}, {}},
                   .table = {{"\"quoted\"", {1, 0}}, {"é", {}}},
                   .by_visit = {{{7}, 1}},
                   .queue = {"hall"},
                   .visit = {9},
                   .day = json::day_from("2028-02-29"),
                   .at = instant{milliseconds{-5}}};
  for (auto code = 1; code < 256; ++code)
    full.text += static_cast<char>(code < 128 ? code : 'x');
  full.text += "\xC3\xA9 \xF0\x9F\x8E\xAB";
  for (const auto& it : {wish{}, full}) {
    auto quick = std::string{};
    json::quick_write(quick, it);
    BOOST_TEST(quick == boost::json::serialize(json::write(it)));
    BOOST_TEST((read(quick) == it));
  }
}

BOOST_AUTO_TEST_CASE(equal_maps_are_written_as_equal_texts) {
  auto one = std::unordered_map<std::string, wishes::inner>{};
  auto other = one;
  for (auto i = 0; i < 50; ++i) {
    one[std::to_string(i)] = {i, 0};
    other[std::to_string(49 - i)] = {49 - i, 0};
  }
  other.rehash(1'000);
  BOOST_TEST(boost::json::serialize(json::write(one))
             == boost::json::serialize(json::write(other)));
}

BOOST_AUTO_TEST_SUITE_END()
