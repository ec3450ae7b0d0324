// What the views of the agenda have in common. Not for who asks for one.

#pragma once

#include "actors/office/agenda_view.hpp"

namespace suivant::office {

bool has(const booking::claim& it, const booking::resource_id& wanted);
bool is_due_at(const state& now, const visit& it, const counter_id& wanted);

/// False of who gave their place back, or never came to take it.
bool takes_time(const visit& it);

/// Of a visit with an appointment; others are always on duty.
agenda_entry entry_of(const state& now, const shared_visit& it);

void sort_by_time(std::vector<agenda_entry>& all);

/// All there are, in their order, and whether their calendars are open.
boost::json::array counters_in(const state& now);

/// For who writes names and clock times.
void add_setup(const state& now, agenda_answer& out);

agenda_answer feed_of(const state& now, const std::string& token_hash);

} // namespace suivant::office
