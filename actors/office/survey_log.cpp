#include "actors/office/survey_log.hpp"

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/outbox/survey.hpp"

namespace suivant::office {
namespace {

// As it is stored; what does not name it need not be read.
constexpr auto name_of_it = std::string_view{"survey_answered"};

storage::result<instant> date_of(const storage::log& log,
                                 const office_id& office, fact_number number) {
  auto at = instant{};
  const auto done = read_facts(log, office, number, [&](const fact& it) {
    at = it.at;
    return false;
  });
  if (!done)
    return done.why();
  return at;
}

// The first fact that is not before `at`; one past the last if there is none.
storage::result<fact_number> first_from(const storage::log& log,
                                        const office_id& office, instant at) {
  const auto end = log.end_of(stream_of(office));
  if (!end)
    return end.why();
  auto from = fact_number{1};
  auto past = end->number + 1;
  while (from < past) {
    const auto middle = from + (past - from) / 2;
    const auto date = date_of(log, office, middle);
    if (!date)
      return date.why();
    if (*date < at)
      from = middle + 1;
    else
      past = middle;
  }
  return from;
}

} // namespace

storage::result<std::vector<survey_answered>>
survey_answers(const storage::log& log, const office_id& office, instant from,
               instant until) {
  const auto first = first_from(log, office, from);
  if (!first)
    return first.why();
  auto out = std::vector<survey_answered>{};
  auto unreadable = std::optional<storage::failure>{};
  auto reader = fact_reader{};
  const auto take = [&](storage::record_number, std::string_view record,
                        const storage::record_hash&) {
    if (record.find(name_of_it) == record.npos)
      return true;
    try {
      auto it = reader.read(record);
      auto* answered = std::get_if<survey_answered>(&it.what);
      if (answered != nullptr && from <= answered->ended
          && answered->ended < until)
        out.push_back(std::move(*answered));
      return it.at <= until + survey_is_open_for;
    } catch (const json::unreadable& why) {
      unreadable = {storage::trouble::unreadable, why.what()};
      return false;
    }
  };
  const auto done = log.read(stream_of(office), *first, take);
  if (unreadable)
    return *unreadable;
  if (!done)
    return done.why();
  return out;
}

} // namespace suivant::office
