// Which request goes where: one table, the same that the interface
// description is checked against.

#pragma once

#include "net/gateway/exchange.hpp"

#include <span>

namespace suivant::gateway {

struct route {
  std::string_view method;
  std::string_view path; // "/api/v1/offices/{office}/tickets"
  void (*handle)(talk);
};

/// Every request that is not for a static page.
std::span<const route> routes();

/// Never throws; every request is answered.
net::http_handler make_handler(std::shared_ptr<const services> with);

/// What the listener says no to, in the words of everything else.
net::refusal_words words_for_refusals();

// -- the handlers, by what they are about -------------------------------------

namespace handle {
void offices(talk it);
void office(talk it);
void ticket(talk it);
void setup(talk it);
void set_up(talk it);
void setup_templates(talk it);
void setup_trial(talk it);
void draft(talk it);
void keep_draft(talk it);
void drop_draft(talk it);
void publish_draft(talk it);
void restore_setup(talk it);
void command(talk it);
void person(talk it);
void search(talk it);
void state_hash(talk it);

void booking(talk it);
void booking_days(talk it);
void booking_slots(talk it);
void preview(talk it);
void preview_days(talk it);
void preview_slots(talk it);
void booking_near(talk it);
void hold(talk it);
void confirm(talk it);
void move(talk it);
void cancel(talk it);
void arrive(talk it);
void door_code(talk it);
void scanned(talk it);
void calendar_file(talk it);

void agenda(talk it);
void agenda_file(talk it);
void touched(talk it);
void calls(talk it);
void feed(talk it);

void keys(talk it);
void make_key(talk it);
void revoke_key(talk it);
void hooks(talk it);
void make_hook(talk it);
void remove_hook(talk it);
void tend_hook(talk it);

void ants_meeting_points(talk it);
void ants_time_slots(talk it);
void ants_applications(talk it);

void preview_campaign(talk it);
void begin_campaign(talk it);
void campaigns(talk it);
void campaign(talk it);
void campaign_table(talk it);
void find_voucher(talk it);
void voucher(talk it);
void accept_offer(talk it);
void decline_offer(talk it);
void wait_for_earlier(talk it);
void give_up_waiting(talk it);

void video(talk it);
void video_of(talk it);
void visit(talk it);
void visit_command(talk it);
void visit_qr(talk it);
void ticket_qr(talk it);
void poster(talk it);

void ask_notice(talk it);
void seen(talk it);
void send_code(talk it);
void texts(talk it);
void wants_texts(talk it);
void messages(talk it);
void office_texts(talk it);
void preview_texts(talk it);
void receipt(talk it);
void bounce(talk it);
void inbound(talk it);

void survey(talk it);
void answer_survey(talk it);
void survey_results(talk it);
void survey_table(talk it);

void sign_in(talk it);
void who_am_i(talk it);
void sign_out(talk it);
void accounts(talk it);
void create_account(talk it);
void begin_pairing(talk it);
void claim_pairing(talk it);
void confirm_pairing(talk it);

void healthy(talk it);
void ready(talk it);
void metrics(talk it);
void openapi(talk it);
void asyncapi(talk it);
void clock(talk it);
void set_clock(talk it);
} // namespace handle

} // namespace suivant::gateway
