#include "actors/post/post_actor.hpp"

#include "actors/messages.hpp"

#include <map>

namespace suivant {
namespace {

using namespace std::chrono_literals;
using office::delivery;
using post::fate;
using post::label;

constexpr auto before_asking_again = milliseconds{1000};

office::handing handing_of(fate is) {
  switch (is) {
  case fate::handed:
    return office::handing::taken;
  case fate::refused:
    return office::handing::refused;
  case fate::later:
    return office::handing::later;
  case fate::unknown:
    return office::handing::unknown;
  }
  return office::handing::later;
}

// What a message keeps of how things stood when it became due.
post::letter letter_of(const office_id& office, const office::message& what,
                       office::shared_visit visit,
                       std::shared_ptr<const office::setup> setup) {
  auto it = post::letter{office, what, std::move(visit), std::move(setup)};
  if (what.about == office::occasion::survey)
    it.gauge = what.places;
  else
    it.places = what.places;
  return it;
}

class post_keeper {
public:
  using address = post_actor;
  static inline const char* name = "post";

  explicit post_keeper(post_actor::pointer self) : self_{self} {}

  post_actor::behavior_type
  start(std::shared_ptr<const post::context> context) {
    context_ = std::move(context);
    ways_.emplace(office::way::sms, road{post::gate{context_->limits.sms}});
    ways_.emplace(office::way::email, road{post::gate{context_->limits.email}});
    look({true});
    return {
        [this](const messages_changed& it) { learn(it); },
        [this](const look_at_post& it) { look(it); },
        [this](const sending_answered& it) { go_on(it); },
        [this](const letter_told& it) { hear(it); },
        [this](const handing_noted& it) { finish(it); },
    };
  }

private:
  enum class step {
    waiting, // For its time, and for its turn.
    asking,  // The office whether it may go.
    sending, // The gateway has it, or will.
    noting,  // The office is told what became of it.
    unsure,  // We ended while it was being sent.
  };

  struct item {
    office::message message;
    std::shared_ptr<const office::setup> setup;
    step at = step::waiting;
    post::told outcome;     // While noting.
    milliseconds again{-1}; // When to try that again; -1: not.
  };

  struct road {
    post::gate gate;
    post::waiting_post queue = {};
  };

  // -- what offices say -------------------------------------------------------

  void learn(const messages_changed& news) {
    for (const auto& [to, message] : news.all)
      learn({news.office, to, message.number}, message, news.setup);
    for (auto& [by, it] : ways_)
      drive(by);
  }

  void learn(const label& which, const office::message& now,
             const std::shared_ptr<const office::setup>& setup) {
    count(now);
    if (now.now >= delivery::handed)
      return forget(which, now);
    const auto [found, is_new] = items_.try_emplace(which);
    auto& it = found->second;
    it.message = now;
    it.setup = setup;
    if (now.now == delivery::waiting && (is_new || it.at != step::asking))
      wait(which, it);
    else if (is_new)
      doubt(it);
  }

  // What was being sent when the program ended: no word of it in time means
  // that nobody has it, where there is always a word.
  void doubt(item& it) {
    it.at = step::unsure;
    const auto waits = context_->port->gives_receipts(it.message.by);
    it.again = context_->ticks() + (waits ? context_->limits.unsure : 0ms);
    it.outcome = {waits ? fate::later : fate::unknown, "restart"};
  }

  void wait(const label& which, item& it) {
    it.at = step::waiting;
    it.again = -1ms;
    ways_.at(it.message.by)
        .queue.put(which, it.message.about, it.message.due,
                   it.message.not_after);
  }

  // While it is on its way somebody still comes back with it.
  void forget(const label& which, const office::message& now) {
    const auto found = items_.find(which);
    if (found == items_.end())
      return;
    auto& it = found->second;
    it.message = now;
    if (it.at == step::asking || it.at == step::sending)
      return;
    ways_.at(now.by).queue.remove(which);
    items_.erase(found);
  }

  // -- sending ----------------------------------------------------------------

  void look(const look_at_post& it) {
    const auto now = context_->ticks();
    for (auto& [which, each] : items_)
      if (each.again >= 0ms && each.again <= now)
        try_again(which, each);
    for (auto& [by, way] : ways_) {
      while (const auto late = way.queue.take_late(context_->clock()))
        ask_for(*late);
      drive(by);
      context_->show(name_of(by), {way.queue.size(), way.gate.on_their_way(),
                                   way.gate.is_open()});
    }
    if (it.again)
      tell_later(self_, self_, context_->limits.waking, look_at_post{true});
  }

