// What people are asked after a visit, and what they answer. They come with
// the slip that they were sent; nobody asks who they are.

#include "actors/office/office_describe.hpp"
#include "actors/outbox/survey.hpp"
#include "net/gateway/office_setup.hpp"
#include "net/gateway/post/survey_slip.hpp"
#include "net/gateway/router.hpp"

namespace suivant::gateway {
namespace {

using shared_setup = std::shared_ptr<const office::setup>;

struct survey_wish {
  office::form_answers answers;
};
BOOST_DESCRIBE_STRUCT(survey_wish, (), (answers))

// From "Authorization: Survey <slip>"; if there is none, has answered.
std::optional<survey_slip> slip_of(const exchange& it) {
  constexpr auto scheme = std::string_view{"Survey "};
  const auto header = it.request.header("authorization");
  auto slip
      = header.starts_with(scheme)
            ? survey_slip_from(it.with.secret, header.substr(scheme.size()))
            : std::nullopt;
  if (!slip)
    it.refuse(404, "survey_unknown");
  return slip;
}

json::object question_shown(const office::question_setup& it) {
  auto out = json::object{{"id", it.id},
                          {"label", json::write(it.label)},
                          {"kind", json::write(it.kind)},
                          {"required", it.required}};
  if (it.kind == office::question_kind::choice)
    out["options"] = json::write(it.options);
  return out;
}

json::object survey_shown(const survey_slip& slip, const office::setup& by) {
  auto questions = boost::json::array{};
  for (const auto& each :
       office::questions_for(by.messages.survey, slip.service))
    questions.push_back(question_shown(each));
  const auto* service = office::find(by, slip.service);
  return {{"office", json::object{{"id", slip.office.text},
                                  {"name", json::write(by.name)}}},
          {"service",
           service == nullptr ? json::value{} : json::write(service->name)},
          {"questions", std::move(questions)},
          {"until", json::write(slip.ended + office::survey_is_open_for)}};
}

bool is_over(const exchange& it, const survey_slip& slip,
             const office::setup& by) {
  return it.with.clock() > slip.ended + office::survey_is_open_for
         || office::questions_for(by.messages.survey, slip.service).empty();
}

} // namespace

void handle::survey(talk it) {
  const auto slip = slip_of(*it);
  if (!slip)
    return;
  with_setup(it, slip->office, [it, slip](const shared_setup& setup) {
    if (is_over(*it, *slip, *setup))
      return it->refuse(409, office::name_of(office::refusal::survey_is_over));
    it->answer(200, survey_shown(*slip, *setup));
  });
}

// The key is the slip's, so that it is answered once, whoever sends it.
void handle::answer_survey(talk it) {
  const auto slip = slip_of(*it);
  if (!slip)
    return;
  auto wish = survey_wish{};
  json::read(it->body(), wish, json::unknown::refuse);
  auto answers = office::answer_survey{.nonce = slip->nonce,
                                       .service = slip->service,
                                       .ended = slip->ended,
                                       .waited = slip->waited,
                                       .served = slip->served,
                                       .gauge = slip->gauge,
                                       .answers = std::move(wish.answers)};
  it->with.offices->ask(slip->office,
                        {{std::move(answers),
                          {office::role::visitor, {}},
                          "survey:" + slip->nonce},
                         {}},
                        {[it](const office_reply& said) {
                           count(*it, "answer_survey", said);
                           if (said.refused)
                             return it->refuse(status_of(*said.refused),
                                               office::name_of(*said.refused));
                           it->answer(
                               200, json::object{{"repeated", said.repeated}});
                         },
                         or_refuse(it)});
}

} // namespace suivant::gateway
