// The actor passes on what the registry answers, from a thread of its own.

#include "actors/messages.hpp"
#include "tests/support/access_office.hpp"

#include <caf/actor_system.hpp>
#include <caf/scoped_actor.hpp>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr auto answer_limit = std::chrono::seconds{30};

struct config : caf::actor_system_config {
  config() {
    know_messages<caf::id_block::suivant>(*this);
  }
};

struct open_office : access_office {
  std::shared_ptr<const access::directory> here = registry->who_is_here();
  config settings;
  caf::actor_system system{settings};
  access_actor actor = spawn_access(
      system, std::shared_ptr<access::registry>{std::move(registry)});
  caf::scoped_actor self{system};

  ~open_office() {
    stop(actor);
  }

  template <class T, class Request>
  access::answer<T> asked(const Request& what) {
    auto told = access::answer<T>{access::refused{}};
    self->request(actor, answer_limit, what)
        .receive(
            [&](const access::answer<T>& it) { told = it; },
            [&](const caf::error& why) { BOOST_FAIL(system.render(why)); });
    return told;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(access_actor_behaviour, open_office)

BOOST_AUTO_TEST_CASE(who_signs_in_is_found_by_every_thread) {
  const auto told
      = asked<access::signed_in>(access::sign_in{"ada", good_password, "peer"});
  const auto& it = std::get<access::signed_in>(told);
  BOOST_REQUIRE(here->who_is(it.cookie));
  asked<access::accepted>(access::sign_out{it.who->session});
  BOOST_TEST(!here->who_is(it.cookie));
}

BOOST_AUTO_TEST_CASE(a_refusal_is_an_answer_and_no_error) {
  const auto told
      = asked<access::signed_in>(access::sign_in{"ada", "x", "peer"});
  BOOST_TEST(
      (std::get<access::refused>(told).why == access::refusal::wrong_password));
}

BOOST_AUTO_TEST_CASE(a_screen_is_paired_over_messages) {
  const auto begun = std::get<access::pairing_begun>(
      asked<access::pairing_begun>(access::begin_pairing{"peer"}));
  asked<access::accepted>(access::confirm_pairing{
      access::console(), town_hall, begun.code, access::role::board, "hall 1"});
  const auto claimed
      = asked<access::pairing_claimed>(access::claim_pairing{begun.secret});
  BOOST_REQUIRE(std::get<access::pairing_claimed>(claimed));
}

BOOST_AUTO_TEST_SUITE_END()
