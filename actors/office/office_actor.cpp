#include "actors/office/office_actor.hpp"

#include "actors/common/calendar.hpp"
#include "actors/messages.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/office/publisher.hpp"

#include <caf/actor_system.hpp>
#include <caf/sec.hpp>

#include <deque>

namespace suivant {
namespace {

class office_keeper {
public:
  using address = office_actor;
  static inline const char* name = "office";

  explicit office_keeper(office_actor::pointer self) : self_{self} {}

  ~office_keeper() {
    if (publisher_)
      publisher_->stop();
  }

  office_actor::behavior_type
  start(office_id id, std::shared_ptr<const office_context> context) {
    id_ = std::move(id);
    context_ = std::move(context);
    load();
    return {
        [this](ask_office& asked) { return decide(std::move(asked)); },
        [this](const find_visitor& asked) {
          return publisher_->find(asked.token_hash);
        },
        [this](const tick&) { return look_at_clock(); },
        [this](const hash_asked&) { return hash(); },
        [this](const hall_asked&) { return hall_found{publisher_->hall()}; },
        [this](const wake_up&) { wake(); },
    };
  }

private:
  /// An answer that may leave once fact `after` is on disk.
  struct held_answer {
    office::fact_number after = 0;
    std::function<void()> deliver;
    std::function<void(const caf::error&)> give_up;
  };

  // -- starting ---------------------------------------------------------------

  void load() {
    publisher_.emplace(self_, id_, context_);
    auto found = office::newest_state(*context_->log, id_);
    if (!found)
      return self_->quit(
          caf::make_error(caf::sec::cannot_open_file, found.why().detail));
    durable_ = std::move(*found);
    staged_ = durable_;
    snapshot_at_ = durable_.last_fact;
    set_calendar();
    publisher_->start(durable_);
    when_one_is_down(self_, [this](const caf::actor_addr& who, const auto&) {
      publisher_->replace(who, durable_);
    });
    // Not at once: with a full disk each successor would fall as it starts.
    tell_later(self_, self_, context_->limits.waking, wake_up{});
  }

  void set_calendar() {
    const auto& setup = staged_.setup;
    const auto zone = is_zone(setup.zone) ? setup.zone : "UTC";
    calendar_.emplace(zone, setup.cut_over_minutes);
  }

  // -- deciding: on the staged state, without waiting for the disk ------------

  caf::result<office_reply> decide(ask_office asked) {
    auto promise = self_->make_response_promise<office_reply>();
    auto reply = decide_now(asked);
    reply.rules = staged_.setup.rules;
    hold(promise, [reply = std::move(reply)]() { return reply; });
    return promise;
  }

  office_reply decide_now(ask_office& asked) {
    const auto at = std::max(context_->clock(), staged_.last_at);
    const auto when = moment{at, calendar_->day_of(at)};
    auto decision = office::decide(staged_, asked.what, when);
    if (auto* events = std::get_if<office::events>(&decision))
      return stage(*events, asked, at);
    if (const auto* known = std::get_if<office::answered>(&decision))
      return {{}, known->last, true, staged_visit(known->visit)};
    return {std::get<office::refusal>(decision), 0, false,
            staged_visit(office::subject_of(asked.what.what))};
  }

  office_reply stage(office::events& events, ask_office& asked, instant at) {
    auto reply = office_reply{};
    auto subject = office::subject_of(asked.what.what);
    auto written = append{{office::stream_of(id_), staged_.last_fact, {}},
                          std::move(asked.rows)};
    for (auto& event : events) {
      auto fact
          = office::fact{staged_.last_fact + 1, at, signature(asked.what.by),
                         asked.what.key, std::move(event)};
      if (const auto about = office::subject_of(fact.what); !about.empty())
        subject = about;
      written.what.records.push_back(office::to_json(fact));
      office::evolve(staged_, fact);
      reply.fact = fact.number;
      unwritten_.push_back(std::move(fact));
    }
    reply.visit = staged_visit(subject);
    if (reply.fact != 0) {
      set_calendar();
      write_down(std::move(written));
    }
    return reply;
  }

