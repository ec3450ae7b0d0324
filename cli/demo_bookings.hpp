// Appointments in the demo: some for each day, made as visitors make them on
// the booking page, and most of them kept. All of it is invented.

#pragma once

#include "actors/common/instant.hpp"
#include "cli/http_client.hpp"

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <vector>

namespace suivant::cli {

class demo_bookings {
public:
  demo_bookings(std::uint16_t port, std::string office);

  /// Makes some for `today` and the week after it, where there are none of
  /// ours yet. Asking again the same day makes no more.
  void make(business_day today);
  /// Who is due by then says that they are there.
  void arrive_until(instant now);

private:
  struct wish {
    std::string service;
    instant start;
    int number = 0; // Tells who it is.
  };

  std::vector<wish> wishes_on(business_day day);
  std::vector<instant> starts_on(const std::string& service, business_day day);
  void book(const wish& what);
  boost::json::object ask(std::string method, const std::string& path,
                          const std::string& body = {},
                          const std::string& link = {});

  http_client http_;
  std::string office_; // Its path.
  business_day next_;  // The first day without any of ours.
  int made_ = 0;
  std::multimap<instant, std::string> due_; // Their links.
};

} // namespace suivant::cli
