// Finds the operation for a request, and the schema for its answer.

#include "tests/support/described.hpp"

#include "net/gateway/texts.hpp"

#include <boost/test/unit_test.hpp>

#include <mutex>

namespace suivant::tests {
namespace {

using boost::json::object;
using boost::json::value;

constexpr auto http = "openapi.json";
constexpr auto live = "asyncapi.json";

std::mutex mutex;
std::vector<std::string> problems;

void note(std::string problem) {
  const auto lock = std::lock_guard{mutex};
  problems.push_back(std::move(problem));
}

value parsed(const char* name) {
  const auto text = gateway::document(name);
  return boost::json::parse({text.data(), text.size()});
}

std::string_view next_part(std::string_view& path) {
  path.remove_prefix(std::min<std::size_t>(1, path.size()));
  const auto end = std::min(path.find('/'), path.size());
  const auto part = path.substr(0, end);
  path.remove_prefix(end);
  return part;
}

bool fits(std::string_view pattern, std::string_view path) {
  while (!pattern.empty() && !path.empty()) {
    const auto wanted = next_part(pattern);
    if (next_part(path) != wanted && !wanted.starts_with('{'))
      return false;
  }
  return pattern.empty() && path.empty();
}

// Follows a reference, if it is one.
const value& there(const value& it) {
  const auto* ref = it.as_object().if_contains("$ref");
  return ref == nullptr ? it
                        : *descriptions().follow(ref->as_string(), http).it;
}

const object* operation_for(const exchanged& it) {
  const auto path = described_path(it.path);
  if (path.empty())
    return nullptr;
  auto method = it.method == "HEAD" ? std::string{"GET"} : it.method;
  for (auto& letter : method)
    letter = static_cast<char>(std::tolower(letter));
  const auto& item = descriptions().document(http).at("paths").at(path);
  const auto* found = item.as_object().if_contains(method);
  return found == nullptr ? nullptr : &found->as_object();
}

std::string problem_in_content(const value& holder, const exchanged& it,
                               const std::string& text) {
  const auto type = it.type.substr(0, it.type.find(';'));
  const auto* content = holder.as_object().if_contains("content");
  if (content == nullptr)
    return text.empty() ? std::string{} : "no content is described";
  const auto* kind = content->as_object().if_contains(type);
  if (kind == nullptr)
    return "no content of type \"" + type + "\" is described";
  const auto is_json = type == "application/json";
  const auto body = is_json ? boost::json::parse(text) : value(text);
  return descriptions().problem_in(body, kind->at("schema"), http);
}

std::string problem_in_answer(const object& operation, const exchanged& it) {
  const auto& responses = operation.at("responses").as_object();
  const auto* found = responses.if_contains(std::to_string(it.status));
  if (found == nullptr)
    found = responses.if_contains("default");
  if (found == nullptr)
    return "the status is not described";
  return problem_in_content(there(*found), it, it.heard);
}

// What nobody described in particular: no such path, no such method.
std::string problem_in_stray(const exchanged& it) {
  if (it.status != 404 && it.status != 405 && it.status < 429)
    return "is not described at all";
  const auto schema = value{{"$ref", "#/components/schemas/Error"}};
  return descriptions().problem_in(boost::json::parse(it.heard), schema, http);
}

std::string problem_in_request(const object& operation, const exchanged& it) {
  const auto* body = operation.if_contains("requestBody");
  if (body == nullptr || !it.sent)
    return body != nullptr && !it.sent ? "a body is described" : "";
  auto sent = it;
  sent.type = "application/json";
  return problem_in_content(*body, sent, *it.sent);
}

void look_among(const value& text, std::string_view operation) {
  const auto& messages = descriptions()
                             .document(live)
                             .at("operations")
                             .at(operation)
                             .at("messages")
                             .as_array();
  auto why = std::string{};
  for (const auto& one : messages) {
    const auto ref = std::string{one.at("$ref").as_string()};
    const auto name = ref.substr(ref.rfind('/') + 1);
    const auto& payload = descriptions()
                              .document(live)
                              .at("components")
                              .at("messages")
                              .at(name)
                              .at("payload");
    auto problem = descriptions().problem_in(text, payload, live);
    if (problem.empty())
      return;
    why += "\n  " + name + ": " + problem;
  }
  note(boost::json::serialize(text) + why);
}

} // namespace

const schemas& descriptions() {
  static const auto both
      = schemas{{{http, parsed(http)}, {live, parsed(live)}}};
  return both;
}

std::string described_path(std::string_view path) {
  const auto& paths = descriptions().document(http).at("paths").as_object();
  if (paths.contains(path))
    return std::string{path};
  for (const auto& [pattern, item] : paths)
    if (fits(pattern, path))
      return pattern;
  return {};
}

void look_at(const exchanged& it) {
  const auto* operation = operation_for(it);
  auto problem = std::string{};
  if (operation == nullptr)
    problem = problem_in_stray(it);
  else if (it.method != "HEAD")
    problem = problem_in_answer(*operation, it);
  if (problem.empty() && operation != nullptr && it.status < 400)
    problem = problem_in_request(*operation, it);
  if (!problem.empty())
    note(it.method + ' ' + it.path + " -> " + std::to_string(it.status) + ": "
         + problem);
}

void look_at_frame(const value& frame) {
  look_among(frame, "hear");
}

void look_at_word(const value& said) {
  look_among(said, "say");
}

std::vector<std::string> take_problems() {
  const auto lock = std::lock_guard{mutex};
  return std::exchange(problems, {});
}

as_described::~as_described() {
  for (const auto& problem : take_problems())
    BOOST_CHECK_MESSAGE(false, problem);
}

} // namespace suivant::tests
