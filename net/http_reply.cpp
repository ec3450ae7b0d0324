// Status lines, header lines and the errors this layer finds by itself.

#include "net/http_reply.hpp"

#include "net/words.hpp"

#include <algorithm>
#include <array>

namespace suivant::net {

namespace {

struct status_text {
  int status;
  std::string_view text;
};

constexpr std::array statuses{
    status_text{100, "Continue"},
    status_text{101, "Switching Protocols"},
    status_text{200, "OK"},
    status_text{201, "Created"},
    status_text{202, "Accepted"},
    status_text{204, "No Content"},
    status_text{206, "Partial Content"},
    status_text{301, "Moved Permanently"},
    status_text{302, "Found"},
    status_text{303, "See Other"},
    status_text{304, "Not Modified"},
    status_text{307, "Temporary Redirect"},
    status_text{308, "Permanent Redirect"},
    status_text{400, "Bad Request"},
    status_text{401, "Unauthorized"},
    status_text{403, "Forbidden"},
    status_text{404, "Not Found"},
    status_text{405, "Method Not Allowed"},
    status_text{408, "Request Timeout"},
    status_text{409, "Conflict"},
    status_text{410, "Gone"},
    status_text{412, "Precondition Failed"},
    status_text{413, "Payload Too Large"},
    status_text{415, "Unsupported Media Type"},
    status_text{421, "Misdirected Request"},
    status_text{422, "Unprocessable Entity"},
    status_text{426, "Upgrade Required"},
    status_text{429, "Too Many Requests"},
    status_text{431, "Request Header Fields Too Large"},
    status_text{500, "Internal Server Error"},
    status_text{501, "Not Implemented"},
    status_text{503, "Service Unavailable"},
    status_text{505, "HTTP Version Not Supported"},
};

/// What the listener itself says no to, by status.
constexpr std::array errors{
    status_text{400, "unreadable"},
    status_text{403, "forbidden"},
    status_text{405, "method_not_allowed"},
    status_text{408, "too_slow"},
    status_text{413, "too_large"},
    status_text{426, "upgrade_required"},
    status_text{429, "too_many"},
    status_text{431, "header_too_large"},
    status_text{500, "failed"},
    status_text{501, "not_implemented"},
    status_text{503, "unavailable"},
    status_text{505, "version"},
};

template <class Table>
std::string_view text_in(const Table& table, int status) {
  const auto found
      = std::find_if(table.begin(), table.end(), [=](const status_text& one) {
          return one.status == status;
        });
  return found == table.end() ? std::string_view{} : found->text;
}

void add_line(std::string& head, std::string_view name,
              std::string_view value) {
  const auto fits
      = [](char sign) { return sign != '\r' && sign != '\n' && sign != '\0'; };
  const auto put = [&](std::string_view text) {
    if (std::all_of(text.begin(), text.end(), fits))
      head += text;
    else
      std::copy_if(text.begin(), text.end(), std::back_inserter(head), fits);
  };
  put(name);
  head += ": ";
  put(value);
  head += "\r\n";
}

std::string written_date(std::time_t now) {
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const auto length = std::strftime(text.data(), text.size(),
                                    "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), length};
}

// Many answers go out in one second.
const std::string& date_line(std::time_t now) {
  thread_local auto last = std::pair{now, written_date(now)};
  if (last.first != now)
    last = {now, written_date(now)};
  return last.second;
}

bool names(const response& answer, std::string_view name) {
  return std::any_of(
      answer.headers.begin(), answer.headers.end(),
      [&](const auto& header) { return same_word(header.first, name); });
}

response bare_refusal(int status, std::string_view error) {
  auto body = std::string{R"({"error":")"};
  body.append(error).append(R"(","message":")").append(error).append(R"("})");
  return json_response(status, std::move(body));
}

std::string status_line(int status) {
  return "HTTP/1.1 " + std::to_string(status) + ' '
         + std::string{text_in(statuses, status)} + "\r\n";
}

} // namespace

std::string reply_head(const response& answer, const reply_manner& manner,
                       std::time_t now) {
  auto head = status_line(answer.status);
  head.reserve(512);
  add_line(head, "Date", date_line(now));
  const auto size = answer.body ? answer.body->size() : 0;
  const auto bodiless
      = answer.status < 200 || answer.status == 204 || answer.status == 304;
  if (!bodiless)
    add_line(head, "Content-Length", std::to_string(size));
  if (size > 0 && !bodiless)
    add_line(head, "Content-Type", answer.type);
  for (const auto& [name, value] : answer.headers)
    add_line(head, name, value);
  if (!names(answer, "Cache-Control"))
    add_line(head, "Cache-Control", "no-store");
  add_line(head, "X-Content-Type-Options", "nosniff");
  if (!names(answer, "Referrer-Policy"))
    add_line(head, "Referrer-Policy", "no-referrer");
  if (manner.secure)
    add_line(head, "Strict-Transport-Security", "max-age=31536000");
  if (!manner.keep_alive && answer.status != 101)
    add_line(head, "Connection", "close");
  return head += "\r\n";
}

std::string event_stream_head(std::time_t now) {
  auto head = status_line(200);
  add_line(head, "Date", date_line(now));
  add_line(head, "Content-Type", "text/event-stream");
  add_line(head, "Cache-Control", "no-store");
  add_line(head, "X-Content-Type-Options", "nosniff");
  // Proxies that collect a response before they pass it on would never do so.
  add_line(head, "X-Accel-Buffering", "no");
  add_line(head, "Connection", "close");
  return head += "\r\n";
}

std::string_view error_of(int status) {
  return text_in(errors, status);
}

response in_words(objection no, const refusal_words& words,
                  std::string_view accept_language) {
  const auto error = no.error.empty() ? error_of(no.status) : no.error;
  auto answer = words ? words(no.status, error, accept_language)
                      : bare_refusal(no.status, error);
  for (auto& line : no.headers)
    answer.headers.push_back(std::move(line));
  if (no.status == 429 || no.status == 503)
    answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

} // namespace suivant::net
