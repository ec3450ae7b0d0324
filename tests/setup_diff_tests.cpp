// What a change of a set-up changes, told member by member.

#include "actors/office/setup_diff.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using boost::json::parse;

namespace {

std::vector<std::string> differences(const json::value& before,
                                     const json::value& after) {
  auto lines = std::vector<std::string>{};
  for (const auto& it : office::changes_between(before, after))
    lines.push_back(text_of(it));
  return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(setup_differences)

BOOST_AUTO_TEST_CASE(the_same_set_up_differs_in_nothing) {
  const auto one = parse(R"({"a":1,"list":[{"id":"x","b":[1,2]}]})");
  BOOST_TEST(differences(one, one).empty());
}

BOOST_AUTO_TEST_CASE(members_of_lists_are_compared_by_their_id) {
  const auto before
      = parse(R"({"zone":"A","list":[{"id":"x","n":1},{"id":"y"}]})");
  const auto after
      = parse(R"({"zone":"B","list":[{"id":"z"},{"id":"x","n":2}]})");
  const auto found = differences(before, after);
  BOOST_TEST(
      found
          == (std::vector<std::string>{
              R"(zone: "A" becomes "B")", R"(list.y: removed, was {"id":"y"})",
              R"(list.z: added {"id":"z"})", "list.x.n: 1 becomes 2"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(another_order_is_a_change_too) {
  const auto before = parse(R"({"list":[{"id":"x"},{"id":"y"}]})");
  const auto after = parse(R"({"list":[{"id":"y"},{"id":"x"}]})");
  BOOST_TEST(differences(before, after)
                 == std::vector<std::string>{"list: in another order"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(programs_are_told_what_was_and_what_becomes) {
  const auto found
      = office::changes_between(parse(R"({"a":1})"), parse(R"({"a":2})"));
  BOOST_REQUIRE(found.size() == 1u);
  BOOST_TEST(to_json(found.front())
             == parse(R"({"where":"a","kind":"changed","was":1,"becomes":2})"));
}

BOOST_AUTO_TEST_SUITE_END()
