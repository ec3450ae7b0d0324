#include "config/program.hpp"

#include "actors/access/folder_secret.hpp"
#include "actors/messages.hpp"
#include "actors/office/office_log.hpp"
#include "config/demo.hpp"
#include "config/post.hpp"
#include "config/templates.hpp"
#include "net/assets.hpp"
#include "net/gateway/hook_port.hpp"
#include "net/gateway/hub_frames.hpp"
#include "net/gateway/live_gateway.hpp"
#include "net/gateway/router.hpp"
#include "net/metrics.hpp"

#include <caf/actor_system.hpp>

#include <future>
#include <stdexcept>

namespace suivant::config {
namespace {

// One worker beats work stealing here: offices are small and many.
struct actor_config : caf::actor_system_config {
  explicit actor_config(unsigned threads) {
    know_messages<caf::id_block::suivant>(*this);
    set("scheduler.policy", caf::atom("sharing"));
    set("scheduler.max-threads", std::size_t{threads});
    set("logger.verbosity", caf::atom("quiet"));
  }
};

template <class T>
T or_throw(storage::result<T> it) {
  if (!it)
    throw std::runtime_error{it.why().detail};
  return std::move(*it);
}

instant real_time() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::shared_ptr<net::assets> pages_from(const std::string& folder) {
  return folder.empty() ? net::assets::of_table(net::embedded_assets())
                        : net::assets::of_folder(folder);
}

} // namespace

struct program::inside {
  explicit inside(program_options with);
  ~inside() {
    stop();
  }

  void stop();
  void set_up_demo();
  gateway::services make_services();
  std::shared_ptr<hooks_door> open_hooks();
  ask_of_offices ask_offices();
  void wake_offices();

  program_options options;
  std::shared_ptr<gateway::test_clock> clock_of_tests;
  wall_clock clock;
  std::shared_ptr<storage::log> log;
  std::shared_ptr<access::registry> registry;
  std::shared_ptr<const access::directory> directory;
  std::shared_ptr<const access::key_ring> keys;
  std::shared_ptr<net::metrics> counts = std::make_shared<net::metrics>();
  actor_config actors_config;
  std::unique_ptr<caf::actor_system> actors;
  journal_actor journal;
  std::shared_ptr<net::web_client> web;
  opened_post post;
  std::unique_ptr<net::server> server;
  std::shared_ptr<const gateway::services> services;
};

program::inside::inside(program_options with)
    : options{std::move(with)}, actors_config{options.settings.actor_threads} {
  clock = real_time;
  if (options.test_clock) {
    clock_of_tests = std::make_shared<gateway::test_clock>(*options.test_clock);
    clock = [tests = clock_of_tests] { return tests->now(); };
  }
  log = std::make_shared<storage::log>(or_throw(
      storage::log::open(options.settings.data, options.settings.log)));
  registry = or_throw(access::registry::open(log, clock));
  directory = registry->who_is_here();
  keys = registry->keys();
  if (options.demo)
    make_demo_logins(*registry);
  actors = std::make_unique<caf::actor_system>(actors_config);
  server = std::make_unique<net::server>(options.settings.net);
  services = std::make_shared<const gateway::services>(make_services());
  if (options.demo)
    set_up_demo();
  server->start({gateway::make_handler(services),
                 gateway::live_events_for(services, server->hub()),
                 pages_from(options.assets), counts,
                 gateway::words_for_refusals(), options.note});
  wake_offices();
}

gateway::services program::inside::make_services() {
  journal = spawn_journal(*actors, log);
  auto hooks = open_hooks();
  auto with = gateway::services{};
  with.secret = or_throw(access::folder_secret(*log));
  with.people = std::make_shared<gateway::persons>(log, with.secret,
                                                   options.settings.sms.region);
  post = open_post(*actors, options.settings,
                   {with.people, with.secret, clock, counts, ask_offices()});
  with.post = post.door;
  with.gateways = post.gateways;
  auto context = std::make_shared<const office_context>(
      office_context{log, journal, gateway::frames_over(server->hub()), clock,
                     options.settings.office,
                     [hooks](const office_id& office, office::fact_number it) {
                       hooks->written(office, it);
                     },
                     [door = post.door](messages_changed it) {
                       door->changed(std::move(it));
                     }});
  with.offices = open_front_door(*actors, context);
  with.access = std::make_shared<access_door>(*actors, registry);
  with.directory = directory;
  with.keys = keys;
  with.hooks = hooks;
  with.log = log;
  with.counts = counts;
  with.commands = std::make_shared<net::counter_table>(
      counts,
      net::counter_table::heading{
          "suivant_commands_total",
          "Commands asked of offices, by how they ended", "command", "ended"});
  with.templates = templates();
  with.clock_of_tests = clock_of_tests;
  with.clock = clock;
  with.public_address = options.settings.public_address;
  return with;
}

// The post has no door to offices before there is one, and nothing to say.
ask_of_offices program::inside::ask_offices() {
  return [this](const office_id& office, ask_office what,
                asking<office_reply> by) {
    services->offices->ask(office, std::move(what), std::move(by));
  };
}

// What was under way, and what the clock has come to while we were away, waits
// in offices that nobody may ask for.
void program::inside::wake_offices() {
  for (const auto& id : or_throw(office::offices_in(*log)))
    services->offices->ask(id, {{office::begin_day{}, {}, {}}, {}},
                           {[](const office_reply&) {}, [](no_answer) {}});
}

std::shared_ptr<hooks_door> program::inside::open_hooks() {
  web = std::make_shared<net::web_client>(options.settings.web);
  auto context = hooks::context{
      .log = log,
      .book = registry->hooks(),
      .web = gateway::hooks_over(web),
      .clock = clock,
      .limits = options.settings.hooks,
      .count = [counts = counts](std::string_view how) {
        counts
            ->counts("suivant_hook_events_total",
                     "Events for web hooks, by how a try ended",
                     {{"ended", std::string{how}}})
            .add();
      }};
  return std::make_shared<hooks_door>(
      *actors, std::make_shared<const hooks::context>(std::move(context)));
}

void program::inside::set_up_demo() {
  auto setup = demo_setup();
  auto done = std::promise<std::string>{};
  services->offices->set_up(
      demo_office, {{office::configure{std::move(setup)}, {}, {}}, {}},
      {[&](const office_reply& it) {
         done.set_value(it.refused ? std::string{office::name_of(*it.refused)}
                                   : std::string{});
       },
       [&](no_answer) { done.set_value("the disk said no"); }});
  if (const auto why = done.get_future().get(); !why.empty())
    throw std::runtime_error{"the demo's town hall: " + why};
}

void program::inside::stop() {
  if (actors == nullptr)
    return;
  server->stop();
  post.close();
  services->offices->close();
  services->access->close();
  services->hooks->close();
  web->close();
  suivant::stop(journal);
  journal = journal_actor{};
  // The last words of an actor go to the hub, and belong to a request.
  actors.reset();
  services.reset();
  server.reset();
  registry.reset();
  log.reset();
}

program::program(program_options options)
    : inside_{std::make_unique<inside>(std::move(options))} {}

program::~program() = default;

std::uint16_t program::port() const {
  return inside_->server->port();
}

bool program::reload_certificates() {
  return inside_->server->reload_certificates();
}

void program::stop() {
  inside_->stop();
}

} // namespace suivant::config
