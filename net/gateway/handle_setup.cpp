// How an office is set up: as a whole, from a template, and what would come of
// it before it is done.

#include "net/gateway/handle_setup.hpp"

#include "actors/common/calendar.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/office/setup_questions.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

#include <algorithm>

namespace suivant::gateway {

BOOST_DESCRIBE_STRUCT(template_use, (), (name, parameters, replace))

namespace {

using access::right;
using boost::json::array;

array in_words(const std::vector<office::setup_problem>& problems) {
  auto out = array{};
  for (const auto& it : problems)
    out.push_back(json::object{{"where", it.where}, {"what", it.what}});
  return out;
}

calendar_day today_in(const exchange& it, const office::setup& office) {
  const auto zone = is_zone(office.zone) ? office.zone : "UTC";
  return wall_time_of(zone_called(zone), it.with.clock()).day;
}

const office::setup_template* template_named(const exchange& it,
                                             std::string_view name) {
  const auto& all = *it.with.templates;
  const auto found = std::ranges::find(all, name, &office::setup_template::id);
  return found == all.end() ? nullptr : &*found;
}

office::merging made_from(const exchange& it, const office::setup& now,
                          const template_use& use) {
  const auto* wanted = template_named(it, use.name);
  if (wanted == nullptr)
    return {now, {{"template", "is_unknown"}}};
  const auto* given = use.parameters.if_object();
  if (given == nullptr)
    return {now, {{"parameters", "is_malformed"}}};
  return office::filled_in(*wanted, now, today_in(it, now), *given,
                           use.replace ? office::clash::replace
                                       : office::clash::refuse);
}

} // namespace

std::string version_of(const office::setup& it) {
  const auto text = boost::json::serialize(office::to_json(it));
  return '"' + crypto::hash_of_token(text) + '"';
}

std::optional<office::setup> setup_in_force(const exchange& it,
                                            const office_id& office) {
  const auto known = office::newest_state(*it.with.log, office);
  if (!known)
    it.refuse(known.why().kind);
  else if (known->last_fact == 0)
    it.refuse(no_answer::unknown_office);
  else
    return known->setup;
  return {};
}

std::optional<office::setup> setup_to_manage(const exchange& it) {
  const auto office = office_id{it.parts[0]};
  if (!allowed(it, office, right::configure))
    return {};
  return setup_in_force(it, office);
}

bool is_as_seen(const exchange& it, const office::setup& now) {
  const auto seen = it.request.header("if-match");
  if (seen.empty() || seen == version_of(now))
    return true;
  it.refuse(409, name_of(office::refusal::setup_has_changed));
  return false;
}

office::merging wanted_by(const exchange& it, json::object body,
                          const office::setup& now) {
  if (const auto* whole = body.if_contains("setup"))
    return {office::setup_from_json(*whole), {}};
  // In words of its own, for "template" is one of C++.
  if (auto* name = body.if_contains("template")) {
    auto said = std::move(*name);
    body.erase("template");
    body["name"] = std::move(said);
  } else
    throw json::unreadable{"\"setup\" or \"template\" is needed"};
  auto use = template_use{};
  json::read(body, use, json::unknown::refuse);
  return made_from(it, now, use);
}

void refuse_setup(const exchange& it,
                  const std::vector<office::setup_problem>& problems) {
  it.refuse(422, "setup_is_invalid", {{"problems", in_words(problems)}});
}

void handle::setup(talk it) {
  const auto known = setup_to_manage(*it);
  if (!known)
    return;
  auto answer = net::json_response(
      200, boost::json::serialize(office::to_json(*known)));
  answer.headers.emplace_back("ETag", version_of(*known));
  it->answer(std::move(answer));
}

void handle::set_up(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::configure))
    return;
  auto tried = office::trial_of(office::setup_from_json(it->body()));
  if (!office::is_id(office.text))
    tried.problems.push_back({"id", "is_malformed"});
  if (!tried.problems.empty())
    return refuse_setup(*it, tried.problems);
  if (!it->request.header("if-match").empty()) {
    const auto known = setup_in_force(*it, office);
    if (!known || !is_as_seen(*it, *known))
      return;
  }
  auto asked = ask_office{{office::configure{std::move(tried.wanted)},
                           asker_in(*it, office), it->key()},
                          {}};
  it->with.offices->set_up(office, std::move(asked),
                           {[it](const office_reply& said) {
                              count(*it, "configure", said);
                              reply(*it, said);
                            },
                            or_refuse(it)});
}

void handle::setup_templates(talk it) {
  const auto known = setup_to_manage(*it);
  if (!known)
    return;
  auto all = array{};
  for (const auto& each : *it->with.templates)
    all.push_back(office::form_for(each, *known, today_in(*it, *known)));
  it->answer(200, std::move(all));
}

void handle::setup_trial(talk it) {
  const auto office = office_id{it->parts[0]};
  const auto known = setup_to_manage(*it);
  if (!known)
    return;
  auto wanted = wanted_by(*it, it->body(), *known);
  if (!wanted.problems.empty())
    return it->answer(200, json::object{{"problems", in_words(wanted.problems)},
                                        {"changes", array{}},
                                        {"in_use", false},
                                        {"conflicts", array{}},
                                        {"offer", array{}}});
  it->with.offices->setup_view(office, {std::move(wanted.setup)},
                               {[it](const std::string& outcome) {
                                  it->answer(net::json_response(200, outcome));
                                },
                                or_refuse(it)});
}

} // namespace suivant::gateway
