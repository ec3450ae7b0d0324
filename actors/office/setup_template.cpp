#include "actors/office/setup_template.hpp"

#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/template_values.hpp"
#include "actors/office/template_words.hpp"

#include <algorithm>

namespace suivant::office {

BOOST_DESCRIBE_ENUM(parameter_kind, id, prefix, text, number, day, weekdays,
                    hours, site, names)
BOOST_DESCRIBE_STRUCT(template_parameter, (), (id, kind, value, least, most))
BOOST_DESCRIBE_STRUCT(setup_template, (), (id, name, about, parameters, setup))

namespace {

// What every template may use of the office as it is.
json::object known_of(const setup& office) {
  auto holidays = json::value(json::object{{"region", "metropole"}});
  if (takes_bookings(office))
    holidays = json::write(office.booking.sites.front().holidays);
  return {{"zone", office.zone}, {"holidays", std::move(holidays)}};
}

// Words may be asked for by language; one that is missing is another one.
void add_words(json::object& variables, const std::string& id,
               const json::value& value) {
  const auto* said = value.if_object();
  if (said == nullptr || said->empty())
    return;
  for (const auto* language : {"fr", "en"}) {
    const auto* known = said->if_contains(language);
    variables[id + '.' + language]
        = known == nullptr ? said->begin()->value() : *known;
  }
}

void refuse_unknown(const setup_template& it, const json::object& given,
                    std::vector<setup_problem>& problems) {
  for (const auto& [name, value] : given)
    if (std::ranges::none_of(it.parameters, [&, &name = name](const auto& one) {
          return one.id == std::string_view{name};
        }))
      problems.push_back({"parameters." + std::string{name}, "is_unknown"});
}

json::object completed(const setup_template& it, const setup& office,
                       calendar_day today, const json::object& given) {
  auto all = json::object{};
  for (const auto& each : it.parameters) {
    const auto* said = given.if_contains(each.id);
    all[each.id] = said != nullptr ? *said : fitting_value(each, office, today);
  }
  return all;
}

} // namespace

setup_template template_from_json(const json::value& from) {
  auto it = setup_template{};
  json::read(from, it, json::unknown::refuse);
  return it;
}

json::object form_for(const setup_template& it, const setup& office,
                      calendar_day today) {
  auto parameters = boost::json::array{};
  for (const auto& each : it.parameters) {
    auto told = each;
    told.value = fitting_value(each, office, today);
    parameters.push_back(json::write(told));
  }
  return {{"id", it.id},
          {"name", json::write(it.name)},
          {"about", json::write(it.about)},
          {"parameters", std::move(parameters)}};
}

merging filled_in(const setup_template& it, const setup& office,
                  calendar_day today, const json::object& given,
                  clash otherwise) {
  auto problems = std::vector<setup_problem>{};
  auto variables = known_of(office);
  refuse_unknown(it, given, problems);
  const auto asked = completed(it, office, today, given);
  for (const auto& each : it.parameters) {
    auto read = read_value(each, asked.at(each.id), office, asked);
    if (!read.problem.empty())
      problems.push_back({"parameters." + each.id, read.problem});
    add_words(variables, each.id, read.value);
    variables[each.id] = std::move(read.value);
  }
  if (!problems.empty())
    return {office, std::move(problems)};
  const auto part = setup_from_json(with_words(it.setup, variables));
  return merged(office, part, otherwise);
}

} // namespace suivant::office
