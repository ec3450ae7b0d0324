#include "cli/fact_words.hpp"

#include "actors/office/office_json.hpp"
#include "cli/sentences_of_messages.hpp"

namespace suivant::cli {
namespace {

/// The same for all the others.
class sentences : public sentences_of_messages {
public:
  explicit sentences(const office::state& before)
      : sentences_of_messages{before}, before_{before} {}
  using sentences_of_messages::operator();

  // -- the office -------------------------------------------------------------

  std::string operator()(const office::office_configured& it) const {
    const auto& to = it.setup;
    return fmt::format(
        "the office is set up: {} queues, {} services, {} "
        "counters",
        to.queues.size(), to.services.size(), to.counters.size());
  }
  std::string operator()(const office::day_began& it) const {
    return fmt::format("the day {} begins", json::text_of(it.day));
  }
  std::string operator()(const office::queue_opened& it) const {
    return fmt::format("queue {} opens", it.queue.text);
  }
  std::string operator()(const office::queue_closed& it) const {
    return fmt::format("queue {} closes", it.queue.text);
  }

  // -- counters ---------------------------------------------------------------

  std::string operator()(const office::agent_signed_in& it) const {
    return fmt::format("{} takes {}", it.agent.text, place(it.counter));
  }
  std::string operator()(const office::agent_signed_out& it) const {
    return fmt::format("{} leaves {}{}", it.agent.text, place(it.counter),
                       because(it.reason));
  }
  std::string operator()(const office::break_began& it) const {
    return fmt::format("{} goes on a break{}", place(it.counter),
                       because(it.reason));
  }
  std::string operator()(const office::break_ended& it) const {
    return fmt::format("{} is back from its break", place(it.counter));
  }
  std::string operator()(const office::desk_lost& it) const {
    return fmt::format("{} lost its connection", place(it.counter));
  }
  std::string operator()(const office::desk_returned& it) const {
    return fmt::format("{} is connected again", place(it.counter));
  }

  // -- visits -----------------------------------------------------------------

  std::string operator()(const office::ticket_taken& it) const {
    auto text = fmt::format("{} joins for {}, by {}", it.number,
                            it.service.text, word(it.channel));
    if (it.persons > 1)
      text += fmt::format(", {} persons", it.persons);
    if (it.priority != office::priority::standard)
      text += fmt::format(", class {}", word(it.priority));
    return text;
  }
  std::string operator()(const office::person_described& it) const {
    return number(it.visit) + " is described";
  }
  std::string operator()(const office::priority_changed& it) const {
    return fmt::format("{} is now of class {}", number(it.visit),
                       word(it.priority));
  }
  std::string operator()(const office::visit_called& it) const {
    return fmt::format("{} is called to {}{}{}", number(it.visit),
                       place(it.counter), it.why.by_hand ? ", by hand" : "",
                       beyond(it));
  }
  std::string operator()(const office::visit_recalled& it) const {
    return number(it.visit) + " is called again";
  }
  std::string operator()(const office::service_started& it) const {
    return number(it.visit) + " is being served";
  }
  std::string operator()(const office::visit_finished& it) const {
    return fmt::format("{} is finished: {}", number(it.visit),
                       word(it.outcome));
  }
  std::string operator()(const office::visit_missed& it) const {
    return number(it.visit) + " does not come";
  }
  std::string operator()(const office::visit_parked& it) const {
    return number(it.visit) + " is parked" + because(it.reason);
  }
  std::string operator()(const office::visit_resumed& it) const {
    return fmt::format("{} is served again at {}{}", number(it.visit),
                       place(it.counter), beyond(it));
  }
  std::string operator()(const office::visit_requeued& it) const {
    return number(it.visit) + " is back in the line";
  }
  std::string operator()(const office::visit_transferred& it) const {
    const auto to = it.counter.empty() ? "" : ", only to " + place(it.counter);
    return fmt::format("{} is sent on to {}{}{}", number(it.visit),
                       it.service.text, to, because(it.reason));
  }
  std::string operator()(const office::service_changed& it) const {
    return fmt::format("{} now comes for {}", number(it.visit),
                       it.service.text);
  }
  std::string operator()(const office::visit_left& it) const {
    return number(it.visit) + " leaves";
  }
  std::string operator()(const office::others_let_pass& it) const {
    return fmt::format("{} lets {} pass", number(it.visit), it.places);
  }
  std::string operator()(const office::visit_cancelled& it) const {
    return number(it.visit) + " is cancelled" + because(it.reason);
  }
  std::string operator()(const office::visit_abandoned& it) const {
    return number(it.visit) + " was still open when the day ended";
  }
  std::string operator()(const office::step_undone& it) const {
    return fmt::format("{}: {} is undone", number(it.visit), it.step);
  }

