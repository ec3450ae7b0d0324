// Sentences about what happens beside the visits: drafts of set-ups, people
// inside, absences and calls, places that are offered.

#pragma once

#include "actors/office/office_describe.hpp"

#include <fmt/format.h>

namespace suivant::cli {

template <class Enum>
std::string_view word(Enum of) {
  return boost::describe::enum_to_string(of, "?");
}

inline std::string because(const std::string& reason) {
  return reason.empty() ? std::string{} : fmt::format(" ({})", reason);
}

/// Whose a calendar is.
template <class Event>
const std::string& owner(const Event& it) {
  return it.counter.empty() ? it.resource.text : it.counter.text;
}

/// One sentence per kind of event; the numbers people read come from `before`,
/// which must outlive it.
class sentences_beside {
public:
  explicit sentences_beside(const office::state& before) : before_{before} {}

  std::string number(const visit_id& id) const {
    const auto* it = before_.visits.find(id);
    return it == nullptr || it->number.empty()
               ? fmt::format("visit {}", id.number)
               : it->number;
  }

  // -- drafts of set-ups ------------------------------------------------------

  std::string operator()(const office::setup_drafted& it) const {
    return fmt::format("set-up {} is drafted", it.draft);
  }
  std::string operator()(const office::publishing_planned& it) const {
    return fmt::format("set-up {} is to be published later", it.draft);
  }
  std::string operator()(const office::publishing_missed& it) const {
    return fmt::format("set-up {} could not be published: {}", it.draft,
                       it.why);
  }
  std::string operator()(const office::draft_published& it) const {
    return fmt::format("set-up {} is published", it.draft);
  }
  std::string operator()(const office::draft_dropped& it) const {
    return fmt::format("set-up {} is dropped", it.draft);
  }
  std::string operator()(const office::setup_restored&) const {
    return "the set-up before is put in force again";
  }

  // -- people inside ----------------------------------------------------------

  std::string operator()(const office::people_counted& it) const {
    return fmt::format("{} {} {} without a visit", std::abs(it.by),
                       it.by > 0 ? "come into" : "leave", it.site.text);
  }
  std::string operator()(const office::people_recounted& it) const {
    return fmt::format("{} are counted in {} without a visit", it.persons,
                       it.site.text);
  }
  std::string operator()(const office::presence_expired& it) const {
    return fmt::format("{} are thought to have left {}", it.persons,
                       it.site.text);
  }
  std::string operator()(const office::gauge_changed& it) const {
    if (it.most < 0)
      return fmt::format("the gauge of {} is that of the set-up", it.site.text);
    return fmt::format("at most {} may be in {} today", it.most, it.site.text);
  }
  // -- beside the visits ------------------------------------------------------

  std::string operator()(const office::summary_asked& it) const {
    return fmt::format("a summary of {} is wanted by {}", number(it.visit),
                       word(it.by));
  }
  std::string operator()(const office::call_back_asked& it) const {
    return fmt::format("call {} is to be made", it.call);
  }
  std::string operator()(const office::called_back& it) const {
    return fmt::format("call {} is made: {}", it.call, word(it.result));
  }
  std::string operator()(const office::absence_added& it) const {
    return it.resource.text + " is to be absent " + spanned(it.span);
  }
  std::string operator()(const office::absence_removed& it) const {
    return it.resource.text + " is not to be absent " + spanned(it.span);
  }
  std::string operator()(const office::feed_opened& it) const {
    return fmt::format("the calendar of {} is open to its link{}", owner(it),
                       it.names ? ", with names" : "");
  }
  std::string operator()(const office::feed_closed& it) const {
    return "the calendar of " + owner(it) + " is closed";
  }

  // -- places that are offered ------------------------------------------------

  std::string operator()(const office::campaign_began& it) const {
    return fmt::format("{} calls appointments off as {}{}", it.by,
                       it.campaign.text, because(it.reason));
  }
  std::string operator()(const office::visit_postponed& it) const {
    return fmt::format("{} is called off by {}", number(it.visit),
                       it.campaign.text);
  }
  std::string operator()(const office::place_offered& it) const {
    return fmt::format("{} is offered {}", number(it.visit), it.shown);
  }
  std::string operator()(const office::offer_accepted& it) const {
    return number(it.visit) + " takes what it is offered";
  }
  std::string operator()(const office::offer_declined& it) const {
    return number(it.visit) + " declines what it is offered";
  }
  std::string operator()(const office::offer_lapsed& it) const {
    return number(it.visit) + " did not answer its offer";
  }
  std::string operator()(const office::places_ran_out& it) const {
    return "nothing more is free for list " + it.campaign.text;
  }
  std::string operator()(const office::list_left& it) const {
    return fmt::format("{} is off its list{}", number(it.visit),
                       because(it.reason));
  }
  std::string operator()(const office::list_ended& it) const {
    return fmt::format("list {} ends{}", it.campaign.text, because(it.reason));
  }
  std::string operator()(const office::earlier_wanted& it) const {
    return number(it.visit) + " waits for an earlier start";
  }
  std::string operator()(const office::earlier_given_up& it) const {
    return fmt::format("{} waits for an earlier start no more{}",
                       number(it.visit), because(it.reason));
  }
  std::string operator()(const office::place_returned& it) const {
    return fmt::format("a start for {} is everybody's again", it.service.text);
  }

private:
  static std::string spanned(const booking::wall_span& it) {
    const auto said = [](const suivant::wall_time& at) {
      return fmt::format("{} {:02}:{:02}", json::text_of(at.day),
                         at.minute / 60, at.minute % 60);
    };
    return fmt::format("from {} to {}", said(it.from), said(it.to));
  }

  const office::state& before_;
};

} // namespace suivant::cli
