#include "bench/running_offices.hpp"

#include "actors/messages.hpp"
#include "bench/story.hpp"

#include <caf/actor_system.hpp>

#include <future>
#include <stdexcept>

namespace suivant::bench {
namespace {

class silent_frames final : public frame_port {
  void publish(const std::string&, std::uint64_t, shared_text) override {}
  void welcome(screen_id, const std::string&, std::uint64_t,
               shared_text) override {}
  void unfollow(screen_id, const std::string&) override {}
  void send(screen_id, shared_text) override {}
  void end(screen_id) override {}
};

// As the program has it.
struct actor_config : caf::actor_system_config {
  actor_config() {
    know_messages<caf::id_block::suivant>(*this);
    set("scheduler.policy", caf::atom("sharing"));
    set("scheduler.max-threads", std::size_t{1});
    set("logger.verbosity", caf::atom("quiet"));
  }
};

instant real_time() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::shared_ptr<storage::log> opened(const std::filesystem::path& folder) {
  auto log = storage::log::open(folder);
  if (!log)
    throw std::runtime_error{log.why().detail};
  return std::make_shared<storage::log>(std::move(*log));
}

} // namespace

struct running_offices::inside {
  explicit inside(const std::filesystem::path& folder) : log{opened(folder)} {}

  ~inside() {
    door->close();
    stop(journal);
    journal = journal_actor{};
  }

  std::shared_ptr<storage::log> log;
  actor_config config;
  caf::actor_system system{config};
  journal_actor journal = spawn_journal(system, log);
  std::shared_ptr<front_door> door = open_front_door(
      system,
      std::make_shared<const office_context>(office_context{
          log, journal, std::make_shared<silent_frames>(), real_time, {}}));
};

running_offices::running_offices(const std::filesystem::path& folder, int count)
    : inside_{std::make_unique<inside>(folder)}, count_{count} {
  for (auto i = 0; i < count; ++i)
    set_up(i);
}

running_offices::~running_offices() = default;

front_door& running_offices::door() {
  return *inside_->door;
}

office_id running_offices::name_of(int office) {
  return {"town-" + std::to_string(office)};
}

void running_offices::set_up(int office) {
  const auto agent = office::asker{office::role::supervisor, "chief"};
  auto wishes = std::vector<office::command>{office::configure{town_hall()}};
  for (const auto& counter : town_hall().counters)
    wishes.push_back(
        office::sign_in{counter.id, agent_id{"agent-" + counter.id.text}});
  for (auto& wish : wishes) {
    auto done = std::promise<bool>{};
    door().set_up(name_of(office), {{std::move(wish), agent, {}}, {}},
                  {[&](const office_reply& it) { done.set_value(!it.refused); },
                   [&](no_answer) { done.set_value(false); }});
    if (!done.get_future().get())
      throw std::runtime_error{"an office could not be set up"};
  }
}

} // namespace suivant::bench
