// Sends by a gateway, and waits until it says how that ended.

#pragma once

#include "net/post/mail_gateway.hpp"
#include "net/post/sms_gateway.hpp"

#include <boost/test/unit_test.hpp>

#include <future>

namespace suivant::tests {

template <class Gateway, class What>
net::sending sent_by(Gateway& by, const What& what) {
  auto ended = std::make_shared<std::promise<net::sending>>();
  auto told = ended->get_future();
  by.send(what, [ended](const net::sending& it) { ended->set_value(it); });
  BOOST_REQUIRE(
      (told.wait_for(std::chrono::seconds{30}) == std::future_status::ready));
  return told.get();
}

inline bool operator==(const net::sending& it, net::sent how) {
  return it.how == how;
}

} // namespace suivant::tests
