// WebSocket frames byte by byte: what RFC 6455 allows, and what it does not.

#include "net/parcel.hpp"
#include "net/ws_frames.hpp"
#include "tests/support/wire.hpp"

#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace suivant;
using net::ws_kind;
using tests::client_frame;

namespace {

constexpr std::size_t most = 1000;

/// What a reader makes of `bytes`, as one line: "text:hello ping:".
std::string read(const std::string& bytes, std::size_t piece) {
  net::ws_reader reader{most};
  std::string seen;
  for (std::size_t i = 0; i < bytes.size(); i += piece) {
    reader.feed(std::string_view{bytes}.substr(i, piece));
    while (const auto event = reader.next()) {
      switch (event->kind) {
      case ws_kind::text:
        seen += "text:" + event->text + ' ';
        break;
      case ws_kind::ping:
        seen += "ping:" + event->text + ' ';
        break;
      case ws_kind::pong:
        seen += "pong:" + event->text + ' ';
        break;
      case ws_kind::close:
        seen += "close:" + std::to_string(event->code) + event->text + ' ';
        break;
      case ws_kind::fault:
        seen += "fault:" + std::to_string(event->code) + ' ';
        break;
      }
    }
  }
  return seen;
}

std::string raw(std::initializer_list<int> bytes) {
  std::string result;
  for (const auto byte : bytes)
    result += static_cast<char>(byte);
  return result;
}

std::string close_with(int code, const std::string& reason = {}) {
  return client_frame(8, raw({code >> 8, code & 0xFF}) + reason);
}

struct rule {
  std::string name;
  std::string bytes;
  std::string seen;
};

const rule rules[] = {
    {"a masked hello (RFC 6455, 5.7)",
     raw({0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58}),
     "text:Hello "},
    {"an empty message", client_frame(1, ""), "text: "},
    {"two in one piece", client_frame(1, "a") + client_frame(1, "b"),
     "text:a text:b "},
    {"in fragments",
     client_frame(1, "He", false) + client_frame(0, "ll", false)
         + client_frame(0, "o"),
     "text:Hello "},
    {"a ping between fragments",
     client_frame(1, "He", false) + client_frame(9, "!")
         + client_frame(0, "llo"),
     "ping:! text:Hello "},
    {"empty fragments",
     client_frame(1, "", false) + client_frame(0, "", false)
         + client_frame(0, "x"),
     "text:x "},
    {"a character cut by a fragment",
     client_frame(1, "\xC3", false) + client_frame(0, "\xA9"),
     "text:\xC3\xA9 "},
    {"a pong nobody asked for", client_frame(10, "x"), "pong:x "},
    {"a length of two bytes", client_frame(1, std::string(200, 'x')),
     "text:" + std::string(200, 'x') + ' '},
    {"close without a code", client_frame(8, ""), "close:1005 "},
    {"close with a reason", close_with(1000, "bye"), "close:1000bye "},
    {"close with a code of an application", close_with(4000), "close:4000 "},
    {"nothing counts after a close", close_with(1001) + client_frame(1, "x"),
     "close:1001 "},

    {"not masked", net::ws_frame(ws_kind::text, "x"), "fault:1002 "},
    {"a reserved bit", raw({0xC1, 0x80, 0, 0, 0, 0}), "fault:1002 "},
    {"an unknown opcode", client_frame(3, "x"), "fault:1002 "},
    {"an unknown control opcode", client_frame(11, "x"), "fault:1002 "},
    {"binary", client_frame(2, "x"), "fault:1003 "},
    {"a continuation of nothing", client_frame(0, "x"), "fault:1002 "},
    {"a new message inside another",
     client_frame(1, "a", false) + client_frame(1, "b"), "fault:1002 "},
    {"a fragmented ping", client_frame(9, "x", false), "fault:1002 "},
    {"a long ping", client_frame(9, std::string(126, 'x')), "fault:1002 "},
    {"a length written too long", raw({0x81, 0xFE, 0, 5, 0, 0, 0, 0}),
     "fault:1002 "},
    {"close with half a code", client_frame(8, "x"), "fault:1002 "},
    {"close with a code that never travels", close_with(1005), "fault:1002 "},
    {"close with an unknown code", close_with(2999), "fault:1002 "},
    {"close with a reason that is no text", close_with(1000, "\xFF"),
     "fault:1007 "},
    {"text that is no text", client_frame(1, "\xC0\xAF"), "fault:1007 "},
    {"half a UTF-16 pair", client_frame(1, "\xED\xA0\x80"), "fault:1007 "},
    {"beyond Unicode", client_frame(1, "\xF4\x90\x80\x80"), "fault:1007 "},
    {"a character cut off by the end", client_frame(1, "\xE2\x82"),
     "fault:1007 "},
    {"too big", client_frame(1, std::string(most + 1, 'x')), "fault:1009 "},
    {"too big before it has arrived",
     raw({0x81, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}),
     "fault:1009 "},
    {"too big in fragments",
     client_frame(1, std::string(600, 'x'), false)
         + client_frame(0, std::string(600, 'x')),
     "fault:1009 "},
};

} // namespace

BOOST_AUTO_TEST_SUITE(ws_frames)

BOOST_AUTO_TEST_CASE(every_rule_holds_however_the_bytes_arrive) {
  for (const auto& one : rules)
    for (const auto piece : {std::size_t{1}, std::size_t{3}, std::size_t{4096}})
      BOOST_TEST(read(one.bytes, piece) == one.seen,
                 one.name << " in pieces of " << piece << ": "
                          << read(one.bytes, piece));
}

BOOST_AUTO_TEST_CASE(a_reader_is_idle_unless_something_is_half_read) {
  net::ws_reader reader{most};
  BOOST_TEST(reader.idle());
  const auto frame = client_frame(1, "hello", false);
  reader.feed(frame.substr(0, 3));
  BOOST_TEST(!reader.next());
  BOOST_TEST(!reader.idle());
  reader.feed(frame.substr(3));
  BOOST_TEST(!reader.next());
  BOOST_TEST(!reader.idle());
  reader.feed(client_frame(0, "!"));
  BOOST_TEST(reader.next().has_value());
  BOOST_TEST(reader.idle());
}

BOOST_AUTO_TEST_CASE(frames_are_written_with_the_shortest_length) {
  const auto header = [](std::size_t size) {
    const auto frame = net::ws_frame(ws_kind::text, std::string(size, 'x'));
    return frame.substr(0, frame.size() - size);
  };
  BOOST_TEST(header(125) == raw({0x81, 125}));
  BOOST_TEST(header(126) == raw({0x81, 126, 0, 126}));
  BOOST_TEST(header(65'535) == raw({0x81, 126, 0xFF, 0xFF}));
  BOOST_TEST(header(65'536) == raw({0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_long_reason_is_cut_at_a_whole_character) {
  const auto reason = std::string(122, 'x') + "\xC3\xA9";
  const auto frame = net::ws_close_frame(1001, reason);
  BOOST_TEST(frame == raw({0x88, 124, 0x03, 0xE9}) + std::string(122, 'x'));
}

BOOST_AUTO_TEST_CASE(merged_frames_become_separate_events) {
  const auto frames = net::ws_frame(ws_kind::text, "one")
                      + net::ws_frame(ws_kind::text, std::string(300, '2'))
                      + net::ws_frame(ws_kind::text, "two\nlines");
  BOOST_TEST(net::event_stream_of(frames)
             == "data: one\n\ndata: " + std::string(300, '2')
                    + "\n\ndata: two\ndata: lines\n\n");
}

BOOST_AUTO_TEST_SUITE_END()
