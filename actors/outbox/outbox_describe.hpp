// The members of messages and their set-up, by their stored names. Renaming a
// member here would make old logs unreadable.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/outbox/message_events.hpp"
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
                       not_after, tries, places, why))
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

BOOST_DESCRIBE_STRUCT(visit_ref, (), (id, version))
BOOST_DESCRIBE_STRUCT(sealed_person, (), (key, box, phone, telephone, email))
BOOST_DESCRIBE_ENUM(handing, taken, refused, later, unknown)
BOOST_DESCRIBE_STRUCT(begin_sending, (), (visit, number))
BOOST_DESCRIBE_STRUCT(note_handing, (),
                      (visit, number, tries, is, why, pause_seconds))
BOOST_DESCRIBE_STRUCT(note_receipt, (), (visit, number, arrived, why))
BOOST_DESCRIBE_STRUCT(resend_message, (), (visit, number))
BOOST_DESCRIBE_STRUCT(send_ticket, (), (visit))
BOOST_DESCRIBE_STRUCT(ask_notice, (), (visit, places))
BOOST_DESCRIBE_STRUCT(note_seen, (), (visit))
BOOST_DESCRIBE_STRUCT(send_code, (), (visit, person))
BOOST_DESCRIBE_STRUCT(stop_messages, (), (phone))
BOOST_DESCRIBE_STRUCT(allow_messages, (), (phone))
BOOST_DESCRIBE_STRUCT(answer_survey, (),
                      (nonce, service, ended, waited, served, gauge, answers))
BOOST_DESCRIBE_STRUCT(survey_answered, (),
                      (nonce, service, ended, waited, served, gauge, answers))
BOOST_DESCRIBE_STRUCT(message_due, (), (to, message))
BOOST_DESCRIBE_STRUCT(message_sending, (), (to, number))
BOOST_DESCRIBE_STRUCT(message_handed, (), (to, number))
BOOST_DESCRIBE_STRUCT(message_put_off, (), (to, number, due, why))
BOOST_DESCRIBE_STRUCT(message_delivered, (), (to, number))
BOOST_DESCRIBE_STRUCT(message_failed, (), (to, number, why))
BOOST_DESCRIBE_STRUCT(message_dropped, (), (to, number, why))
BOOST_DESCRIBE_STRUCT(notice_asked, (), (visit, places))
BOOST_DESCRIBE_STRUCT(code_asked, (), (visit, person))
BOOST_DESCRIBE_STRUCT(messages_stopped, (), (phone))
BOOST_DESCRIBE_STRUCT(messages_allowed, (), (phone))

} // namespace suivant::office
