// A town hall with all its actors on a still system: whoever asks it comes
// through the front door, and time passes only when a test says so.

#pragma once

#include "actors/office/front_door.hpp"
#include "actors/office/office_log.hpp"
#include "actors/queue/queue_json.hpp"
#include "tests/support/paper_frames.hpp"
#include "tests/support/paper_journal.hpp"
#include "tests/support/still_system.hpp"
#include "tests/support/storage_folder.hpp"
#include "tests/support/town_hall.hpp"

namespace suivant::tests {

/// What came back, if anything has yet.
template <class Answer>
struct slip {
  std::optional<Answer> answer;
  std::optional<no_answer> none;

  bool is_blank() const {
    return !answer && !none;
  }
};
template <class Answer>
using pending = std::shared_ptr<slip<Answer>>;

template <class Answer>
asking<Answer> noted_on(pending<Answer> it) {
  return {[it](Answer said) {
            BOOST_TEST(it->is_blank(), "answered once");
            it->answer = std::move(said);
          },
          [it](no_answer why) {
            BOOST_TEST(it->is_blank(), "answered once");
            it->none = why;
          }};
}

inline const auto mairie = office_id{"mairie"};
inline const auto mairie_stream = office::stream_of(mairie);

struct running_office {
  storage_folder disk;
  std::shared_ptr<storage::log> log
      = std::make_shared<storage::log>(disk.open());
  instant now = minute(0) + 3h; // Noon, well inside the business day.
  paper_journal journal{log};
  std::shared_ptr<paper_frames> frames = std::make_shared<paper_frames>();
  still_system system;
  office_limits limits;
  std::shared_ptr<front_door> door = opened();

  running_office() {
    set_up();
  }

  ~running_office() {
    journal.release();
    door.reset();
    system.run();
    journal.go();
    system.run();
  }

  std::shared_ptr<front_door> opened() {
    return open_front_door(
        system.actors(), std::make_shared<const office_context>(office_context{
                             log, journal.spawn(system.actors()), frames,
                             [this] { return now; }, limits}));
  }

  /// Everybody goes home and comes back: only the log remains.
  void restart() {
    door.reset();
    system.run();
    frames->follows.clear();
    door = opened();
  }

  void set_up(const office::setup& as = town_hall()) {
    auto it = std::make_shared<slip<office_reply>>();
    door->set_up(mairie, {{office::configure{as}, machine, {}}, {}},
                 noted_on<office_reply>(it));
    system.run();
    BOOST_TEST_REQUIRE(it->answer.has_value());
  }

  void pass(milliseconds time) {
    now += time;
    system.pass(time);
    // What that set in motion pauses before it speaks again.
    for (auto i = 0; i < 2 && time >= 1s; ++i)
      system.pass(limits.merging);
  }

  // -- asking, without and with an answer ------------------------------------

  pending<office_reply> ask_later(office::command what,
                                  const office::asker& by = chief,
                                  const std::string& key = {}) {
    auto it = std::make_shared<slip<office_reply>>();
    door->ask(mairie, {{std::move(what), by, key}, {}},
              noted_on<office_reply>(it));
    return it;
  }

  pending<office_reply> start_asking(office::command what,
                                     const office::asker& by = chief,
                                     const std::string& key = {}) {
    auto it = ask_later(std::move(what), by, key);
    system.run();
    return it;
  }

  office_reply ask(office::command what, const office::asker& by = chief,
                   const std::string& key = {}) {
    const auto it = start_asking(std::move(what), by, key);
    BOOST_TEST_REQUIRE(it->answer.has_value());
    return *it->answer;
  }

  /// A visit with the link `token`.
  office_reply arrive(const std::string& token = {},
                      const service_id& service = residence) {
    auto wish = ticket_for(service);
    wish.token_hash = token;
    return ask(wish, phone);
  }

  std::string hash() {
    auto it = std::make_shared<slip<hash_told>>();
    door->hash(mairie, noted_on<hash_told>(it));
    system.run();
    BOOST_TEST_REQUIRE(it->answer.has_value());
    return it->answer->hash;
  }

  bool show_visit(const std::string& token, screen_id screen) {
    auto it = std::make_shared<slip<bool>>();
    door->show_visit(mairie, token, screen, noted_on<bool>(it));
    system.run();
    return it->answer.value_or(false);
  }

  json::object view(const std::string& token) {
    auto it = std::make_shared<slip<std::string>>();
    door->visit_view(mairie, token, noted_on<std::string>(it));
    system.run();
    BOOST_TEST_REQUIRE(it->answer.has_value());
    return json::parse(*it->answer).as_object();
  }

  void show_desk(screen_id screen) {
    door->show_desk(mairie, screen, [](no_answer) { BOOST_ERROR("no desk"); });
    system.run();
  }

  std::vector<office::fact> facts() const {
    auto all = std::vector<office::fact>{};
    storage_folder::must(
        office::read_facts(*log, mairie, 1, [&](const office::fact& it) {
          all.push_back(it);
          return true;
        }));
    return all;
  }
};

inline const auto hall_line = queue::topic_of(mairie, hall);

} // namespace suivant::tests
