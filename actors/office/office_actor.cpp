#include "actors/office/office_actor.hpp"

#include "actors/messages.hpp"
#include "actors/office/clocks.hpp"
#include "actors/office/held_answers.hpp"
#include "actors/office/held_news.hpp"
#include "actors/office/near_starts.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/office/offices_actor.hpp"
#include "actors/office/publisher.hpp"
#include "actors/office/setup_questions.hpp"
#include "actors/office/slot_watch.hpp"
#include "actors/office/staging.hpp"

#include <caf/actor_system.hpp>
#include <caf/sec.hpp>

namespace suivant {
namespace {

class office_keeper {
public:
  using address = office_actor;
  static inline const char* name = "office";

  explicit office_keeper(office_actor::pointer self) : self_{self} {}

  ~office_keeper() {
    started_->remove(id_, self_->address());
    if (publisher_)
      publisher_->stop();
    if (slots_)
      slots_->end(*context_->frames);
  }

  office_actor::behavior_type
  start(office_id id, std::shared_ptr<const office_context> context,
        std::shared_ptr<started_offices> started) {
    id_ = std::move(id);
    context_ = std::move(context);
    started_ = std::move(started);
    load();
    return {
        [this](office_question& asked) { decide(asked); },
        [this](const find_visitor& asked) {
          return publisher_->find(asked.token_hash);
        },
        [this](const tick&) {
          end_yesterday();
          return held(ticked{});
        },
        [this](const hash_asked&) {
          return held(
              hash_told{staged_.last_fact, office::state_hash(staged_)});
        },
        [this](const offer_asked& it) {
          return held(office::offer_of(staged_, it, now()));
        },
        [this](const setup_asked& it) {
          return held(
              setup_told{office::told_of_setup(staged_, it.wanted, now())});
        },
        [this](const agenda_asked& it) {
          return held(office::agenda_of(staged_, it, now()));
        },
        [this](const campaign_asked& it) {
          return held(office::answer_of(staged_, it, now()));
        },
        [this](const hall_asked&) { return hall_found{publisher_->hall()}; },
        [this](const watch_slots& it) {
          show(slots_->add(it.screen, it.asked, staged_, now()));
        },
        [this](const unwatch_slots& it) { slots_->remove(it.screen); },
        [this](const speak_of_slots&) {
          gathering_ = false;
          show(slots_->changes(staged_, now()));
        },
        [this](const appended& it) { hear(it); },
        [this](const look_at_journal& it) { expect_written(it.sent); },
        [this](const wake_up&) { wake(); },
    };
  }

private:
  // -- starting ---------------------------------------------------------------

  void load() {
    publisher_.emplace(self_, id_, context_);
    slots_.emplace(id_);
    auto found = office::newest_state(*context_->log, id_);
    if (!found)
      return self_->quit(
          caf::make_error(caf::sec::cannot_open_file, found.why().detail));
    staged_ = std::move(*found);
    snapshot_at_ = durable_ = staged_.last_fact;
    calendar_.emplace(office::calendar_of(staged_.setup));
    publisher_->start(staged_);
    watch(self_, context_->journal);
    when_one_is_down(self_, [this](const caf::actor_addr& who,
                                   const caf::error&) { replace(who); });
    // Not at once: with a full disk each successor would fall as it starts.
    tell_later(self_, self_, context_->limits.waking, wake_up{});
  }

  // So seldom that it may read the log, which has what may be shown by now.
  void replace(const caf::actor_addr& fallen) {
    if (context_->journal.address() == fallen)
      return give_up({storage::trouble::disk, "the journal has ended"});
    if (!publisher_->knows(fallen))
      return;
    auto shown = office::newest_state(*context_->log, id_, durable_);
    if (!shown)
      return give_up(shown.why());
    publisher_->replace(fallen, *shown);
  }

  // -- deciding: on the staged state, without waiting for the disk ------------

  void decide(office_question& asked) {
    auto reply = decide_now(asked.what);
    reply.rules = staged_.setup.rules;
    // What became free is offered before anybody is shown it.
    if (office::has_due(staged_, {staged_.last_at, staged_.day}))
      end_yesterday();
    hold([to = asked.reply, reply = std::move(reply)] { to.give(reply); },
         [to = asked.reply](no_answer why) { to.refuse(why); });
  }

  office_reply decide_now(ask_office& asked) {
    const auto at = now();
    const auto when = moment{at, calendar_->day_of(at)};
    office::fill_clocks(asked.what.what);
    auto decision = office::decide(staged_, asked.what, when);
    if (auto* events = std::get_if<office::events>(&decision))
      return stage(*events, asked, at);
    if (const auto* known = std::get_if<office::answered>(&decision))
      return {{}, known->last, true, staged_.visits.share(known->visit), {}};
    return refused(std::get<office::refusal>(decision), asked.what, at);
  }

  office_reply refused(office::refusal why, const office::request& asked,
                       instant at) {
    auto reply = office_reply{
        .refused = why,
        .visit = staged_.visits.share(office::subject_of(asked.what))};
    if (is_about_start(why))
      reply.near = near_.answer(staged_, asked, at);
    if (why == office::refusal::too_early && reply.visit)
      reply.not_before = office::arrival_time_of(staged_, *reply.visit);
    return reply;
  }