  std::optional<office::visit> staged_visit(const visit_id& id) const {
    const auto found = staged_.visits.find(id);
    if (found == staged_.visits.end())
      return std::nullopt;
    return found->second;
  }

  static std::string signature(const office::asker& by) {
    auto text = std::string{office::name_of(by.as)};
    return by.name.empty() ? text : text + ' ' + by.name;
  }

  // -- committing -------------------------------------------------------------

  void write_down(append written) {
    const auto last = staged_.last_fact;
    ask(
        self_, context_->journal, context_->limits.writing, std::move(written),
        [this, last](const appended&) { believe(last); },
        [this](caf::error why) { give_up(std::move(why)); });
  }

  // Nobody was told what was staged; our successor replays the log. Who asked
  // hears why at once, and need not wait until patience ends.
  void give_up(caf::error why) {
    for (const auto& it : std::exchange(held_, {}))
      it.give_up(why);
    self_->quit(std::move(why));
  }

  // Answers leave in the order of asking, each once all that its decision
  // was built upon is on disk: even a "no" may rest on a staged fact.
  template <class Promise, class Answer>
  void hold(Promise promise, Answer answer) {
    held_.push_back(
        {staged_.last_fact,
         [promise, answer]() mutable { promise.deliver(answer()); },
         [promise](const caf::error& why) mutable { promise.deliver(why); }});
    release();
  }

  void release() {
    while (!held_.empty() && held_.front().after <= durable_.last_fact) {
      held_.front().deliver();
      held_.pop_front();
    }
  }

  // -- publishing: only what is on disk ---------------------------------------

  void believe(office::fact_number up_to) {
    auto facts = std::vector<office::fact>{};
    auto before = std::map<visit_id, office::visit>{};
    while (!unwritten_.empty() && unwritten_.front().number <= up_to) {
      facts.push_back(std::move(unwritten_.front()));
      unwritten_.pop_front();
      remember(before, facts.back());
      office::evolve(durable_, facts.back());
    }
    publisher_->tell(facts, before, durable_);
    release();
    snapshot_if_due();
  }

  void remember(std::map<visit_id, office::visit>& before,
                const office::fact& next) const {
    if (std::holds_alternative<office::day_began>(next.what))
      before.insert(durable_.visits.begin(), durable_.visits.end());
    const auto about = office::subject_of(next.what);
    if (about.empty())
      return;
    const auto found = durable_.visits.find(about);
    before.try_emplace(about, found == durable_.visits.end()
                                  ? office::visit{.id = about}
                                  : found->second);
  }

  void snapshot_if_due() {
    if (durable_.last_fact < snapshot_at_ + context_->limits.facts_per_snapshot)
      return;
    snapshot_at_ = durable_.last_fact;
    tell(self_, context_->journal,
         keep_snapshot{office::stream_of(id_), durable_.last_fact,
                       office::to_json(durable_)});
  }

  // -- the clock, questions ---------------------------------------------------

  caf::result<ticked> look_at_clock() {
    auto promise = self_->make_response_promise<ticked>();
    end_yesterday();
    hold(promise, [] { return ticked{}; });
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

  caf::result<hash_told> hash() {
    auto promise = self_->make_response_promise<hash_told>();
    hold(promise, [this] {
      return hash_told{durable_.last_fact, office::state_hash(durable_)};
    });
    return promise;
  }

  office_actor::pointer self_;
  office_id id_;
  std::shared_ptr<const office_context> context_;
  std::optional<calendar> calendar_;
  office::state staged_;               // All that was decided.
  office::state durable_;              // All that is on disk.
  std::deque<office::fact> unwritten_; // What staged_ is ahead by.
  std::deque<held_answer> held_;
  office::fact_number snapshot_at_ = 0;
  std::optional<publisher> publisher_;
};

} // namespace

office_actor spawn_office(caf::actor_system& system, office_id id,
                          std::shared_ptr<const office_context> context) {
  return spawn_keeper<office_keeper>(system, std::move(id), std::move(context));
}

} // namespace suivant
