// The members of messages and their set-up, by their stored names. Renaming a
// member here would make old logs unreadable.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/outbox/message_setup.hpp"

namespace suivant::office {

BOOST_DESCRIBE_ENUM(field_kind, text, long_text, number, date, choice, tick)
BOOST_DESCRIBE_STRUCT(option_setup, (), (id, name))
BOOST_DESCRIBE_ENUM(way, none, sms, email, letter)
BOOST_DESCRIBE_ENUM(occasion, code, booked, moved, cancelled, reminder, ticket,
                    nth, turn, missed, called_off, priority_offer,
                    earlier_offer, survey)
BOOST_DESCRIBE_ENUM(delivery, waiting, sending, handed, delivered, failed,
                    dropped)
BOOST_DESCRIBE_ENUM(telephone, none, mobile, landline, unusable)
BOOST_DESCRIBE_STRUCT(message, (),
                      (number, about, which, by, falls_back, now, since, due,
                       not_after, tries, why))
BOOST_DESCRIBE_STRUCT(reminder_setup, (), (days, at, minutes))
BOOST_DESCRIBE_ENUM(route, off, sms_first, email_first, both)
BOOST_DESCRIBE_STRUCT(text_setup, (),
                      (about, service, language, sms, subject, mail))
BOOST_DESCRIBE_ENUM(question_kind, scale, choice, text)
BOOST_DESCRIBE_STRUCT(question_setup, (),
                      (id, label, kind, required, options, services))
BOOST_DESCRIBE_STRUCT(survey_setup, (), (questions, after_minutes))
BOOST_DESCRIBE_STRUCT(join_word, (), (word, service))
BOOST_DESCRIBE_STRUCT(message_setup, (),
                      (on, phone, address, sender, routes, reminders,
                       fall_back_minutes, quiet_from, quiet_to, texts, join,
                       survey))

} // namespace suivant::office
