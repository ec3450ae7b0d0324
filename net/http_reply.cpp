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
  std::string_view name;    // Stable, for programs.
  std::string_view message; // For people.
};

constexpr std::array statuses{
    status_text{100, "Continue", "", ""},
    status_text{101, "Switching Protocols", "", ""},
    status_text{200, "OK", "", ""},
    status_text{201, "Created", "", ""},
    status_text{202, "Accepted", "", ""},
    status_text{204, "No Content", "", ""},
    status_text{206, "Partial Content", "", ""},
    status_text{301, "Moved Permanently", "", ""},
    status_text{302, "Found", "", ""},
    status_text{303, "See Other", "", ""},
    status_text{304, "Not Modified", "", ""},
    status_text{307, "Temporary Redirect", "", ""},
    status_text{308, "Permanent Redirect", "", ""},
    status_text{400, "Bad Request", "unreadable",
                "This request could not be read."},
    status_text{401, "Unauthorized", "not_signed_in", "Please sign in."},
    status_text{403, "Forbidden", "forbidden", "This is not allowed."},
    status_text{404, "Not Found", "unknown", "There is nothing here."},
    status_text{405, "Method Not Allowed", "method_not_allowed",
                "This cannot be done here."},
    status_text{408, "Request Timeout", "too_slow",
                "The request did not arrive in time."},
    status_text{409, "Conflict", "conflict", "This is no longer so."},
    status_text{410, "Gone", "gone", "This is over."},
    status_text{412, "Precondition Failed", "stale", "This has changed."},
    status_text{413, "Payload Too Large", "too_large",
                "This request is too large."},
    status_text{415, "Unsupported Media Type", "not_json",
                "Only JSON is understood here."},
    status_text{421, "Misdirected Request", "misdirected",
                "This is another server's."},
    status_text{422, "Unprocessable Entity", "invalid",
                "This cannot be done as asked."},
    status_text{426, "Upgrade Required", "upgrade_required",
                "Only WebSocket version 13 is spoken here."},
    status_text{429, "Too Many Requests", "too_many",
                "Too many requests; please wait a little."},
    status_text{431, "Request Header Fields Too Large", "header_too_large",
                "The header of this request is too large."},
    status_text{500, "Internal Server Error", "failed",
                "Something went wrong here."},
    status_text{501, "Not Implemented", "not_implemented",
                "This method is not known here."},
    status_text{503, "Service Unavailable", "unavailable",
                "Not possible just now; please try again."},
    status_text{505, "HTTP Version Not Supported", "version",
                "Only HTTP/1.1 is spoken here."},
};

const status_text& text_of(int status) {
  static constexpr status_text unknown{0, "", "failed", ""};
  const auto found = std::find_if(
      statuses.begin(), statuses.end(),
      [=](const status_text& one) { return one.status == status; });
  return found == statuses.end() ? unknown : *found;
}

void add_line(std::string& head, std::string_view name,
              std::string_view value) {
  const auto put = [&](std::string_view text) {
    std::copy_if(
        text.begin(), text.end(), std::back_inserter(head),
        [](char sign) { return sign != '\r' && sign != '\n' && sign != '\0'; });
  };
  put(name);
  head += ": ";
  put(value);
  head += "\r\n";
}

std::string date_line(std::time_t now) {
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const auto length = std::strftime(text.data(), text.size(),
                                    "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), length};
}

bool names(const response& answer, std::string_view name) {
  return std::any_of(
      answer.headers.begin(), answer.headers.end(),
      [&](const auto& header) { return same_word(header.first, name); });
}

std::string status_line(int status) {
  const auto text = text_of(status).text;
  return "HTTP/1.1 " + std::to_string(status) + ' ' + std::string{text}
         + "\r\n";
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

response plain_refusal(int status, std::string_view name,
                       std::string_view message) {
  std::string body{R"({"error":")"};
  body.append(name).append(R"(","message":")").append(message).append(R"("})");
  return json_response(status, std::move(body));
}

response plain_refusal(int status) {
  const auto& text = text_of(status);
  auto answer = plain_refusal(status, text.name, text.message);
  if (status == 429 || status == 503)
    answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

} // namespace suivant::net
