#include "actors/office/front_door.hpp"

#include "actors/messages.hpp"
#include "actors/office/offices_actor.hpp"

#include <caf/actor_system.hpp>

namespace suivant {
namespace {

constexpr auto find_limit = std::chrono::seconds{5};
constexpr auto answer_limit = std::chrono::seconds{10};

class local_door final : public front_door {
public:
  local_door(caf::actor_system& system,
             std::shared_ptr<const office_context> context)
      : offices_{spawn_offices(system, std::move(context), started_)},
        clerk_{spawn_clerk(system)} {}

  ~local_door() override {
    local_door::close();
  }

  void close() override {
    if (!offices_)
      return;
    stop(clerk_);
    stop(offices_);
    clerk_ = clerk_actor{};
    offices_ = offices_actor{};
  }

  void ask(const office_id& office, ask_office what,
           asking<office_reply> by) override {
    command({office, false}, std::move(what), std::move(by));
  }

  void set_up(const office_id& office, ask_office what,
              asking<office_reply> by) override {
    command({office, true}, std::move(what), std::move(by));
  }

  void public_view(const office_id& office, asking<std::string> by) override {
    ask_hall<std::string>(office, public_view_asked{}, std::move(by));
  }

  void row(const office_id& office, visit_id visit,
           asking<std::string> by) override {
    ask_hall<std::string>(office, row_asked{visit}, std::move(by));
  }

  void hash(const office_id& office, asking<hash_told> by) override {
    with_office({office, false}, by.otherwise,
                [by](clerk_actor::pointer self, const office_actor& it) {
                  put<hash_told>(self, it, hash_asked{}, by);
                });
  }

  void offer(const office_id& office, offer_asked what,
             asking<offer_told> by) override {
    question(office, std::move(what), std::move(by));
  }

  void setup_view(const office_id& office, setup_asked what,
                  asking<std::string> by) override {
    question(
        office, std::move(what),
        asking<setup_told>{[by](const setup_told& it) { by.then(it.text); },
                           by.otherwise});
  }

  void agenda(const office_id& office, agenda_asked what,
              asking<agenda_told> by) override {
    question(office, std::move(what), std::move(by));
  }

  void campaigns(const office_id& office, campaign_asked what,
                 asking<campaign_told> by) override {
    question(office, std::move(what), std::move(by));
  }

  void visit_view(const office_id& office, std::string token_hash,
                  asking<std::string> by) override {
    with_session(office, std::move(token_hash), by.otherwise,
                 [by](clerk_actor::pointer self, const visitor_found& it) {
                   if (!it.session)
                     return by.then({});
                   put<std::string>(self, it.session, visit_view_asked{}, by);
                 });
  }

  void visit_of(const office_id& office, std::string token_hash,
                asking<visit_told> by) override {
    with_session(office, std::move(token_hash), by.otherwise,
                 [by](clerk_actor::pointer, const visitor_found& it) {
                   by.then({it.visit, it.setup});
                 });
  }

  void show_desk(const office_id& office, screen_id screen,
                 std::function<void(no_answer)> otherwise) override {
    with_hall(office, std::move(otherwise),
              [screen](clerk_actor::pointer self, const hall_actor& hall) {
                tell(self, hall, suivant::show_desk{screen});
              });
  }

  void show_board(const office_id& office, screen_id screen,
                  std::function<void(no_answer)> otherwise) override {
    with_hall(office, std::move(otherwise),
              [screen](clerk_actor::pointer self, const hall_actor& hall) {
                tell(self, hall, suivant::show_board{screen});
              });
  }

  void show_gauge(const office_id& office, screen_id screen,
                  std::function<void(no_answer)> otherwise) override {
    with_hall(office, std::move(otherwise),
              [screen](clerk_actor::pointer self, const hall_actor& hall) {
                tell(self, hall, suivant::show_gauge{screen});
              });
  }

  void show_visit(const office_id& office, std::string token_hash,
                  screen_id screen, asking<bool> by) override {
    with_session(
        office, std::move(token_hash), by.otherwise,
        [by, screen](clerk_actor::pointer self, const visitor_found& it) {
          if (it.session)
            tell(self, it.session, screen_came{screen});
          by.then(static_cast<bool>(it.session));
        });
  }

  void hide_visit(const office_id& office, std::string token_hash,
                  screen_id screen) override {
    with_session(
        office, std::move(token_hash), [](no_answer) {},
        [screen](clerk_actor::pointer self, const visitor_found& it) {
          if (it.session)
            tell(self, it.session, screen_went{screen});
        });
  }

