// One connection to a mail server, by libcurl: one mail after another. The
// only part that knows the library.

#pragma once

#include "net/post/mail_gateway.hpp"

#include <atomic>

namespace suivant::net {

/// Used by one thread.
class mail_transfer {
public:
  /// Ends what is under way soon after `closed` becomes true; both outlive it.
  /// Throws std::runtime_error if there is no memory for it.
  mail_transfer(const mail_settings& with, const std::atomic<bool>& closed);
  ~mail_transfer();
  mail_transfer(const mail_transfer&) = delete;
  mail_transfer& operator=(const mail_transfer&) = delete;

  sending send(const mail& it);

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant::net
