// Writes a golden log: the facts of a busy day in which everything happens
// that can. The same program always writes the same bytes.

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/outbox/messages.hpp"
#include "tests/support/hall_with_bookings.hpp"
#include "tests/support/random_office.hpp"

#include <fstream>
#include <iostream>
#include <set>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto seed = 20'261'123u;
constexpr auto fewest_facts = 400u;
constexpr auto a_day = 24 * 60;

const auto roux = booking::resource_id{"roux"};
const auto reachable
    = sealed_person{"key", "box", "hash", telephone::mobile, true};

setup hall_with_an_agent() {
  auto as = hall_with_kept_places();
  as.messages.on = true;
  as.messages.phone = "01 23 45 67 89";
  as.messages.reminders = {{.minutes = 30}};
  as.messages.survey.questions
      = {{.id = "wait", .label = {{"fr", "L'attente ?"}}}};
  as.booking.resources
      = {{.id = roux, .site = mairie_site, .name = {{"fr", "Mme Roux"}}}};
  return as;
}

class busy_day {
public:
  explicit busy_day(std::ostream& to) : to_{to} {}

  void live() {
    const auto as = hall_with_an_agent();
    ask({configure{as, clocks_known()}, machine, "set-up"},
        {minute(0), monday});
    make_appointments();
    call_off_and_offer();
    keep_beside();
    tell_people();
    draft_and_publish(as);
    auto world = random_office{seed, {as}, clocks_known()};
    auto last = moment{minute(0), monday};
    while (kinds_.size() < std::variant_size_v<event>
           || now_.last_fact < fewest_facts) {
      last = world.next_moment();
      ask(world.ask(now_), last);
    }
    const auto tomorrow = now_.day + std::chrono::days{1};
    ask({begin_day{}, machine, {}}, {instant{tomorrow} + 3h, tomorrow});
  }

  std::string hash() const {
    return state_hash(now_);
  }

private:
  // One of each kind; chance alone would take long.
  void make_appointments() {
    const auto hold = [&](int at, int start) {
      ask({hold_slot{.service = residence, .start = minute(start)}, phone, {}},
          {minute(at), monday});
    };
    const auto confirm = [&](int at, std::uint64_t visit) {
      ask({confirm_booking{visit_no(visit), "somebody", reachable}, phone, {}},
          {minute(at), monday});
    };
    hold(0, 60);
    confirm(1, 1);
    ask({move_booking{.visit = visit_no(1), .start = minute(75)}, phone, {}},
        {minute(2), monday});
    hold(3, 90);
    confirm(18, 2);
    ask({arrive{visit_no(1), entrance::link}, phone, {}}, {minute(20), monday});
  }

  // Two who had an appointment the day after: one place comes back.
  void call_off_and_offer() {
    const auto at = [](int minutes) { return moment{minute(minutes), monday}; };
    const auto tomorrow = monday + std::chrono::days{1};
    for (const auto start : {a_day, a_day + 15})
      ask({book{.service = weddings, .start = minute(start)}, chief, {}},
          at(21));
    auto off = cancel_many{.campaign = {"list-1"}, .reason = "flood"};
    off.of = {.first = tomorrow, .last = tomorrow};
    off.terms.offers_each = 1;
    ask({off, chief, "list-1"}, at(22));
    ask({begin_day{}, machine, {}}, at(23));
    for (const auto& [id, it] : state{now_}.visits)
      if (it->offer) {
        const auto start = it->offer->claim.time.from;
        const auto accepts = answers_++ % 2 == 0;
        ask({accepts ? command{accept_offer{{id, 0}, start}}
                     : command{decline_offer{{id, 0}, start}},
             phone,
             {}},
            at(24));
      }
    ask({end_list{{"list-1"}}, chief, {}}, at(25));
  }

