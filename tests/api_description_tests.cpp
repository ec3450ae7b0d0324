// The descriptions of the interface say what the program does: each route,
// each command with its members, each name of an error with its words.

#include "actors/access/access.hpp"
#include "actors/access/refusals.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/refusals.hpp"
#include "net/gateway/live_words.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/texts.hpp"
#include "net/http_reply.hpp"
#include "tests/support/described.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

BOOST_AUTO_TEST_SUITE(api_description)

using namespace suivant;
using boost::json::value;

namespace {

constexpr auto http = "openapi.json";
constexpr auto commands
    = std::string_view{"/api/v1/offices/{office}/commands/"};

const boost::json::object& paths() {
  return tests::descriptions().document(http).at("paths").as_object();
}

std::string upper(std::string text) {
  for (auto& letter : text)
    letter = static_cast<char>(std::toupper(letter));
  return text;
}

bool fits(std::string_view route, std::string_view path) {
  const auto last = route.rfind('/');
  return route == path
         || (route.ends_with("/{command}")
             && path.substr(0, last) == route.substr(0, last)
             && path.find('/', last + 1) == std::string_view::npos
             && tests::described_path(path) == path);
}

/// Which operations a route stands for: "POST /api/v1/visit/leave".
std::set<std::string> described_for(const gateway::route& route) {
  auto found = std::set<std::string>{};
  for (const auto& [path, item] : paths())
    if (fits(route.path, path) && path != "/api/v1/visit/qr.svg")
      for (const auto& [method, operation] : item.as_object())
        if (upper(method) == route.method)
          found.insert(upper(method) + ' ' + std::string{path});
  return found;
}

template <class Command>
std::set<std::string> members_of() {
  auto names = std::set<std::string>{};
  using all
      = boost::describe::describe_members<Command, boost::describe::mod_public>;
  boost::mp11::mp_for_each<all>(
      [&](auto member) { names.insert(member.name); });
  for (const auto* made_by_gateway : {"token_hash", "person_key"})
    names.erase(made_by_gateway);
  return names;
}

std::set<std::string> described_members(const value& schema) {
  auto names = std::set<std::string>{};
  for (const auto& [name, member] : schema.at("properties").as_object())
    names.insert(name);
  return names;
}

template <class Enum>
std::set<std::string> names_in() {
  auto names = std::set<std::string>{};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto one) { names.insert(one.name); });
  return names;
}

std::set<std::string> described_names(const value& schema) {
  auto names = std::set<std::string>{};
  for (const auto& name : schema.at("enum").as_array())
    names.emplace(name.as_string());
  return names;
}

const value& schema(const char* name) {
  return tests::descriptions()
      .document(http)
      .at("components")
      .at("schemas")
      .at(name);
}

/// The names in calls such as refuse(404, "link_unknown").
std::set<std::string> errors_in_gateway() {
  const auto call = std::regex{
      R"re((?:refuse\([^;{}]*?|complain\([^;{}]*?)"([a-z_]{4,})")re"};
  auto names
      = std::set<std::string>{"unreadable", "not_durable", "office_unknown",
                              "disk_full", "protocol_not_offered"};
  const auto folder
      = std::filesystem::path{SUIVANT_SOURCE_DIR} / "net" / "gateway";
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (entry.path().extension() != ".cpp")
      continue;
    auto in = std::ifstream{entry.path()};
    const auto text = std::string{std::istreambuf_iterator<char>{in}, {}};
    for (auto it = std::sregex_iterator{text.begin(), text.end(), call};
         it != std::sregex_iterator{}; ++it)
      names.insert((*it)[1]);
  }
  for (const auto* member : {"problems", "visit"})
    names.erase(member);
  return names;
}

/// Every name that an answer of ours may give to what went wrong.
std::set<std::string> all_errors() {
  auto names = errors_in_gateway();
  for (auto i = 0; i <= static_cast<int>(office::refusal::value_out_of_range);
       ++i)
    names.emplace(office::name_of(static_cast<office::refusal>(i)));
  for (const auto it : access::all_refusals())
    names.emplace(access::name_of(it));
  for (auto status = 400; status < 600; ++status)
    names.emplace(net::error_of(status));
  names.erase("");
  return names;
}

/// Visits each object of a document.
void each_object(const value& in,
                 const std::function<void(const boost::json::object&)>& look) {
  if (const auto* object = in.if_object()) {
    look(*object);
    for (const auto& [name, part] : *object)
      each_object(part, look);
  } else if (const auto* list = in.if_array()) {
    for (const auto& part : *list)
      each_object(part, look);
  }
}

} // namespace

