// The headers of a supervisor of the demo, for servers that are to be killed.

#pragma once

#include "tests/support/wire.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

namespace suivant::tests {

inline std::string signed_in(std::uint16_t port) {
  auto server = wire{port};
  server.send(post("/api/v1/sessions",
                   R"({"name":"sophie","password":"suivant-demo-2026"})",
                   "Content-Type: application/json\r\n"));
  const auto said = server.read_answer();
  BOOST_TEST_REQUIRE(said.status == 200, said.body);
  const auto cookie = said.headers.at("set-cookie");
  const auto csrf = boost::json::parse(said.body).at("csrf").as_string();
  return "Cookie: " + cookie.substr(0, cookie.find(';'))
         + "\r\nX-Csrf: " + std::string{csrf} + "\r\n";
}

} // namespace suivant::tests
