// Pages: which one a path means, in which coding, and what browsers may do
// with it. A path is only ever looked up in a table, so it cannot lead
// anywhere else.

#include "net/assets.hpp"

#include "net/words.hpp"

#include <algorithm>
#include <array>

namespace suivant::net {

namespace {

/// Below these, every path is the same page, which reads the rest itself.
constexpr std::array<std::string_view, 17> page_folders{
    "/join/",   "/book/",      "/ticket/",  "/board/",     "/arrive/",
    "/desk/",   "/setup/",     "/results/", "/reception/", "/phone/",
    "/agenda/", "/campaigns/", "/poster/",  "/login/",     "/kiosk/",
    "/survey/", "/texts/"};

constexpr std::string_view content_security
    = "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
      "object-src 'none'; base-uri 'none'; form-action 'self'; "
      "frame-ancestors 'none'";
constexpr std::string_view permissions
    = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
      "interest-cohort=()";

const auto by_path
    = [](const auto& one, std::string_view path) { return one.first < path; };

template <class Shelf>
auto* find(const Shelf& shelf, std::string_view path) {
  const auto found
      = std::lower_bound(shelf.begin(), shelf.end(), path, by_path);
  return found != shelf.end() && found->first == path ? &found->second
                                                      : nullptr;
}

/// The page that stands for all below its folder, or the folder's own.
std::string index_of(std::string_view path) {
  for (const auto folder : page_folders)
    if (path.starts_with(folder) && path.find('.', folder.size()) == path.npos)
      return std::string{folder} + "index.html";
  return std::string{path} + (path.ends_with('/') ? "index.html" : "");
}

bool has_tag(std::string_view list, std::string_view etag) {
  while (!list.empty()) {
    auto one = next_part(list, ',');
    if (one.starts_with("W/"))
      one.remove_prefix(2);
    if (one == etag || one == "*")
      return true;
  }
  return false;
}

shared_text text_of(std::span<const char> bytes) {
  if (bytes.empty())
    return nullptr;
  return std::make_shared<const std::string>(bytes.begin(), bytes.end());
}

} // namespace

std::shared_ptr<assets> assets::of_table(std::span<const asset> table) {
  auto pages = std::make_shared<assets>();
  shelf all;
  for (const auto& one : table)
    all.emplace_back(one.path, page{.type = std::string{one.type},
                                    .etag = std::string{one.etag},
                                    .raw = text_of(one.raw),
                                    .gzip = text_of(one.gzip),
                                    .brotli = text_of(one.brotli),
                                    .immutable = one.immutable});
  pages->replace(std::move(all));
  return pages;
}

void assets::replace(shelf pages) {
  std::sort(pages.begin(), pages.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  auto ready = std::make_shared<const shelf>(std::move(pages));
  const std::lock_guard lock{mutex_};
  shelf_.swap(ready);
}

std::shared_ptr<const assets::shelf> assets::current() const {
  const std::lock_guard lock{mutex_};
  return shelf_;
}

std::optional<response> assets::answer(const request& asked) const {
  if (asked.method != "GET")
    return std::nullopt;
  const auto pages = current();
  const auto* found = find(*pages, asked.path);
  if (found == nullptr)
    found = find(*pages, index_of(asked.path));
  if (found == nullptr) {
    // "/desk" means "/desk/": links inside a page need the slash.
    if (find(*pages, asked.path + "/index.html") == nullptr)
      return std::nullopt;
    response moved{.status = 308};
    moved.headers.emplace_back("Location", asked.path + "/");
    return moved;
  }
  response answer;
  answer.type = found->type;
  answer.headers = {
      // Weak: the same page in another coding has other bytes.
      {"ETag", "W/" + found->etag},
      {"Vary", "Accept-Encoding"},
      {"Cache-Control",
       found->immutable ? "public, max-age=31536000, immutable" : "no-cache"},
      {"Content-Security-Policy", std::string{content_security}},
      {"Permissions-Policy", std::string{permissions}},
      {"Cross-Origin-Opener-Policy", "same-origin"},
  };
  if (has_tag(asked.header("if-none-match"), found->etag)) {
    answer.status = 304;
    return answer;
  }
  const auto codings = asked.header("accept-encoding");
  answer.body = found->raw;
  if (found->brotli && accepts_coding(codings, "br")) {
    answer.body = found->brotli;
    answer.headers.emplace_back("Content-Encoding", "br");
  } else if (found->gzip && accepts_coding(codings, "gzip")) {
    answer.body = found->gzip;
    answer.headers.emplace_back("Content-Encoding", "gzip");
  }
  return answer;
}

} // namespace suivant::net
