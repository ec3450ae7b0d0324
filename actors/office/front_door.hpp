// Commands in: the one way from pages to offices. Callable from any thread;
// does not say whether the office is in this process.

#pragma once

#include "actors/common/asking.hpp"
#include "actors/office/office_actor.hpp"

#include <functional>
#include <memory>
#include <string>

namespace suivant {

/// The visit of a link, as it was last told; null when the link is unknown.
struct visit_told {
  office::shared_visit visit;
  std::shared_ptr<const office::setup> setup;
};

/// Every callback is called once, on some thread of the actors, and must not
/// block.
class front_door {
public:
  virtual ~front_door() = default;

  virtual void ask(const office_id& office, ask_office what,
                   asking<office_reply> by)
      = 0;
  /// Sets an office up that need not exist yet.
  virtual void set_up(const office_id& office, ask_office what,
                      asking<office_reply> by)
      = 0;

  virtual void public_view(const office_id& office, asking<std::string> by) = 0;
  /// Empty when there is no such visit today.
  virtual void row(const office_id& office, visit_id visit,
                   asking<std::string> by)
      = 0;
  virtual void hash(const office_id& office, asking<hash_told> by) = 0;
  /// What appointments there are to have.
  virtual void offer(const office_id& office, offer_asked what,
                     asking<offer_told> by)
      = 0;
  /// See `setup_asked`.
  virtual void setup_view(const office_id& office, setup_asked what,
                          asking<std::string> by)
      = 0;
  /// What appointments there are, and what staff keep beside them.
  virtual void agenda(const office_id& office, agenda_asked what,
                      asking<agenda_told> by)
      = 0;
  /// Who is, or would be, called off.
  virtual void campaigns(const office_id& office, campaign_asked what,
                         asking<campaign_told> by)
      = 0;
  /// What the ticket's page shows; empty when the link is unknown.
  virtual void visit_view(const office_id& office, std::string token_hash,
                          asking<std::string> by)
      = 0;
  virtual void visit_of(const office_id& office, std::string token_hash,
                        asking<visit_told> by)
      = 0;

  // -- screens; frames come by the frame port --------------------------------

  virtual void show_desk(const office_id& office, screen_id screen,
                         std::function<void(no_answer)> otherwise)
      = 0;
  virtual void show_board(const office_id& office, screen_id screen,
                          std::function<void(no_answer)> otherwise)
      = 0;
  virtual void show_gauge(const office_id& office, screen_id screen,
                          std::function<void(no_answer)> otherwise)
      = 0;
  /// Answers whether the link is known.
  virtual void show_visit(const office_id& office, std::string token_hash,
                          screen_id screen, asking<bool> by)
      = 0;
  virtual void hide_visit(const office_id& office, std::string token_hash,
                          screen_id screen)
      = 0;

  /// The times of a day; says nothing where there is no such offer.
  virtual void show_slots(const office_id& office, offer_asked what,
                          screen_id screen,
                          std::function<void(no_answer)> otherwise)
      = 0;
  virtual void hide_slots(const office_id& office, screen_id screen) = 0;

  /// Lets every started office see that the clock has moved.
  virtual void tick(std::function<void()> then) = 0;

  /// Sends everybody home. Nobody may ask any more.
  virtual void close() = 0;
};

/// Starts offices when they are first asked for, and again when they fall.
std::shared_ptr<front_door>
open_front_door(caf::actor_system& system,
                std::shared_ptr<const office_context> context);

} // namespace suivant
