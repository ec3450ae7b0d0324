// Where a web hook may lead: to public addresses, to whom a certificate names,
// for so long and no longer.

#include "net/web_address.hpp"
#include "tests/support/certificates.hpp"
#include "tests/support/hooked_office.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;

namespace {

struct strict_office : hooks_of_an_office {
  strict_office()
      : hooks_of_an_office{[](config::program_options& with) {
          with.settings.hooks.waking = 20ms;
        }} {}
};

struct hasty_office : hooks_of_an_office {
  hasty_office()
      : hooks_of_an_office{[](config::program_options& with) {
          near(with);
          with.settings.web.time = 100ms;
        }} {}
};

} // namespace

BOOST_AUTO_TEST_SUITE(api_hooks_ways)

BOOST_AUTO_TEST_CASE(only_addresses_of_the_internet_are_public) {
  const auto is_public = [](const char* text) {
    return net::is_public(*net::read_address(text));
  };
  for (const auto* text :
       {"127.0.0.1",    "10.1.2.3",         "172.16.0.1",      "172.31.255.255",
        "192.168.1.1",  "169.254.169.254",  "100.64.0.1",      "0.0.0.0",
        "224.0.0.1",    "255.255.255.255",  "198.18.0.1",      "::1",
        "::",           "fe80::1",          "fc00::1",         "fd12::1",
        "ff02::1",      "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
        "2002:a00:1::", "2001:db8::1",      "2001::1"})
    BOOST_TEST(!is_public(text), text);
  for (const auto* text : {"9.9.9.9", "172.32.0.1", "100.128.0.1",
                           "2a01:e0a::1", "2620:fe::fe", "::ffff:9.9.9.9"})
    BOOST_TEST(is_public(text), text);
}

BOOST_AUTO_TEST_CASE(addresses_are_read_as_they_are_meant) {
  const auto read
      = [](const char* text) { return net::read_web_address(text); };
  const auto it = read("https://partner.example.org:8443/a/b?c=d");
  BOOST_TEST_REQUIRE(it.has_value());
  BOOST_TEST(it->host == "partner.example.org");
  BOOST_TEST(it->port == "8443");
  BOOST_TEST(it->target == "/a/b?c=d");
  BOOST_TEST(it->authority() == "partner.example.org:8443");
  BOOST_TEST(read("https://example.org")->target == "/");
  BOOST_TEST(read("http://[::1]/")->host == "::1");
  BOOST_TEST(read("http://[::1]/")->authority() == "[::1]");
  for (const auto* text :
       {"", "example.org", "ftp://example.org/", "https://", "https:///x",
        "https://me@example.org/", "https://exa mple.org/", "file:///etc"})
    BOOST_TEST(!read(text).has_value(), text);
}

BOOST_FIXTURE_TEST_CASE(nobody_is_sent_into_our_own_network, strict_office) {
  made(ears.url());
  booked(on_tuesday(10h));
  with_error("not_allowed");
  BOOST_TEST(adam.remove(hooks + "/wish").status == 204);
  made("https://localhost:" + std::to_string(ears.port()) + "/");
  booked(on_tuesday(11h), "0699999999");
  with_error("not_allowed");
  BOOST_TEST(ears.so_far().empty());
}

BOOST_FIXTURE_TEST_CASE(who_says_nothing_is_cut_off_and_holds_nobody_up,
                        hasty_office) {
  made(ears.url());
  ears.answer(0);
  booked(on_tuesday(10h));
  with_error("timeout");
  booked(on_tuesday(11h), "0699999999");
  ears.answer(200);
  here.advance(5s);
  ears.heard(3);
  BOOST_TEST(ears.kinds_taken().size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_certificate_nobody_vouches_for_is_refused,
                        hooks_of_an_office) {
  const auto shown = certificate_files{"localhost"};
  auto secret_ears = receiver{&shown};
  made(secret_ears.url());
  booked(on_tuesday(10h));
  with_error("tls");
  BOOST_TEST(secret_ears.so_far().empty());
}

BOOST_AUTO_TEST_CASE(a_certificate_of_a_known_authority_is_taken_for_its_name) {
  const auto shown = certificate_files{"localhost"};
  auto office = hooks_of_an_office{[&](config::program_options& with) {
    near(with);
    with.settings.web.authorities = shown.certificate();
  }};
  auto secret_ears = receiver{&shown};
  office.made(secret_ears.url());
  office.booked(on_tuesday(10h));
  secret_ears.heard(1);
}

BOOST_AUTO_TEST_CASE(a_certificate_for_another_name_is_refused) {
  const auto strange = certificate_files{"example.org"};
  auto office = hooks_of_an_office{[&](config::program_options& with) {
    near(with);
    with.settings.web.authorities = strange.certificate();
  }};
  auto secret_ears = receiver{&strange};
  office.made(secret_ears.url());
  office.booked(on_tuesday(10h));
  office.with_error("tls");
}

BOOST_AUTO_TEST_SUITE_END()