  office_reply stage(office::events& events, ask_office& asked, instant at) {
    auto subject = office::subject_of(asked.what.what);
    // What comes to its end first may be about others.
    if (subject.empty() && !events.empty())
      subject = office::subject_of(events.back());
    if (events.empty())
      return {{}, 0, false, staged_.visits.share(subject), {}};
    const auto before = staged_.last_fact;
    auto done = office::stage(staged_, std::move(events), asked.what, at);
    if (done.news.setup) {
      calendar_.emplace(office::calendar_of(staged_.setup));
      asked.rows.push_back(office::name_row(id_, staged_.setup));
    }
    write_down({{office::stream_of(id_), before, std::move(done.records)},
                std::move(asked.rows),
                self_},
               std::move(done.news));
    return {{}, staged_.last_fact, false, staged_.visits.share(subject), {}};
  }

  // -- committing -------------------------------------------------------------

  void write_down(append written, office::news news) {
    tell(self_, context_->journal, std::move(written));
    news_.put(staged_.last_fact, std::move(news));
    if (!std::exchange(looking_, true))
      look_later();
    snapshot_if_due();
  }

  // The journal answers with a notice, so somebody must see it missing.
  void look_later() {
    tell_later(self_, self_, context_->limits.writing,
               look_at_journal{staged_.last_fact});
  }

  void expect_written(office::fact_number sent) {
    if (durable_ < sent)
      return give_up({storage::trouble::disk, "the disk does not answer"});
    looking_ = durable_ < staged_.last_fact;
    if (looking_)
      look_later();
  }

  // Nobody was told what was staged; our successor replays the log. Who asked
  // hears why at once, and need not wait until patience ends; who asks again
  // must already find our successor.
  void give_up(const storage::failure& why) {
    started_->remove(id_, self_->address());
    held_.give_up(reason_of(why));
    self_->quit(caf::make_error(caf::sec::runtime_error, why.detail));
  }

  void hold(std::function<void()> deliver,
            std::function<void(no_answer)> otherwise) {
    held_.put({staged_.last_fact, std::move(deliver), std::move(otherwise)});
    held_.release(durable_);
  }

  // -- publishing: only what is on disk ---------------------------------------

  void hear(const appended& it) {
    if (it.failed)
      return give_up(*it.failed);
    durable_ = it.newest;
    const auto heard = news_.take(durable_);
    publisher_->tell(heard, durable_);
    if (context_->written)
      context_->written(id_, durable_);
    held_.release(durable_);
    if (slots_->note(heard) && !std::exchange(gathering_, true))
      tell_later(self_, self_, context_->limits.offering, speak_of_slots{});
  }

  void show(std::vector<office::slot_frame> frames) {
    for (auto& each : frames)
      hold([port = context_->frames, each] { each.leave_by(*port); },
           [](no_answer) {});
  }

  // The journal writes it after the facts it contains.
  void snapshot_if_due() {
    if (staged_.last_fact < snapshot_at_ + context_->limits.facts_per_snapshot)
      return;
    snapshot_at_ = staged_.last_fact;
    tell(self_, context_->journal,
         keep_snapshot{office::stream_of(id_), staged_.last_fact,
                       office::to_json(staged_)});
  }

  // -- the clock, questions ---------------------------------------------------

  instant now() const {
    return std::max(context_->clock(), staged_.last_at);
  }

  template <class Answer>
  caf::result<Answer> held(Answer answer) {
    auto promise = self_->make_response_promise<Answer>();
    hold([promise, answer]() mutable { promise.deliver(answer); },
         [promise](no_answer) mutable {
           promise.deliver(
               caf::make_error(caf::sec::runtime_error, "not written"));
         });
    return promise;
  }

  void end_yesterday() {
    if (staged_.last_fact == 0)
      return;
    auto asked = ask_office{{office::begin_day{}, {}, {}}, {}};
    static_cast<void>(decide_now(asked));
  }

  void wake() {
    end_yesterday();
    tell_later(self_, self_, context_->limits.waking, wake_up{});
  }

  office_actor::pointer self_;
  office_id id_;
  std::shared_ptr<const office_context> context_;
  std::shared_ptr<started_offices> started_;
  std::optional<calendar> calendar_;
  office::state staged_;            // All that was decided.
  office::fact_number durable_ = 0; // The last that is on disk.
  held_news news_;
  held_answers held_;
  bool looking_ = false; // A `look_at_journal` is on its way.
  office::fact_number snapshot_at_ = 0;
  std::optional<publisher> publisher_;
  office::near_starts near_;
  std::optional<office::slot_watch> slots_;
  bool gathering_ = false; // A `speak_of_slots` is on its way.
};

} // namespace

office_actor spawn_office(caf::actor_system& system, office_id id,
                          std::shared_ptr<const office_context> context,
                          std::shared_ptr<started_offices> started) {
  return spawn_keeper<office_keeper>(system, std::move(id), std::move(context),
                                     std::move(started));
}

} // namespace suivant
