// Appointments that are, or would be, called off, for the pages of supervisors.
// Pure. Names nobody: whoever may know them adds them by `visits`.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/office/office.hpp"

#include <optional>

namespace suivant::office {

/// Who would be called off; which campaigns there are; what became of each
/// person of one; who holds a voucher.
enum class campaign_view { preview, list, report, voucher };

struct campaign_question {
  campaign_view kind = campaign_view::list;
  booking_filter of;      // Of a preview.
  campaign_id campaign;   // Of a report.
  visit_id visit;         // Of a voucher.
  std::size_t first = 0;  // Of the people told,
  std::size_t most = 100; // and how many of them.
};

struct campaign_answer {
  std::optional<refusal> refused;
  /// `people` are those asked for; the counts are of all.
  json::object said;
  /// All of a preview, those asked for of a report, or the one who holds the
  /// voucher. Null for who is forgotten.
  std::vector<shared_visit> visits;
};

campaign_answer answer_of(const state& now, const campaign_question& asked,
                          instant at);

} // namespace suivant::office
