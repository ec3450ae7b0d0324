// The messages of an office: which there are, and who is telling which. Pure.

#pragma once

#include "actors/office/office.hpp"

#include <span>

namespace suivant::office {

std::span<const message> messages_of(const state& now, visit_id to);
/// Null when there is none.
const message* find_message(const state& now, visit_id to,
                            std::uint32_t number);
/// Which message an event is about; number 0: about none.
struct message_ref {
  visit_id to;
  std::uint32_t number = 0;
};
message_ref message_in(const event& happened);
/// By whichever way.
bool has_message(const state& now, visit_id to, occasion about,
                 const std::string& which);
/// One has not been handed over yet: its visit must not be forgotten.
bool is_owed_anything(const state& now, visit_id to);

/// Which of several messages it is.
std::string which_at(instant at);
std::string which_reminder(instant start, const reminder_setup& by);
std::string which_notice(const visit& it);

/// How many stand before it in its line.
int places_before(const state& now, const visit& it);

/// A message that somebody is to have.
struct telling {
  occasion about = occasion::booked;
  std::string which = {};
  instant due;
  instant not_after;
  int places = 0;
};

/// By the ways that the set-up says and that lead to this person; nothing if
/// it has been said already. Who cannot be told what they must know is to be
/// called.
events owe(const state& now, const visit& to, telling what);

/// By this way only, whatever the set-up says.
events owe_by(const state& now, const visit& to, telling what, way by);

/// The other way, for one that failed.
events owe_otherwise(const state& now, const visit& to, const message& failed,
                     instant at);

/// What is still worth saying: the visit is as the message says.
bool is_still_so(const visit& it, const message& what);

/// What an event means for messages; called once it has happened.
events messages_after(const state& now, const event& happened, instant at);

/// What is due by the clock alone.
events messages_due(const state& now, instant at);

/// Keeps what follows from the visits and messages that `happened` is about.
void keep_messages(state& office, const event& happened);
void keep_all_messages(state& office);
/// Forgets the messages of visits that are forgotten.
void forget_messages(state& office);

} // namespace suivant::office
