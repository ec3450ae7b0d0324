// Many keep-alive connections to one server in one thread. Speaks just enough
// HTTP to load it; loopback only.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::bench {

struct http_answer {
  int status = 0; // 0: the connection ended instead.
  std::string_view head;
  std::string_view body;

  /// A text member of a flat JSON body; empty when there is none.
  std::string member(std::string_view name) const;
};

/// Where the lines come from: all from one address, or each from a network of
/// its own, as if from many homes.
enum class networks { one, many };

class http_lines {
public:
  http_lines(std::uint16_t port, std::size_t count,
             networks from = networks::one);
  ~http_lines();
  http_lines(const http_lines&) = delete;
  http_lines& operator=(const http_lines&) = delete;

  using listener = std::function<void(const http_answer&)>;

  /// One at a time on each line; `then` may ask the next.
  void ask(std::size_t line, std::string_view request, listener then);

  /// Reads what has come, waiting at most this long.
  void listen(std::chrono::milliseconds most);
  /// The same until nothing is under way.
  void finish();

  std::size_t size() const {
    return lines_.size();
  }
  bool is_busy(std::size_t which) const {
    return static_cast<bool>(lines_[which].then);
  }

private:
  struct line {
    int descriptor = -1;
    std::string read;
    listener then;
  };

  void connect(std::size_t which);
  void take(line& from);

  std::uint16_t port_;
  networks from_;
  int epoll_;
  std::vector<line> lines_;
  std::size_t under_way_ = 0;
};

/// A request as one text; `headers` end with \r\n each.
std::string http_request(std::string_view method, std::string_view path,
                         std::string_view headers = {},
                         std::string_view body = {});

/// The headers of somebody of the staff, signed in on line 0.
std::string signed_in(http_lines& lines, std::string_view name);

} // namespace suivant::bench
