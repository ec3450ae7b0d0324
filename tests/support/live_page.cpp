// The rules of asyncapi.json, written a second time.

#include "tests/support/live_page.hpp"

#include "tests/support/described.hpp"

#include <algorithm>

namespace suivant::tests {
namespace {

using boost::json::object;

std::int64_t number(const json_value& from) {
  return from.to_number<std::int64_t>();
}

std::vector<std::int64_t> ranks(const json_value& from) {
  auto all = std::vector<std::int64_t>{};
  for (const auto& one : from.as_array())
    all.push_back(number(one));
  return all;
}

} // namespace

void merge(json_value& target, const json_value& patch) {
  if (!patch.is_object()) {
    target = patch;
    return;
  }
  if (!target.is_object())
    target = object{};
  for (const auto& [name, change] : patch.get_object())
    if (change.is_null())
      target.get_object().erase(name);
    else
      merge(target.get_object()[name], change);
}

// -- any page -----------------------------------------------------------------

live_page::live_page(std::uint16_t port, const std::string& cookie,
                     const std::string& language)
    : phone_{port, {.cookie = cookie, .language = language}} {}

void live_page::say(const json_value& word) {
  look_at_word(word);
  say_text(boost::json::serialize(word));
}

void live_page::say_text(const std::string& text) {
  phone_.say(text);
}

json_value live_page::hear() {
  const auto text = phone_.hear();
  if (!text)
    return nullptr;
  auto frame = json_of(*text);
  look_at_frame(frame);
  return frame;
}

json_value live_page::hear_of(std::string_view topic) {
  for (;;) {
    auto frame = hear();
    if (frame.is_null())
      return frame;
    const auto* about = frame.as_object().if_contains("topic");
    if (about != nullptr && about->as_string() == topic)
      return frame;
  }
}

std::uint16_t live_page::close_code() const {
  return phone_.close_code();
}

json_value snapshot_of(const std::string& topic, std::uint16_t port,
                       const std::string& cookie) {
  auto page = live_page{port, cookie};
  page.say(object{{"subscribe", topic}});
  return page.hear_of(topic);
}

// -- a ticket -----------------------------------------------------------------

ticket_page::ticket_page(std::uint16_t port, std::string link)
    : link_{std::move(link)} {
  come_back(port);
}

void ticket_page::lose() {
  page_.reset();
}

void ticket_page::come_back(std::uint16_t port) {
  page_.emplace(port);
  subscribe();
}

void ticket_page::subscribe() {
  sure_ = false;
  page_->say(object{{"subscribe", "visit"}, {"token", link_}});
}

bool ticket_page::catches_up_with(const json_value& told) {
  while (!knows(told))
    if (!hear_one())
      return false;
  return true;
}

bool ticket_page::knows(const json_value& told) const {
  if (!sure_ || snapshot_.is_null()
      || number(snapshot_.at("version")) < number(told.at("version")))
    return false;
  return told.at("phase") != "waiting" || line_n_ >= number(told.at("line_n"));
}

bool ticket_page::hear_one() {
  const auto frame = page_->hear();
  if (frame.is_null() || frame.as_object().contains("error"))
    return false;
  if (frame.as_object().contains("snapshot"))
    take_snapshot(frame);
  else if (frame.as_object().contains("left"))
    follow(frame);
  return true;
}

void ticket_page::take_snapshot(const json_value& frame) {
  snapshot_ = frame.at("snapshot");
  line_n_ = number(snapshot_.at("line_n"));
  rank_.reset();
  if (!snapshot_.at("rank").is_null())
    rank_ = number(snapshot_.at("rank"));
  // One who waits but has no rank has left the line a moment ago, or is about
  // to come into it: the next word says where.
  sure_ = rank_ || snapshot_.at("phase") != "waiting";
}

void ticket_page::follow(const json_value& frame) {
  if (snapshot_.is_null() || frame.at("topic") != snapshot_.at("line")
      || number(frame.at("n")) <= line_n_)
    return;
  if (number(frame.at("n")) != line_n_ + 1) {
    ++gaps_;
    return subscribe();
  }
  line_n_ = number(frame.at("n"));
  if (!rank_)
    return;
  const auto left = ranks(frame.at("left"));
  if (std::ranges::find(left, *rank_) != left.end()) {
    rank_.reset();
    sure_ = false;
    return;
  }
  *rank_ -= std::ranges::count_if(left, [&](auto it) { return it < *rank_; });
  for (const auto entered : ranks(frame.at("in")))
    if (entered <= *rank_)
      ++*rank_;
}

// -- a desk -------------------------------------------------------------------

desk_page::desk_page(std::string topic, std::uint16_t port, std::string cookie)
    : topic_{std::move(topic)}, cookie_{std::move(cookie)} {
  come_back(port);
}

void desk_page::lose() {
  page_.reset();
}

void desk_page::come_back(std::uint16_t port) {
  page_.emplace(port, cookie_);
  auto word = object{{"subscribe", topic_}};
  if (n_ > 0)
    word["since"] = n_;
  page_->say(word);
}

bool desk_page::reaches(std::int64_t n) {
  while (n_ < n)
    if (!hear_one())
      return false;
  return true;
}

bool desk_page::hear_one() {
  const auto frame = page_->hear_of(topic_);
  if (frame.is_null() || frame.as_object().contains("error"))
    return false;
  if (const auto* whole = frame.as_object().if_contains("snapshot")) {
    state_ = *whole;
    ++snapshots_;
  } else if (number(frame.at("n")) != n_ + 1) {
    return false;
  } else {
    merge(state_, frame.at("patch"));
  }
  n_ = number(frame.at("n"));
  return true;
}

} // namespace suivant::tests