  // Calls to make, absences, and a calendar for other programs.
  void keep_beside() {
    const auto at = moment{minute(26), monday};
    const auto span = booking::wall_span{{monday, 600}, {monday, 720}};
    const auto booked = std::ranges::find_if(now_.visits, [](const auto& each) {
      return each.it->now.phase == phase::booked;
    });
    ask({ask_summary{{booked->id, 0}, way::letter}, chief, {}}, at);
    ask({ask_call_back{.person = {"key", "box"}}, chief, {}}, at);
    ask({note_call{1, call_result::reached}, chief, {}}, at);
    ask({add_absence{roux, span}, chief, {}}, at);
    ask({remove_absence{roux, span}, chief, {}}, at);
    ask({open_feed{roux, false, "hash"}, chief, {}}, at);
    ask({close_feed{roux}, chief, {}}, at);
  }

  // One that is put off and arrives, one that fails, one that is not wanted.
  void tell_people() {
    const auto at = moment{minute(26), monday};
    const auto one = visit_no(1);
    const auto go = [&](std::uint32_t number) {
      ask({begin_sending{one, number}, machine, {}}, at);
    };
    const auto came_to = [&](std::uint32_t number, handing is) {
      ask({note_handing{one, number, 0, is, "503"}, machine, {}}, at);
    };
    go(1);
    came_to(1, handing::later);
    go(2);
    came_to(2, handing::taken);
    ask({note_receipt{one, 2}, machine, {}}, at);
    go(4);
    came_to(4, handing::refused);
    ask({stop_messages{"hash"}, phone, {}}, at);
    go(3);
    ask({allow_messages{"hash"}, phone, {}}, at);
    ask({ask_notice{one, 3}, phone, {}}, at);
    ask({hold_slot{.service = residence, .start = minute(120)}, phone, {}}, at);
    ask({send_code{{now_.last_visit}, reachable}, phone, {}}, at);
    ask({answer_survey{.nonce = "nonce",
                       .service = residence,
                       .ended = minute(0),
                       .answers = {{"wait", "4"}}},
         phone,
         {}},
        at);
  }

  void draft(setup as, int minutes) {
    as.rules.recall_limit = 5;
    const auto before = now_.draft ? now_.draft->number : 0;
    ask({draft_setup{std::move(as), before, "hash", clocks_known()}, chief, {}},
        {minute(minutes), monday});
  }

  // Published and taken back; planned, and missed, for it has changed since.
  void draft_and_publish(const setup& as) {
    const auto at = [](int minutes) { return moment{minute(minutes), monday}; };
    draft(as, 27);
    ask({publish_draft{now_.draft->number}, chief, {}}, at(27));
    ask({restore_setup{}, chief, {}}, at(27));
    draft(as, 28);
    ask({publish_draft{now_.draft->number, minute(30)}, chief, {}}, at(28));
    auto other = as;
    other.rules.recall_limit = 4;
    ask({configure{other, clocks_known()}, chief, {}}, at(29));
    ask({begin_day{}, machine, {}}, at(30));
    ask({drop_draft{now_.draft->number}, chief, {}}, at(31));
  }

  void ask(const request& asked, const moment& when) {
    const auto decided = decide(now_, asked, when);
    const auto* events = std::get_if<office::events>(&decided);
    if (events == nullptr)
      return;
    const auto at = std::max(when.at, now_.last_at);
    for (const auto& it : *events)
      happen({now_.last_fact + 1, at, signature_of(asked.by), asked.key, it});
  }

  void happen(const fact& it) {
    to_ << to_json(it) << '\n';
    evolve(now_, it);
    kinds_.insert(it.what.index());
    for (auto& more : messages_after(now_, it.what, it.at))
      happen({now_.last_fact + 1, it.at, it.by, {}, std::move(more)});
  }

  std::ostream& to_;
  state now_;
  std::set<std::size_t> kinds_;
  int answers_ = 0;
};

} // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "golden_writer PATH: writes PATH.jsonl and PATH.hash\n";
    return 2;
  }
  const auto path = std::string{words[1]};
  auto log = std::ofstream{path + ".jsonl"};
  auto day = busy_day{log};
  day.live();
  std::ofstream{path + ".hash"} << day.hash() << '\n';
  return 0;
}
