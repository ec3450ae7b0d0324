#include "net/post/mail_transfer.hpp"

#include "net/post/mail_words.hpp"

#include <stdexcept>

#include <curl/curl.h>

namespace suivant::net {
namespace {

using lines = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;
using parts = std::unique_ptr<curl_mime, void (*)(curl_mime*)>;

// How far the talk with the server has come: who loses the line after the
// mail was sent does not know what became of it.
enum class stage { greeting, sender, recipient, content };

struct talk {
  stage at = stage::greeting;
  const std::atomic<bool>* closed = nullptr;
};

// What the library says to the server, as it says it.
int overhear(CURL*, curl_infotype kind, char* bytes, std::size_t size,
             void* user) {
  auto& it = *static_cast<talk*>(user);
  const auto line = std::string_view{bytes, size};
  if (kind != CURLINFO_HEADER_OUT)
    return 0;
  if (line.starts_with("MAIL"))
    it.at = stage::sender;
  else if (line.starts_with("RCPT"))
    it.at = stage::recipient;
  else if (line.starts_with("DATA"))
    it.at = stage::content;
  return 0;
}

int go_on(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const talk*>(user)->closed->load() ? 1 : 0;
}

void add(lines& to, const std::string& line) {
  auto* longer = curl_slist_append(to.get(), line.c_str());
  if (longer == nullptr)
    throw std::bad_alloc{};
  static_cast<void>(to.release());
  to.reset(longer);
}

void add_part(curl_mime* to, const std::string& content, const char* type,
              const char* encoding) {
  auto* part = curl_mime_addpart(to);
  curl_mime_data(part, content.data(), content.size());
  curl_mime_type(part, type);
  curl_mime_encoder(part, encoding);
}

void add_calendar(curl_mime* to, const mail& it) {
  auto* part = curl_mime_addpart(to);
  const auto type
      = "text/calendar; charset=utf-8; method=" + it.calendar_method;
  curl_mime_data(part, it.calendar.data(), it.calendar.size());
  curl_mime_type(part, type.c_str());
  curl_mime_encoder(part, "base64");
  curl_mime_filename(part, "rdv.ics");
}

// The same words twice, and the calendar's file beside them.
parts body_of(CURL* with, const mail& it) {
  auto whole = parts{curl_mime_init(with), curl_mime_free};
  auto* words = curl_mime_init(with);
  add_part(words, it.text, "text/plain; charset=utf-8", "quoted-printable");
  if (!it.html.empty())
    add_part(words, it.html, "text/html; charset=utf-8", "quoted-printable");
  auto* first = curl_mime_addpart(whole.get());
  curl_mime_subparts(first, words);
  curl_mime_type(first, "multipart/alternative");
  if (!it.calendar.empty())
    add_calendar(whole.get(), it);
  return whole;
}

std::string address_of(const mail_settings& with) {
  const auto scheme = with.tls == mail_tls::implicit ? "smtps://" : "smtp://";
  const auto host = with.server.find(':') == std::string::npos
                        ? with.server
                        : '[' + with.server + ']';
  // What stands behind the slash is how we call ourselves.
  return scheme + host + ':' + std::to_string(with.port) + '/' + with.domain;
}

long encryption(mail_tls it) {
  switch (it) {
  case mail_tls::required:
  case mail_tls::implicit:
    return CURLUSESSL_ALL;
  case mail_tls::optional:
    return CURLUSESSL_TRY;
  case mail_tls::never:
    break;
  }
  return CURLUSESSL_NONE;
}

bool is_about_tls(CURLcode it) {
  return it == CURLE_USE_SSL_FAILED || it == CURLE_SSL_CONNECT_ERROR
         || it == CURLE_PEER_FAILED_VERIFICATION
         || it == CURLE_SSL_CACERT_BADFILE;
}

std::string why_not_reached(CURLcode it) {
  if (it == CURLE_COULDNT_RESOLVE_HOST)
    return "unknown_host";
  if (it == CURLE_COULDNT_CONNECT)
    return "unreachable";
  if (it == CURLE_LOGIN_DENIED)
    return "gateway_log_in";
  if (it == CURLE_OPERATION_TIMEDOUT)
    return "timeout";
  return is_about_tls(it) ? "tls" : "cut_off";
}

// Before the first thread of ours uses the library.
CURL* new_transfer() {
  static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  return ready == CURLE_OK ? curl_easy_init() : nullptr;
}

// `said` is the last thing that the server said; 0: nothing.
sending ended(CURLcode how, long said, stage at) {
  if (how == CURLE_OK)
    return {sent::handed, {}, {}};
  const auto refused = said >= 500 && said < 600;
  const auto put_off = said >= 400 && said < 500;
  if (refused && at == stage::recipient)
    return {sent::refused, "unknown_user", {}};
  if (refused && at == stage::content)
    return {sent::refused, "content_refused", {}};
  if (refused || put_off)
    return {sent::later,
            how == CURLE_LOGIN_DENIED ? "gateway_log_in"
                                      : "gateway_" + std::to_string(said),
            {}};
  if (at == stage::content)
    return {sent::unknown,
            how == CURLE_OPERATION_TIMEDOUT ? "timeout" : "cut_off",
            {}};
  return {sent::later, why_not_reached(how), {}};
}

} // namespace

struct mail_transfer::inside {
  const mail_settings& with;
  talk with_server;
  std::unique_ptr<CURL, void (*)(CURL*)> curl{new_transfer(),
                                              curl_easy_cleanup};
};

mail_transfer::mail_transfer(const mail_settings& with,
                             const std::atomic<bool>& closed)
    : inside_{new inside{.with = with, .with_server{.closed = &closed}}} {
  auto* curl = inside_->curl.get();
  if (curl == nullptr)
    throw std::runtime_error{"no memory for mail"};
  const auto set = [&](CURLoption option, auto value) {
    if (curl_easy_setopt(curl, option, value) != CURLE_OK)
      throw std::runtime_error{"mail: a setting was not taken"};
  };
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_URL, address_of(with).c_str());
  set(CURLOPT_USE_SSL, encryption(with.tls));
  if (!with.authorities.empty())
    set(CURLOPT_CAINFO, with.authorities.c_str());
  if (!with.user.empty()) {
    set(CURLOPT_USERNAME, with.user.c_str());
    set(CURLOPT_PASSWORD, with.password.c_str());
  }
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(with.time.count()));
  set(CURLOPT_VERBOSE, 1L); // To overhear, not to print.
  set(CURLOPT_DEBUGFUNCTION, overhear);
  set(CURLOPT_DEBUGDATA, &inside_->with_server);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, go_on);
  set(CURLOPT_XFERINFODATA, &inside_->with_server);
}

mail_transfer::~mail_transfer() = default;

sending mail_transfer::send(const mail& it) {
  auto* curl = inside_->curl.get();
  const auto& with = inside_->with;
  auto to = lines{nullptr, curl_slist_free_all};
  add(to, '<' + it.to + '>');
  auto headers = lines{nullptr, curl_slist_free_all};
  for (const auto& line : headers_of(it, with))
    add(headers, line);
  const auto body = body_of(curl, it);
  const auto bounces_to
      = it.bounce.empty() ? with.from : it.bounce + '@' + with.domain;
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ('<' + bounces_to + '>').c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_MIMEPOST, body.get());
  inside_->with_server.at = stage::greeting;
  const auto how = curl_easy_perform(curl);
  auto said = 0L;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &said);
  return ended(how, said, inside_->with_server.at);
}

} // namespace suivant::net
