// What came of an office's survey, for those who lead it. Read from the log in
// a room of its own, so that no office waits for it.

#include "actors/common/calendar.hpp"
#include "actors/office/survey_log.hpp"
#include "net/gateway/by_key.hpp"
#include "net/gateway/office_setup.hpp"
#include "net/gateway/parameters.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/survey_words.hpp"

namespace suivant::gateway {
namespace {

using std::chrono::days;
using shared_setup = std::shared_ptr<const office::setup>;

constexpr auto most_days = days{1100}; // Three years and a bit.

/// Days on the clocks of the office, both included.
struct span_asked {
  calendar_day first;
  calendar_day last;
};

span_asked span_in(const exchange& it) {
  const auto span = span_asked{day_in(it, "from"), day_in(it, "to")};
  if (span.last < span.first || span.last - span.first > most_days)
    throw json::unreadable{"to: is before \"from\", or too far from it"};
  return span;
}

using results_told
    = std::function<void(const office::survey_results&, const office::setup&)>;

void read(const talk& it, const office_id& office, const span_asked& span,
          const office::setup& setup, const results_told& then) {
  const auto clocks = zone_called(setup.zone);
  const auto answers = office::survey_answers(
      *it->with.log, office, instant_of(clocks, {span.first, 0}),
      instant_of(clocks, {span.last + days{1}, 0}));
  if (!answers)
    return it->refuse(answers.why().kind);
  then(office::results_of(setup, *answers), setup);
}

void with_results(const talk& it, results_told then) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::supervise))
    return;
  const auto span = span_in(*it);
  with_setup(it, office, [=](const shared_setup& setup) {
    const auto is_taken = it->with.reading->leave(
        [=] { read(it, office, span, *setup, then); });
    if (!is_taken)
      refuse_for_now(*it, "too_many", std::chrono::seconds{10});
  });
}

} // namespace

void handle::survey_results(talk it) {
  with_results(it, [it](const office::survey_results& found,
                        const office::setup& setup) {
    it->answer(200, shown_of(found, setup));
  });
}

void handle::survey_table(talk it) {
  with_results(it, [it](const office::survey_results& found,
                        const office::setup& setup) {
    it->answer(
        {200,
         "text/csv; charset=utf-8",
         std::make_shared<const std::string>(
             survey_csv(found, setup, it->language)),
         {{"Cache-Control", "no-store"},
          {"Content-Disposition", "attachment; filename=\"survey.csv\""}}});
  });
}

} // namespace suivant::gateway
