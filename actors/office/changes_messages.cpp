// What events about messages change.

#include "actors/office/steps.hpp"
#include "actors/outbox/survey.hpp"

namespace suivant::office {
namespace {

message& come_to(state& office, visit_id to, std::uint32_t number, delivery now,
                 instant at) {
  auto& it = office.messages.at(to).at(number - 1);
  it.now = now;
  it.since = at;
  return it;
}

} // namespace

// A second one of the same goes in place of one that went no way.
void apply(state& office, message_due happened, instant at) {
  auto& all = office.messages[happened.to];
  for (auto& it : all)
    if (it.about == happened.message.about
        && it.which == happened.message.which)
      it.falls_back = false;
  auto& it = all.emplace_back(std::move(happened.message));
  it.since = at;
  if (it.by != way::none)
    return;
  it.now = delivery::failed;
  it.why = "no_way";
}

void apply(state& office, const message_sending& happened, instant at) {
  auto& it
      = come_to(office, happened.to, happened.number, delivery::sending, at);
  ++it.tries;
  it.why.clear();
}

void apply(state& office, const message_handed& happened, instant at) {
  come_to(office, happened.to, happened.number, delivery::handed, at);
}

void apply(state& office, const message_put_off& happened, instant at) {
  auto& it
      = come_to(office, happened.to, happened.number, delivery::waiting, at);
  it.due = happened.due;
  it.why = happened.why;
}

void apply(state& office, const message_delivered& happened, instant at) {
  come_to(office, happened.to, happened.number, delivery::delivered, at)
      .why.clear();
}

void apply(state& office, const message_failed& happened, instant at) {
  come_to(office, happened.to, happened.number, delivery::failed, at).why
      = happened.why;
}

void apply(state& office, const message_dropped& happened, instant at) {
  come_to(office, happened.to, happened.number, delivery::dropped, at).why
      = happened.why;
}

void apply(state& office, const notice_asked& happened, instant) {
  touched(office, happened.visit).notice = happened.places;
}

void apply(state& office, code_asked happened, instant) {
  touched(office, happened.visit).person = std::move(happened.person);
}

void apply(state& office, const messages_stopped& happened, instant at) {
  office.stopped.insert_or_assign(happened.phone, at);
}

void apply(state& office, const messages_allowed& happened, instant) {
  office.stopped.erase(happened.phone);
}

// What is too old to be answered need not be known.
void apply(state& office, const survey_answered& happened, instant at) {
  std::erase_if(office.surveyed, [&](const auto& it) {
    return it.second + survey_is_open_for < at;
  });
  office.surveyed.insert_or_assign(happened.nonce, happened.ended);
}

} // namespace suivant::office