  // -- appointments -----------------------------------------------------------

  std::string operator()(const office::slot_held& it) const {
    return fmt::format("visit {} holds {} for {}", it.visit.number, it.shown,
                       it.claim.service.text);
  }
  std::string operator()(const office::hold_expired& it) const {
    return number(it.visit) + " is held no more";
  }
  std::string operator()(const office::visit_booked& it) const {
    return fmt::format("{} is booked{}{}", number(it.visit),
                       it.renewed ? ", after its hold had ended" : "",
                       because(it.reason));
  }
  std::string operator()(const office::booking_moved& it) const {
    return fmt::format("{} is moved to {}{}", number(it.visit), it.shown,
                       because(it.reason));
  }
  std::string operator()(const office::visit_arrived& it) const {
    return fmt::format("{} arrives as {}, by {}", number(it.visit), it.number,
                       word(it.by));
  }
  std::string operator()(const office::visit_no_show& it) const {
    return number(it.visit)
           + (it.marked ? " is marked absent" : " did not come on its day");
  }

private:
  template <class Call>
  static std::string beyond(const Call& it) {
    return it.over_gauge ? ", beyond the gauge" + because(it.reason) : "";
  }

  std::string place(const counter_id& id) const {
    const auto* counter = office::find(before_.setup, id);
    return "counter " + (counter == nullptr ? id.text : counter->label);
  }

  const office::state& before_;
};

std::string listed(const std::vector<office::place>& places,
                   const sentences& say, const wall_time& clock) {
  auto text = std::string{};
  for (const auto& at : places)
    text += fmt::format("{}{} due {}", text.empty() ? "" : ", ",
                        say.number(at.visit), clock.hour(at.due));
  return text.empty() ? "none" : text;
}

std::string_view words_of(office::choice by) {
  switch (by) {
  case office::choice::oldest:
    return "the oldest of its lines";
  case office::choice::preference:
    return "the first service on its list that has somebody";
  case office::choice::longest_line:
    return "the longest of its lines";
  }
  return "?";
}

} // namespace

std::string in_words(const office::state& before,
                     const office::event& happened) {
  return std::visit(sentences{before}, happened);
}

std::vector<std::string> reasons(const office::state& before,
                                 const office::visit_called& happened,
                                 const wall_time& clock) {
  const auto say = sentences{before};
  const auto& why = happened.why;
  auto lines = std::vector<std::string>{};
  lines.push_back(fmt::format(
      "rule: {}, version {}; bonus of {} min with an appointment, {} min with "
      "priority",
      word(why.rule.by), why.rule.version, why.rule.appointment_bonus_minutes,
      why.rule.priority_bonus_minutes));
  lines.push_back(why.by_hand
                      ? "chosen: by the agent's hand"
                      : fmt::format("chosen: {}", words_of(why.choice)));
  lines.push_back("heads compared: " + listed(why.heads, say, clock));
  lines.push_back(fmt::format("overtaken: {}", why.overtaken_count)
                  + (why.overtaken.empty()
                         ? ""
                         : ": " + listed(why.overtaken, say, clock)));
  return lines;
}

bool is_type_of_fact(std::string_view name) {
  auto found = false;
  boost::mp11::mp_for_each<office::event>([&](const auto& blank) {
    found = found || office::name_of(office::event{blank}) == name;
  });
  return found;
}

} // namespace suivant::cli
