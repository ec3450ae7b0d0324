// One HTTP connection: request after request, until it ends or goes live.
// Knows no parser and no encryption.

#pragma once

#include "net/http_reply.hpp"
#include "net/live_table.hpp"
#include "net/request_reader.hpp"
#include "net/server.hpp"

#include <map>

namespace suivant::net {

class http_session;

/// What has been answered since it was last asked, by kind and status.
using answer_counts = std::map<std::pair<std::string_view, int>, std::uint64_t>;

/// From the first byte of a request to the answer, by kind.
using answer_duration
    = std::pair<std::string_view, std::chrono::steady_clock::duration>;

/// What all sessions of one io thread share. Outlives them.
struct io_room {
  using run_later = std::function<void(std::function<void()>)>;

  const server_settings& settings;
  const services& handlers;
  const address_set& proxies;
  address_guard& guard;
  live_table& live;
  /// Runs something on the io thread; safe to keep and call for ever.
  run_later later;
  answer_counts answered;
  std::vector<answer_duration> durations;
  std::uint64_t refused_hellos = 0;
  std::map<http_session*, std::shared_ptr<http_session>> sessions;
};

class http_session : public std::enable_shared_from_this<http_session> {
public:
  using time = std::chrono::steady_clock::time_point;

  http_session(io_room& room, std::shared_ptr<byte_stream> stream,
               std::string peer, address_guard::ticket ticket, bool encrypted);
  ~http_session();

  void start();
  /// Ends what takes too long.
  void tick(time now);
  /// Lets a running request finish, ends an idle connection at once.
  void drain();
  void end();

private:
  enum class phase { greeting, idle, header, body, answering, writing, over };

  void begin_request();
  void read();
  void take_bytes(std::string_view bytes);
  void feed();
  void permit_body();
  void handle();
  bool understand();
  void route();
  void ask_pages_and_handler();
  void answer(std::size_t exchange, std::optional<response> given);
  response no(objection what) const;
  void note_language();
  void reply(response given);
  void reply_and_end(response given);
  void written();
  std::function<void(bool)> if_well(std::function<void()> then);
  bool go_live();
  std::optional<response> objection_to_live(framing how);
  void become_live(framing how);
  void hand_over(framing how);
  void enter(phase next, std::chrono::milliseconds most);

  io_room& room_;
  std::shared_ptr<byte_stream> stream_;
  const std::string peer_;
  std::optional<address_guard::ticket> ticket_;
  const bool by_proxy_; // One whose word about the client is believed.
  const bool encrypted_;
  phase phase_ = phase::greeting;
  time deadline_{};
  time asked_at_{}; // When the first byte of the request came.
  std::string in_;
  std::unique_ptr<request_reader> reader_;
  request asked_;
  std::string_view kind_; // Of request, for counting.
  std::string language_;  // What it says in Accept-Language.
  bool secure_ = false;
  std::size_t exchange_ = 0; // Tells a late answer from the present one.
  bool keep_alive_ = true;
  bool head_only_ = false;
  bool draining_ = false;
};

} // namespace suivant::net
