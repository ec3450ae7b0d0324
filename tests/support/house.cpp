// Starts and stops config::program.

#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

#include <unistd.h>

namespace suivant::tests {
namespace {

std::filesystem::path fresh_folder() {
  static auto counted = 0;
  auto folder = std::filesystem::temp_directory_path()
                / ("suivant-house-" + std::to_string(::getpid()) + '-'
                   + std::to_string(++counted));
  std::filesystem::remove_all(folder);
  return folder;
}

std::unique_ptr<house> shared;

struct town_ends_with_the_tests {
  ~town_ends_with_the_tests() {
    shared.reset();
  }
};
BOOST_TEST_GLOBAL_FIXTURE(town_ends_with_the_tests);

} // namespace

house::house(std::optional<instant> clock,
             std::function<void(config::program_options&)> with)
    : clock_{clock}, folder_{fresh_folder()} {
  start([&](config::program_options& options) {
    options.demo = true;
    if (with)
      with(options);
  });
}

house::~house() {
  stop();
  std::filesystem::remove_all(folder_);
}

void house::stop() {
  program_.reset();
}

void house::start(std::function<void(config::program_options&)> with) {
  auto options = config::program_options{};
  options.settings.data = folder_;
  options.settings.net.port = 0;
  options.settings.net.limits.drain_time = milliseconds{200};
  options.settings.log.free_bytes_kept = 0;
  options.test_clock = clock_;
  if (with)
    with(options);
  program_ = std::make_unique<config::program>(std::move(options));
}

caller house::staff(const std::string& name) const {
  auto it = visitor();
  BOOST_REQUIRE_EQUAL(it.sign_in(name).status, 200);
  return it;
}

void house::set_clock(instant to) const {
  const auto now = boost::json::object{{"now", to.time_since_epoch().count()}};
  BOOST_REQUIRE_EQUAL(visitor().put("/api/v1/test-clock", now).status, 200);
}

void house::advance(milliseconds by) const {
  const auto wish = boost::json::object{{"advance", by.count()}};
  BOOST_REQUIRE_EQUAL(visitor().put("/api/v1/test-clock", wish).status, 200);
}

std::string house::new_office() const {
  static auto counted = 0;
  const auto id = "office-" + std::to_string(++counted);
  auto adam = staff("adam");
  const auto made = adam.put("/api/v1/offices/" + id + "/setup", small_setup());
  BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  return id;
}

json_value small_setup() {
  auto setup = json_of(R"({
    "name": {"fr": "Mairie annexe", "en": "Town hall annex"},
    "zone": "Europe/Paris",
    "queues": [
      {"id": "hall", "name": {"fr": "Hall"}, "prefix": "H"},
      {"id": "desk", "name": {"fr": "Bureau"}, "prefix": "D"}],
    "services": [
      {"id": "papers", "name": {"fr": "Papiers"}, "queue": "hall"},
      {"id": "weddings", "name": {"fr": "Mariages"}, "queue": "hall"},
      {"id": "permits", "name": {"fr": "Permis"}, "queue": "desk"}],
    "rules": {"recall_pause_seconds": 0}})");
  auto counters = boost::json::array{};
  for (const auto* id : {"1", "2", "3", "4"})
    counters.push_back(
        boost::json::object{{"id", id},
                            {"name", {{"fr", std::string{"Guichet "} + id}}},
                            {"label", id},
                            {"serves", {"papers", "weddings", "permits"}}});
  setup.as_object()["counters"] = std::move(counters);
  return setup;
}

house& town() {
  if (!shared)
    shared = std::make_unique<house>();
  return *shared;
}

guest join(const house& in, const std::string& office,
           const std::string& service) {
  auto it = guest{in.visitor()};
  const auto wish = boost::json::object{{"service", service}};
  const auto made
      = it.by.post("/api/v1/offices/" + office + "/tickets", wish, new_key());
  BOOST_REQUIRE_MESSAGE(made.status == 201, made.text);
  it.by.link = made.at("/token").as_string();
  it.visit = made.at("/visit").to_number<std::int64_t>();
  it.number = made.at("/number").as_string();
  return it;
}

json_value about(std::int64_t visit, boost::json::object more) {
  more["visit"] = boost::json::object{{"id", visit}};
  return more;
}

} // namespace suivant::tests
