// Pages from memory and from a folder.

#include "net/assets.hpp"
#include "tests/support/listening.hpp"
#include "tests/support/wire.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr std::string_view home = "<!doctype html>home";
constexpr std::string_view home_zipped = "zipped";
constexpr std::string_view home_small = "small";
constexpr std::string_view ticket = "<!doctype html>ticket";
constexpr std::string_view script = "'use strict'";

const net::asset table[] = {
    {"/ticket/index.html", "text/html", "\"t\"", ticket, {}, {}, false},
    {"/index.html", "text/html", "\"h\"", home, home_zipped, home_small, false},
    {"/ticket/app.0a1b2c3d.js",
     "text/javascript",
     "\"s\"",
     script,
     {},
     {},
     true},
};

struct pages {
  explicit pages(std::shared_ptr<net::assets> shown)
      : server{{}, {.pages = std::move(shown)}}, one{server.port()} {}

  wire_answer ask(const std::string& path, const std::string& headers = {}) {
    one.send(get(path, headers));
    return one.read_answer();
  }

  listening server;
  wire one;
};

struct folder {
  folder() {
    auto pattern
        = (std::filesystem::temp_directory_path() / "suivant-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
    std::filesystem::create_directory(path / "desk");
  }
  ~folder() {
    std::filesystem::remove_all(path);
  }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream{path / name} << content;
  }

  std::filesystem::path path;
};

} // namespace

BOOST_AUTO_TEST_SUITE(static_pages)

BOOST_AUTO_TEST_CASE(a_folder_is_its_index) {
  pages shown{net::assets::of_table(table)};
  BOOST_TEST(shown.ask("/").body == home);
  BOOST_TEST(shown.ask("/ticket/").body == ticket);
  BOOST_TEST(shown.ask("/index.html?x").body == home);
  auto moved = shown.ask("/ticket");
  BOOST_TEST(moved.status == 308);
  BOOST_TEST(moved.headers["location"] == "/ticket/");
}

BOOST_AUTO_TEST_CASE(deep_paths_of_a_page_are_the_page) {
  pages shown{net::assets::of_table(table)};
  BOOST_TEST(shown.ask("/ticket/hall/12").body == ticket);
  // But a missing file is missing, and so is what has no page.
  BOOST_TEST(shown.ask("/ticket/gone.js").body.starts_with("GET /ticket/gone"));
  BOOST_TEST(shown.ask("/api/v1/x").body.starts_with("GET /api/v1/x"));
  BOOST_TEST(shown.ask("/desk/x").body.starts_with("GET /desk/x"));
}

BOOST_AUTO_TEST_CASE(no_path_leads_out_of_the_table) {
  pages shown{net::assets::of_table(table)};
  for (const std::string path :
       {"/../../etc/passwd", "/ticket/../../etc/passwd", "/%2e%2e/etc/passwd",
        "//etc/passwd", "/ticket/..%2f..%2fetc"})
    BOOST_TEST(shown.ask(path).body.find("root:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_smallest_coding_that_the_client_knows_is_sent) {
  pages shown{net::assets::of_table(table)};
  auto small = shown.ask("/", "Accept-Encoding: gzip, deflate, br\r\n");
  BOOST_TEST(small.body == home_small);
  BOOST_TEST(small.headers["content-encoding"] == "br");
  BOOST_TEST(small.headers["vary"] == "Accept-Encoding");
  auto zipped = shown.ask("/", "Accept-Encoding: gzip, br;q=0\r\n");
  BOOST_TEST(zipped.body == home_zipped);
  auto raw = shown.ask("/ticket/", "Accept-Encoding: gzip, br\r\n");
  BOOST_TEST(raw.body == ticket);
  BOOST_TEST(!raw.headers.contains("content-encoding"));
}

BOOST_AUTO_TEST_CASE(what_has_not_changed_is_not_sent_again) {
  pages shown{net::assets::of_table(table)};
  auto first = shown.ask("/");
  BOOST_TEST(first.headers["cache-control"] == "no-cache");
  const auto etag = first.headers["etag"];
  auto again = shown.ask("/", "If-None-Match: \"x\", " + etag + "\r\n");
  BOOST_TEST(again.status == 304);
  BOOST_TEST(again.headers["etag"] == etag);
  BOOST_TEST(shown.ask("/", "If-None-Match: \"x\"\r\n").status == 200);
  auto hashed = shown.ask("/ticket/app.0a1b2c3d.js");
  BOOST_TEST(hashed.headers["cache-control"]
             == "public, max-age=31536000, immutable");
}

BOOST_AUTO_TEST_CASE(pages_run_nothing_that_is_not_ours) {
  pages shown{net::assets::of_table(table)};
  auto page = shown.ask("/");
  const auto policy = page.headers["content-security-policy"];
  BOOST_TEST(policy.find("default-src 'self'") != policy.npos);
  BOOST_TEST(policy.find("frame-ancestors 'none'") != policy.npos);
  BOOST_TEST(policy.find("unsafe") == policy.npos);
  BOOST_TEST(page.headers["x-content-type-options"] == "nosniff");
  BOOST_TEST(page.headers["referrer-policy"] == "no-referrer");
  BOOST_TEST(page.headers.contains("permissions-policy"));
}

BOOST_AUTO_TEST_CASE(a_folder_is_read_again_when_it_changes) {
  const folder files;
  files.write("desk/index.html", "old");
  files.write("desk/index.html.br", "small");
  files.write("desk/app.0123abcd.js", "script");
  const auto shown_files = net::assets::of_folder(files.path.string());
  pages shown{shown_files};
  BOOST_TEST(shown.ask("/desk/hall").body == "old");
  BOOST_TEST(shown.ask("/desk/", "Accept-Encoding: br\r\n").body == "small");
  auto script = shown.ask("/desk/app.0123abcd.js");
  BOOST_TEST(script.headers["content-type"]
             == "text/javascript; charset=utf-8");
  BOOST_TEST(script.headers["cache-control"].ends_with("immutable"));
  files.write("desk/new.css", "fresh");
  shown_files->refresh();
  BOOST_TEST(shown.ask("/desk/new.css").body == "fresh");
  std::filesystem::remove(files.path / "desk/new.css");
  shown_files->refresh();
  BOOST_TEST(shown.ask("/desk/new.css").body.starts_with("GET /desk/new"));
}

BOOST_AUTO_TEST_SUITE_END()