  void show_slots(const office_id& office, offer_asked what, screen_id screen,
                  std::function<void(no_answer)> otherwise) override {
    with_office({office, false}, std::move(otherwise),
                [screen, what = std::move(what)](clerk_actor::pointer self,
                                                 const office_actor& it) {
                  tell(self, it, watch_slots{what, screen});
                });
  }

  void hide_slots(const office_id& office, screen_id screen) override {
    with_office(
        {office, false}, [](no_answer) {},
        [screen](clerk_actor::pointer self, const office_actor& it) {
          tell(self, it, unwatch_slots{screen});
        });
  }

  void tick(std::function<void()> then) override {
    run([offices = offices_, then](clerk_actor::pointer self) {
      suivant::ask(
          self, offices, answer_limit, tick_all{},
          [then](const ticked&) { then(); },
          [then](const caf::error&) { then(); });
    });
  }

private:
  // Nearly all commands are for an office that is there, and go straight to
  // it.
  void command(find_office wanted, ask_office what, asking<office_reply> by) {
    auto question
        = office_question{std::move(what), owed<office_reply>{std::move(by)}};
    if (const auto office = started_->find(wanted.id))
      return tell_from_outside(office, std::move(question));
    with_office(
        std::move(wanted),
        [to = question.reply](no_answer why) { to.refuse(why); },
        [question](clerk_actor::pointer self, const office_actor& it) {
          tell(self, it, question);
        });
  }

  void run(std::function<void(clerk_actor::pointer)> what) {
    tell_from_outside(clerk_, errand{std::move(what)});
  }

  template <class Answer, class Whom, class Question>
  static void put(clerk_actor::pointer self, const Whom& whom,
                  Question question, const asking<Answer>& by) {
    suivant::ask(
        self, whom, answer_limit, std::move(question),
        [by](Answer& it) { by.then(std::move(it)); },
        [by](const caf::error&) { by.otherwise(no_answer::not_durable); });
  }

  template <class Question, class Answer>
  void question(const office_id& office, Question what, asking<Answer> by) {
    with_office({office, false}, by.otherwise,
                [by, what = std::move(what)](clerk_actor::pointer self,
                                             const office_actor& it) {
                  put<Answer>(self, it, what, by);
                });
  }

  template <class Then>
  void with_office(find_office wanted, std::function<void(no_answer)> otherwise,
                   Then then) {
    run([offices = offices_, started = started_, wanted = std::move(wanted),
         otherwise = std::move(otherwise),
         then = std::move(then)](clerk_actor::pointer self) {
      if (const auto known = started->find(wanted.id))
        return then(self, known);
      suivant::ask(
          self, offices, find_limit, wanted,
          [self, then, otherwise](const office_found& it) {
            if (!it.office)
              return otherwise(no_answer::unknown_office);
            then(self, it.office);
          },
          [otherwise](const caf::error&) {
            otherwise(no_answer::not_durable);
          });
    });
  }

  template <class Then>
  void with_hall(const office_id& office,
                 std::function<void(no_answer)> otherwise, Then then) {
    auto found = [then](clerk_actor::pointer self, const hall_found& it) {
      then(self, it.hall);
    };
    with_child<hall_found>(office, hall_asked{}, std::move(otherwise), found);
  }

  template <class Then>
  void with_session(const office_id& office, std::string token_hash,
                    std::function<void(no_answer)> otherwise, Then then) {
    with_child<visitor_found>(office, find_visitor{std::move(token_hash)},
                              std::move(otherwise), std::move(then));
  }

  template <class Found, class Question, class Then>
  void with_child(const office_id& office, Question asked,
                  std::function<void(no_answer)> otherwise, Then then) {
    with_office({office, false}, otherwise,
                [asked = std::move(asked), otherwise,
                 then](clerk_actor::pointer self, const office_actor& it) {
                  put<Found>(self, it, asked,
                             {[self, then](Found found) { then(self, found); },
                              otherwise});
                });
  }

  template <class Answer, class Question>
  void ask_hall(const office_id& office, Question asked, asking<Answer> by) {
    with_hall(office, by.otherwise,
              [asked, by](clerk_actor::pointer self, const hall_actor& hall) {
                put<Answer>(self, hall, asked, by);
              });
  }

  std::shared_ptr<started_offices> started_
      = std::make_shared<started_offices>();
  offices_actor offices_;
  clerk_actor clerk_;
};

} // namespace

std::shared_ptr<front_door>
open_front_door(caf::actor_system& system,
                std::shared_ptr<const office_context> context) {
  return std::make_shared<local_door>(system, std::move(context));
}

} // namespace suivant