BOOST_AUTO_TEST_CASE(every_route_is_described_and_every_description_leads) {
  auto described = std::set<std::string>{};
  for (const auto& [path, item] : paths())
    for (const auto& [method, operation] : item.as_object())
      described.insert(upper(method) + ' ' + std::string{path});
  auto routed = std::set<std::string>{};
  for (const auto& route : gateway::routes()) {
    auto found = described_for(route);
    if (route.path == "/api/v1/visit/qr.svg")
      found.insert("GET /api/v1/visit/qr.svg");
    BOOST_TEST(!found.empty(), route.method << ' ' << route.path);
    routed.merge(found);
  }
  BOOST_TEST(routed == described, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_command_is_described_with_exactly_its_members) {
  auto expected = std::map<std::string, std::set<std::string>>{};
  boost::mp11::mp_for_each<office::command>([&](auto it) {
    const auto name = office::name_of(office::command{it});
    // An office is set up below …/setup.
    const auto right = access::right_for(name);
    if (right && right != access::right::configure)
      expected[std::string{name}] = members_of<decltype(it)>();
  });
  auto described = std::map<std::string, std::set<std::string>>{};
  for (const auto& [path, item] : paths())
    if (path.starts_with(commands))
      described[std::string{path.substr(commands.size())}]
          = described_members(item.at("post")
                                  .at("requestBody")
                                  .at("content")
                                  .at("application/json")
                                  .at("schema"));
  BOOST_TEST(expected.size() == described.size());
  for (const auto& [name, members] : expected)
    BOOST_TEST(described[name] == members, name);
}

BOOST_AUTO_TEST_CASE(the_parts_of_commands_and_set_ups_are_as_in_the_program) {
  using namespace office;
  BOOST_TEST(described_members(schema("Setup")) == members_of<office::setup>());
  BOOST_TEST(described_members(schema("QueueSetup"))
             == members_of<queue_setup>());
  BOOST_TEST(described_members(schema("ServiceSetup"))
             == members_of<service_setup>());
  BOOST_TEST(described_members(schema("CounterSetup"))
             == members_of<counter_setup>());
  BOOST_TEST(described_members(schema("RuleSetup"))
             == members_of<rule_setup>());
  BOOST_TEST(described_members(schema("MeetingPoint"))
             == members_of<meeting_point>());
  BOOST_TEST(described_members(schema("VisitRef")) == members_of<visit_ref>());
  BOOST_TEST(described_names(schema("Phase")) == names_in<phase>());
  BOOST_TEST(described_names(schema("Priority")) == names_in<priority>());
  BOOST_TEST(described_names(schema("Channel")) == names_in<channel>());
  BOOST_TEST(described_names(schema("Outcome")) == names_in<outcome>());
}

BOOST_AUTO_TEST_CASE(every_error_has_its_words_in_both_languages) {
  const auto names = all_errors();
  BOOST_TEST(names.contains("header_too_large"));
  BOOST_TEST(names.contains("wrong_csrf"));
  for (const auto& name : names)
    for (const auto* in : {"fr", "en"})
      BOOST_TEST(gateway::text_for(in, name) != name, name << " in " << in);
}

BOOST_AUTO_TEST_CASE(no_error_is_described_that_the_program_does_not_know) {
  const auto known = all_errors();
  each_object(tests::descriptions().document(http), [&](const auto& object) {
    const auto* error = object.if_contains("error");
    if (error == nullptr || !error->is_object()
        || !error->get_object().contains("enum"))
      return;
    for (const auto& name : described_names(*error))
      BOOST_TEST(known.contains(name), name);
  });
}

BOOST_AUTO_TEST_CASE(every_example_fits_its_own_schema) {
  const auto& all = tests::descriptions();
  auto looked_at = 0;
  each_object(all.document(http), [&](const auto& object) {
    const auto* fits_to = object.if_contains("schema");
    auto examples = std::vector<const value*>{};
    if (const auto* one = object.if_contains("example"))
      examples.push_back(one);
    if (const auto* several = object.if_contains("examples"))
      for (const auto& [name, it] : several->as_object())
        if (const auto* ref = it.as_object().if_contains("$ref"))
          examples.push_back(
              &all.follow(ref->as_string(), http).it->at("value"));
    for (const auto* example : examples) {
      if (fits_to == nullptr)
        continue;
      ++looked_at;
      BOOST_TEST(all.problem_in(*example, *fits_to, http) == "");
    }
  });
  BOOST_TEST(looked_at > 60);
  const auto& messages
      = all.document("asyncapi.json").at("components").at("messages");
  for (const auto& [name, message] : messages.as_object())
    if (const auto* examples = message.as_object().if_contains("examples"))
      BOOST_TEST(all.problem_in(examples->at(0).at("payload"),
                                message.at("payload"), "asyncapi.json")
                     == "",
                 name);
}

BOOST_AUTO_TEST_CASE(every_reference_leads_somewhere) {
  for (const auto* document : {http, "asyncapi.json"})
    each_object(
        tests::descriptions().document(document), [&](const auto& object) {
          if (const auto* ref = object.if_contains("$ref"))
            BOOST_TEST(
                tests::descriptions().follow(ref->as_string(), document).it
                != nullptr);
        });
}

BOOST_AUTO_TEST_CASE(the_gateway_reads_every_word_that_is_described) {
  const auto& document = tests::descriptions().document("asyncapi.json");
  for (const auto& word :
       document.at("operations").at("say").at("messages").as_array()) {
    const auto* message
        = tests::descriptions()
              .follow(word.at("$ref").as_string(), "asyncapi.json")
              .it;
    const auto* it
        = tests::descriptions()
              .follow(message->at("$ref").as_string(), "asyncapi.json")
              .it;
    const auto said
        = boost::json::serialize(it->at("examples").at(0).at("payload"));
    BOOST_CHECK_NO_THROW(gateway::live_word_from(said));
  }
}

BOOST_AUTO_TEST_SUITE_END()