  void try_again(const label& which, item& it) {
    if (it.at == step::waiting)
      wait(which, it);
    else
      note(which, it);
  }

  void drive(office::way by) {
    auto& [gate, queue] = ways_.at(by);
    while (gate.may_send(context_->ticks())) {
      const auto next = queue.take(context_->clock());
      if (!next)
        return;
      ask_for(*next);
    }
  }

  void ask_for(const label& which) {
    auto& it = items_.at(which);
    it.at = step::asking;
    ways_.at(it.message.by).gate.enter(context_->ticks());
    ask_office(which, office::begin_sending{{which.to}, which.number},
               [self = post_actor{self_}, which](auto reply) {
                 tell_from_outside(self, sending_answered{which, reply});
               });
  }

  // The office has told us by now how the message is.
  void go_on(const sending_answered& answer) {
    const auto found = items_.find(answer.which);
    if (found == items_.end())
      return;
    auto& it = found->second;
    if (it.message.now == delivery::sending && answer.reply)
      return send(answer, it);
    ways_.at(it.message.by).gate.turn_back();
    if (it.message.now != delivery::waiting)
      return void(items_.erase(found));
    // The office did not answer, or has another idea of what time it is.
    it.at = step::waiting;
    it.again = context_->ticks() + before_asking_again;
  }

  void send(const sending_answered& answer, item& it) {
    it.at = step::sending;
    context_->port->send(letter_of(answer.which.office, it.message,
                                   answer.reply->visit, it.setup),
                         [self = post_actor{self_}, which = answer.which,
                          tries = it.message.tries](const post::told& told) {
                           tell_from_outside(self,
                                             letter_told{which, tries, told});
                         });
  }

  void hear(const letter_told& said) {
    const auto found = items_.find(said.which);
    if (found == items_.end())
      return;
    auto& it = found->second;
    ways_.at(it.message.by)
        .gate.leave(said.it.is, said.it.not_before, context_->ticks());
    it.outcome = said.it;
    note(said.which, it);
    drive(it.message.by);
  }

  // -- telling the office -----------------------------------------------------

  void note(const label& which, item& it) {
    it.at = step::noting;
    it.again = -1ms;
    const auto pause
        = std::chrono::ceil<std::chrono::seconds>(it.outcome.not_before);
    ask_office(which,
               office::note_handing{{which.to},
                                    which.number,
                                    it.message.tries,
                                    handing_of(it.outcome.is),
                                    it.outcome.why,
                                    static_cast<int>(pause.count())},
               [self = post_actor{self_}, which](auto reply) {
                 tell_from_outside(self,
                                   handing_noted{which, reply.has_value()});
               });
  }

  // If the office has said by now that it waits again, that is what it does.
  void finish(const handing_noted& noted) {
    const auto found = items_.find(noted.which);
    if (found == items_.end() || found->second.at != step::noting)
      return;
    if (noted.is_known)
      items_.erase(found);
    else
      found->second.again = context_->ticks() + before_asking_again;
  }

  template <class Then>
  void ask_office(const label& which, office::command what, Then then) {
    context_->ask(which.office,
                  {{std::move(what), {office::role::system, "post"}, {}}, {}},
                  {[then](const office_reply& it) { then(std::optional{it}); },
                   [then](no_answer) { then(std::optional<office_reply>{}); }});
  }

  static std::string_view name_of(office::way by) {
    return by == office::way::sms ? "sms" : "email";
  }

  void count(const office::message& it) {
    if (it.by == office::way::none)
      return context_->count("none", it.why);
    if (it.now == delivery::handed)
      context_->count(name_of(it.by), "handed");
    else if (it.now == delivery::delivered)
      context_->count(name_of(it.by), "delivered");
    else if (it.now == delivery::failed)
      context_->count(name_of(it.by), "failed");
    else if (it.now == delivery::dropped)
      context_->count(name_of(it.by), it.why);
  }

  post_actor::pointer self_;
  std::shared_ptr<const post::context> context_;
  std::map<office::way, road> ways_;
  std::map<label, item> items_;
};

} // namespace

post_actor spawn_post(caf::actor_system& system,
                      std::shared_ptr<const post::context> context) {
  return spawn_keeper<post_keeper>(system, std::move(context));
}

} // namespace suivant
