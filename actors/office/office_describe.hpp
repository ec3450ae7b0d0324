// The members of everything an office stores or is sent, by their stored
// names. Renaming a member here would make old logs unreadable.

#pragma once

#include "actors/booking/booking_describe.hpp"
#include "actors/office/state.hpp"
#include "actors/outbox/outbox_describe.hpp"

namespace suivant {

BOOST_DESCRIBE_STRUCT(clock_change, (), (from, ahead))
BOOST_DESCRIBE_STRUCT(zone, (), (name, changes))

} // namespace suivant

namespace suivant::office {

// -- the set-up ---------------------------------------------------------------

BOOST_DESCRIBE_ENUM(priority, standard, appointment, priority)
BOOST_DESCRIBE_ENUM(ordering, due_time, strict_classes)
BOOST_DESCRIBE_ENUM(choice, oldest, preference, longest_line)
BOOST_DESCRIBE_STRUCT(order_rule, (),
                      (by, version, appointment_bonus_minutes,
                       priority_bonus_minutes))
BOOST_DESCRIBE_STRUCT(queue_setup, (),
                      (id, name, prefix, first_number, last_number, digits,
                       most_waiting, continuous, order))
BOOST_DESCRIBE_STRUCT(field_setup, (),
                      (id, label, hint, kind, required, least, most, options))
BOOST_DESCRIBE_STRUCT(answer_problem, (), (field, what))
BOOST_DESCRIBE_ENUM(pictogram, none, papers, family, works, question, home,
                    money, health, waste, school, sport, vehicle, vote)
BOOST_DESCRIBE_STRUCT(service_setup, (),
                      (id, name, bring, instructions, queue, minutes, sensitive,
                       walk_in, picture, form))
BOOST_DESCRIBE_STRUCT(counter_setup, (),
                      (id, name, label, serves, choose, site))
BOOST_DESCRIBE_STRUCT(rule_setup, (),
                      (recall_limit, recall_pause_seconds, undo_seconds,
                       offline_grace_minutes, places_behind_head, most_passed))
BOOST_DESCRIBE_STRUCT(meeting_point, (),
                      (id, site, name, longitude, latitude, address, zip_code,
                       city_name, website, city_logo))
BOOST_DESCRIBE_STRUCT(ants_setup, (), (points, services))
BOOST_DESCRIBE_STRUCT(setup, (),
                      (name, zone, cut_over_minutes, queues, services, counters,
                       rules, booking, ants, messages))

// -- commands -----------------------------------------------------------------

BOOST_DESCRIBE_ENUM(channel, phone, reception, kiosk, sms, web, call, partner)
BOOST_DESCRIBE_ENUM(outcome, served, not_possible, documents_missing,
                    redirected)
BOOST_DESCRIBE_ENUM(parked, refuse, keep, give_to_pool, requeue)
BOOST_DESCRIBE_ENUM(role, visitor, agent, supervisor, device, system, partner)
BOOST_DESCRIBE_ENUM(entrance, desk, door, link, kiosk)
BOOST_DESCRIBE_STRUCT(configure, (), (setup))
BOOST_DESCRIBE_STRUCT(draft_setup, (), (setup, instead_of, token_hash))
BOOST_DESCRIBE_STRUCT(publish_draft, (), (draft, at))
BOOST_DESCRIBE_STRUCT(drop_draft, (), (draft))
BOOST_DESCRIBE_STRUCT(restore_setup, (), ())
BOOST_DESCRIBE_STRUCT(begin_day, (), ())
BOOST_DESCRIBE_STRUCT(open_queue, (), (queue))
BOOST_DESCRIBE_STRUCT(close_queue, (), (queue))
BOOST_DESCRIBE_STRUCT(sign_in, (), (counter, agent))
BOOST_DESCRIBE_STRUCT(sign_out, (), (counter, parked, reason))
BOOST_DESCRIBE_STRUCT(begin_break, (), (counter, reason))
BOOST_DESCRIBE_STRUCT(end_break, (), (counter))
BOOST_DESCRIBE_STRUCT(report_desk, (), (counter, online))
BOOST_DESCRIBE_STRUCT(take_ticket, (),
                      (service, persons, priority, channel, language,
                       token_hash, person))
BOOST_DESCRIBE_STRUCT(describe_person, (), (visit, person))
BOOST_DESCRIBE_STRUCT(set_priority, (), (visit, priority))
BOOST_DESCRIBE_STRUCT(call_next, (), (counter, over_gauge, reason))
BOOST_DESCRIBE_STRUCT(call_visit, (), (visit, counter, over_gauge, reason))
BOOST_DESCRIBE_STRUCT(recall, (), (visit))
BOOST_DESCRIBE_STRUCT(start, (), (visit))
BOOST_DESCRIBE_STRUCT(finish, (), (visit, outcome))
BOOST_DESCRIBE_STRUCT(mark_absent, (), (visit))
BOOST_DESCRIBE_STRUCT(park, (), (visit, reason))
BOOST_DESCRIBE_STRUCT(resume, (), (visit, counter, over_gauge, reason))
BOOST_DESCRIBE_STRUCT(requeue, (), (visit))
BOOST_DESCRIBE_STRUCT(transfer, (), (visit, service, counter, reason))
BOOST_DESCRIBE_STRUCT(change_service, (), (visit, service))
BOOST_DESCRIBE_STRUCT(leave, (), (visit))
BOOST_DESCRIBE_STRUCT(let_pass, (), (visit, places))
BOOST_DESCRIBE_STRUCT(cancel, (), (visit, reason))
BOOST_DESCRIBE_STRUCT(undo, (), (visit))
BOOST_DESCRIBE_STRUCT(hold_slot, (),
                      (service, site, start, persons, place, may_wait, channel,
                       language, token_hash, follows))
BOOST_DESCRIBE_STRUCT(confirm_booking, (), (visit, person_key, person))
BOOST_DESCRIBE_STRUCT(book, (),
                      (service, site, start, persons, place, may_wait, overbook,
                       over_gauge, reason, channel, language, token_hash,
                       person_key, person))
BOOST_DESCRIBE_STRUCT(move_booking, (),
                      (visit, start, site, resource, overbook, over_gauge,
                       reason))
BOOST_DESCRIBE_STRUCT(arrive, (), (visit, by))
BOOST_DESCRIBE_ENUM(turn, by_start, by_booking, by_lot)
BOOST_DESCRIBE_STRUCT(booking_filter, (),
                      (sites, first, last, from, to, services, resources))
BOOST_DESCRIBE_STRUCT(list_terms, (), (by, seed, hold_hours, offers_each))
BOOST_DESCRIBE_STRUCT(cancel_many, (),
                      (campaign, of, reason, vouchers, close, terms, seen,
                       unreachable))
BOOST_DESCRIBE_STRUCT(end_list, (), (campaign))
BOOST_DESCRIBE_STRUCT(accept_offer, (), (visit, start))
BOOST_DESCRIBE_STRUCT(decline_offer, (), (visit, start))
BOOST_DESCRIBE_STRUCT(wait_for_earlier, (), (visit, from, until))
BOOST_DESCRIBE_STRUCT(give_up_waiting, (), (visit))
BOOST_DESCRIBE_STRUCT(count_inside, (), (site, by))
BOOST_DESCRIBE_STRUCT(set_inside, (), (site, persons))
BOOST_DESCRIBE_STRUCT(set_gauge, (), (site, most))
BOOST_DESCRIBE_ENUM(call_result, reached, not_reached, given_up)
BOOST_DESCRIBE_STRUCT(ask_summary, (), (visit, by))
BOOST_DESCRIBE_STRUCT(ask_call_back, (), (about, service, person))
BOOST_DESCRIBE_STRUCT(note_call, (), (call, result))
BOOST_DESCRIBE_STRUCT(add_absence, (), (resource, span))
BOOST_DESCRIBE_STRUCT(remove_absence, (), (resource, span))
BOOST_DESCRIBE_STRUCT(open_feed, (), (resource, names, token_hash, counter))
BOOST_DESCRIBE_STRUCT(close_feed, (), (resource, counter))

// -- events -------------------------------------------------------------------

BOOST_DESCRIBE_STRUCT(place, (), (lane, due, visit, tie))
BOOST_DESCRIBE_STRUCT(why, (),
                      (rule, choice, by_hand, heads, overtaken,
                       overtaken_count))
BOOST_DESCRIBE_STRUCT(office_configured, (), (setup, clocks))
BOOST_DESCRIBE_STRUCT(setup_drafted, (), (draft, setup, clocks, token_hash))
BOOST_DESCRIBE_STRUCT(publishing_planned, (), (draft, at))
BOOST_DESCRIBE_STRUCT(publishing_missed, (), (draft, why))
BOOST_DESCRIBE_STRUCT(draft_published, (), (draft))
BOOST_DESCRIBE_STRUCT(draft_dropped, (), (draft))
BOOST_DESCRIBE_STRUCT(setup_restored, (), ())
BOOST_DESCRIBE_STRUCT(day_began, (), (day))
BOOST_DESCRIBE_STRUCT(queue_opened, (), (queue))
BOOST_DESCRIBE_STRUCT(queue_closed, (), (queue))
BOOST_DESCRIBE_STRUCT(agent_signed_in, (), (counter, agent))
BOOST_DESCRIBE_STRUCT(agent_signed_out, (), (counter, agent, reason))
BOOST_DESCRIBE_STRUCT(break_began, (), (counter, reason))
BOOST_DESCRIBE_STRUCT(break_ended, (), (counter))
BOOST_DESCRIBE_STRUCT(desk_lost, (), (counter))
BOOST_DESCRIBE_STRUCT(desk_returned, (), (counter))
BOOST_DESCRIBE_STRUCT(ticket_taken, (),
                      (visit, number, value, day, service, queue, persons,
                       priority, channel, language, at, token_hash, person))
BOOST_DESCRIBE_STRUCT(person_described, (), (visit, person))
BOOST_DESCRIBE_STRUCT(priority_changed, (), (visit, priority, at))
BOOST_DESCRIBE_STRUCT(visit_called, (),
                      (visit, counter, agent, why, over_gauge, reason))
BOOST_DESCRIBE_STRUCT(visit_recalled, (), (visit))
BOOST_DESCRIBE_STRUCT(service_started, (), (visit))
BOOST_DESCRIBE_STRUCT(visit_finished, (), (visit, outcome))
BOOST_DESCRIBE_STRUCT(visit_missed, (), (visit))
BOOST_DESCRIBE_STRUCT(visit_parked, (), (visit, agent, reason))
BOOST_DESCRIBE_STRUCT(visit_resumed, (),
                      (visit, counter, agent, over_gauge, reason))
BOOST_DESCRIBE_STRUCT(visit_requeued, (), (visit, at))
BOOST_DESCRIBE_STRUCT(visit_transferred, (),
                      (visit, service, queue, counter, at, reason))
BOOST_DESCRIBE_STRUCT(service_changed, (), (visit, service, queue, at))
BOOST_DESCRIBE_STRUCT(visit_left, (), (visit))
BOOST_DESCRIBE_STRUCT(others_let_pass, (), (visit, places, at))
BOOST_DESCRIBE_STRUCT(visit_cancelled, (), (visit, reason, campaign, reachable))
BOOST_DESCRIBE_STRUCT(visit_abandoned, (), (visit))
BOOST_DESCRIBE_STRUCT(step_undone, (), (visit, step))
BOOST_DESCRIBE_STRUCT(slot_held, (),
                      (visit, claim, until, day, shown, channel, language,
                       token_hash, follows))
BOOST_DESCRIBE_STRUCT(hold_expired, (), (visit))
BOOST_DESCRIBE_STRUCT(visit_booked, (),
                      (visit, claim, person, renewed, reason, applications))
BOOST_DESCRIBE_STRUCT(booking_moved, (), (visit, claim, day, shown, reason))
BOOST_DESCRIBE_STRUCT(visit_arrived, (),
                      (visit, number, value, day, service, queue, priority, at,
                       by))
BOOST_DESCRIBE_STRUCT(visit_no_show, (), (visit, marked))
BOOST_DESCRIBE_STRUCT(campaign_began, (),
                      (campaign, reason, of, terms, vouchers, closed, by,
                       skipped))
BOOST_DESCRIBE_STRUCT(visit_postponed, (), (visit, campaign, reachable))
BOOST_DESCRIBE_STRUCT(place_offered, (), (visit, claim, until, day, shown))
BOOST_DESCRIBE_STRUCT(offer_accepted, (), (visit))
BOOST_DESCRIBE_STRUCT(offer_declined, (), (visit))
BOOST_DESCRIBE_STRUCT(offer_lapsed, (), (visit))
BOOST_DESCRIBE_STRUCT(places_ran_out, (), (campaign))
BOOST_DESCRIBE_STRUCT(list_left, (), (visit, reason))
BOOST_DESCRIBE_STRUCT(list_ended, (), (campaign, reason))
BOOST_DESCRIBE_STRUCT(earlier_wanted, (), (visit, from, until))
BOOST_DESCRIBE_STRUCT(earlier_given_up, (), (visit, reason))
BOOST_DESCRIBE_STRUCT(place_returned, (), (site, service, start))
BOOST_DESCRIBE_STRUCT(people_counted, (), (site, by, until))
BOOST_DESCRIBE_STRUCT(people_recounted, (), (site, persons, until))
BOOST_DESCRIBE_STRUCT(presence_expired, (), (site, persons))
BOOST_DESCRIBE_STRUCT(gauge_changed, (), (site, most))
BOOST_DESCRIBE_STRUCT(summary_asked, (), (visit, by))
BOOST_DESCRIBE_STRUCT(call_back_asked, (),
                      (call, about, service, person, reason))
BOOST_DESCRIBE_STRUCT(called_back, (), (call, result))
BOOST_DESCRIBE_STRUCT(absence_added, (), (resource, span))
BOOST_DESCRIBE_STRUCT(absence_removed, (), (resource, span))
BOOST_DESCRIBE_STRUCT(feed_opened, (), (resource, names, token_hash, counter))
BOOST_DESCRIBE_STRUCT(feed_closed, (), (resource, counter))

// -- state --------------------------------------------------------------------

BOOST_DESCRIBE_ENUM(phase, waiting, called, serving, parked, missed, held,
                    booked, postponed, served, left, cancelled, abandoned,
                    expired, no_show)
BOOST_DESCRIBE_STRUCT(standing, (),
                      (phase, service, queue, wanted, inside, counter, agent,
                       at, since, last_call, calls, reason, outcome))
BOOST_DESCRIBE_STRUCT(undoable, (), (before, step, at))
BOOST_DESCRIBE_STRUCT(appointment, (),
                      (claim, held_until, shown, given_up, follows, made,
                       applications))
BOOST_DESCRIBE_STRUCT(stay, (), (until, persons))
BOOST_DESCRIBE_STRUCT(site_state, (), (others, most, beyond))
BOOST_DESCRIBE_STRUCT(offer, (), (claim, until, day, shown))
BOOST_DESCRIBE_STRUCT(wish, (), (campaign, asked, from, until, offers, refused))
BOOST_DESCRIBE_STRUCT(visit, (),
                      (id, version, number, value, day, joined, persons,
                       priority, channel, language, token_hash, person, summary,
                       now, last, appointment, wish, offer, notice))
BOOST_DESCRIBE_STRUCT(queue_state, (), (open, numbered, last_value, line))
BOOST_DESCRIBE_STRUCT(counter_state, (),
                      (agent, on_break, break_reason, online, since, visit))
BOOST_DESCRIBE_STRUCT(list_entry, (),
                      (visit, start, booked, shown, service, site, reachable,
                       now, since, reason, offers, lapsed, again))
BOOST_DESCRIBE_STRUCT(campaign, (),
                      (reason, of, terms, vouchers, closed, by, began, is_open,
                       ended, looking, skipped, people))
BOOST_DESCRIBE_STRUCT(freed_start, (), (site, service, start))
BOOST_DESCRIBE_STRUCT(call_back, (),
                      (number, about, service, person, asked, tries, last_try,
                       reason))
BOOST_DESCRIBE_STRUCT(feed, (), (token_hash, names))
BOOST_DESCRIBE_STRUCT(answered, (), (last, visit, version, day))
BOOST_DESCRIBE_STRUCT(setup_draft, (),
                      (number, setup, clocks, from, token_hash, publish_at,
                       missed))
BOOST_DESCRIBE_STRUCT(replaced_setup, (), (setup, clocks, by))
BOOST_DESCRIBE_STRUCT(state, (),
                      (setup, clocks, last_fact, last_at, day, last_visit,
                       visits, queues, counters, sites, answers, campaigns,
                       freed, draft, before, call_backs, last_call_back,
                       absences, feeds, counter_feeds, messages, stopped,
                       surveyed))

} // namespace suivant::office
