#include "net/gateway/live_gateway.hpp"

#include "actors/hall/hall_actor.hpp"
#include "net/gateway/day_pages.hpp"
#include "net/gateway/exchange.hpp"
#include "net/gateway/live_words.hpp"
#include "net/gateway/texts.hpp"
#include "net/gateway/visit_link.hpp"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace suivant::gateway {
namespace {

using access::right;
using net::connection_id;

// Of a WebSocket that is closed because its person has signed out.
constexpr auto signed_out = std::uint16_t{4401};

/// A staff page or screen: whose it is, and where it serves.
struct staff_page {
  access::person who;
  office_id office;
  counter_id counter; // Empty unless the page sits at one.
};

/// A phone that shows a ticket.
struct ticket_page {
  office_id office;
  std::string token_hash;
};

class live_gateway : public std::enable_shared_from_this<live_gateway> {
public:
  live_gateway(std::shared_ptr<const services> with, net::live_hub& hub)
      : with_{std::move(with)}, hub_{hub}, days_{with_, hub} {}

  void open(connection_id page, const net::request& hello) {
    if (language_of(hello.header("accept-language")) == "en") {
      const auto lock = std::lock_guard{mutex_};
      english_.insert(page);
    }
    const auto pass = pass_of(hello);
    if (pass.empty())
      return;
    if (auto who = with_->directory->who_is(pass)) {
      const auto lock = std::lock_guard{mutex_};
      staff_[page] = {who, {}, {}};
    }
  }

  void hear(connection_id page, std::string_view text) {
    try {
      const auto word = live_word_from(text);
      std::visit([&](const auto& it) { obey(page, it); }, word);
    } catch (const json::unreadable& why) {
      complain(page, "", "unreadable", why.what());
    }
  }

  void close(connection_id page) {
    auto lock = std::unique_lock{mutex_};
    const auto phone = phones_.extract(page);
    const auto staff = staff_.extract(page);
    english_.erase(page);
    lock.unlock();
    days_.close(page);
    if (!phone.empty())
      hide_ticket(page, phone.mapped());
    if (!staff.empty())
      report(staff.mapped(), false);
  }

  /// Ends the pages of a session that nobody has any more.
  void end_pages_of(const std::string& session) {
    const auto lock = std::lock_guard{mutex_};
    for (const auto& [page, staff] : staff_)
      if (staff.who->session == session)
        hub_.close(page, signed_out, "signed out");
  }

  // A line's frames say nothing without a personal place to start from.
  void fill_gap(connection_id page, const std::string& topic) {
    const auto office = office_id{topic.substr(topic.find('/') + 1)};
    if (topic == desk_topic(office))
      return with_->offices->show_desk(office, page, or_say(page, topic));
    if (topic == board_topic(office))
      return with_->offices->show_board(office, page, or_say(page, topic));
    if (topic == gauge_topic(office))
      return with_->offices->show_gauge(office, page, or_say(page, topic));
    if (day_pages::is_topic(topic))
      return days_.show_again(page, or_say(page, topic));
    const auto lock = std::lock_guard{mutex_};
    if (const auto phone = phones_.find(page); phone != phones_.end())
      show_ticket(page, phone->second);
  }

private:
  // -- one for each word ------------------------------------------------------

  void obey(connection_id page, const watch_visit& it) {
    const auto link = link_from(it.link);
    if (!link)
      return complain(page, "visit", "link_unknown");
    const auto phone = ticket_page{link->office, link->hash()};
    auto lock = std::unique_lock{mutex_};
    const auto before = std::exchange(phones_[page], phone);
    lock.unlock();
    if (!before.token_hash.empty() && before.token_hash != phone.token_hash)
      hide_ticket(page, before);
    show_ticket(page, phone);
  }

  void obey(connection_id page, const watch_desk& it) {
    listen(page, it.office, right::see_desk, desk_topic(it.office), it.since);
  }

  void obey(connection_id page, const watch_board& it) {
    listen(page, it.office, right::see_board, board_topic(it.office), it.since);
  }

  void obey(connection_id page, const watch_day& it) {
    days_.look(page, it, or_say(page, day_pages::topic_of(it)));
  }

  // Everybody may know how full the house is before they come.
  void obey(connection_id page, const watch_gauge& it) {
    hub_.resume(page, gauge_topic(it.office), it.since);
  }

  void obey(connection_id page, const stop_watching& it) {
    hub_.leave(page, it.topic);
    days_.leave(page, it.topic);
    if (it.topic != "visit")
      return;
    auto lock = std::unique_lock{mutex_};
    const auto phone = phones_.extract(page);
    lock.unlock();
    if (!phone.empty())
      hide_ticket(page, phone.mapped());
  }

  void obey(connection_id page, const sit_at_counter& it) {
    auto lock = std::unique_lock{mutex_};
    const auto found = staff_.find(page);
    if (found == staff_.end() || !may(found->second, it.office, right::serve))
      return;
    const auto before = found->second;
    found->second.office = it.office;
    found->second.counter = it.counter;
    const auto now = found->second;
    lock.unlock();
    if (before.counter != now.counter)
      report(before, false);
    report(now, true);
  }

  void obey(connection_id page, const ping&) {
    const auto now = with_->clock().time_since_epoch().count();
    say(page, {{"pong", 1}, {"now", now}});
  }

  // -- listening --------------------------------------------------------------

  void listen(connection_id page, const office_id& office, right needed,
              const std::string& topic, std::uint64_t since) {
    auto lock = std::unique_lock{mutex_};
    const auto found = staff_.find(page);
    const auto known = found != staff_.end() && is_still_in(found->second);
    const auto fits = known && may(found->second, office, needed);
    lock.unlock();
    if (!known)
      return complain(page, topic, "not_signed_in");
    if (!fits)
      return complain(page, topic, "no_right");
    hub_.resume(page, topic, since);
  }

  void show_ticket(connection_id page, const ticket_page& it) {
    auto self = shared_from_this();
    with_->offices->show_visit(it.office, it.token_hash, page,
                               {[self, page](bool known) {
                                  if (!known)
                                    self->complain(page, "visit",
                                                   "link_unknown");
                                },
                                or_say(page, "visit")});
  }

  void hide_ticket(connection_id page, const ticket_page& it) {
    with_->offices->hide_visit(it.office, it.token_hash, page);
  }

  bool is_still_in(const staff_page& it) const {
    return with_->directory->who_has(it.who->session) != nullptr;
  }

  static bool may(const staff_page& it, const office_id& office, right what) {
    return access::may(*it.who, office, what);
  }

  // The desk's page came or went; nobody waits for the answer.
  void report(const staff_page& it, bool online) {
    if (it.counter.empty())
      return;
    with_->offices->ask(it.office,
                        {{office::report_desk{it.counter, online},
                          {office::role::system, it.who->name},
                          {}},
                         {}},
                        {[](const office_reply&) {}, [](no_answer) {}});
  }

  // -- speaking ---------------------------------------------------------------

  std::function<void(no_answer)> or_say(connection_id page,
                                        const std::string& topic) {
    return [self = shared_from_this(), page, topic](no_answer why) {
      const auto unknown = why == no_answer::unknown_office;
      if (unknown && topic == "visit")
        return self->complain(page, topic, "link_unknown");
      self->complain(page, topic, unknown ? "office_unknown" : "not_durable");
    };
  }

  void complain(connection_id page, const std::string& topic,
                const std::string& error, const std::string& detail = {}) {
    auto out = json::object{{"topic", topic},
                            {"error", error},
                            {"message", text_for(language_for(page), error)}};
    if (!detail.empty())
      out["detail"] = detail;
    say(page, out);
  }

  std::string_view language_for(connection_id page) {
    const auto lock = std::lock_guard{mutex_};
    return english_.contains(page) ? "en" : "fr";
  }

  void say(connection_id page, const json::object& what) {
    hub_.send(page, std::make_shared<const std::string>(
                        boost::json::serialize(what)));
  }

  std::shared_ptr<const services> with_;
  net::live_hub& hub_;
  day_pages days_;
  std::mutex mutex_; // Guards the three below.
  std::unordered_map<connection_id, staff_page> staff_;
  std::unordered_map<connection_id, ticket_page> phones_;
  std::unordered_set<connection_id> english_; // The others read French.
};

} // namespace

net::live_events live_events_for(std::shared_ptr<const services> with,
                                 net::live_hub& hub) {
  auto it = std::make_shared<live_gateway>(with, hub);
  *with->session_ended = [pages = std::weak_ptr{it}](const auto& session) {
    if (const auto live = pages.lock())
      live->end_pages_of(session);
  };
  return {
      .on_hello = [](const net::request&) { return std::nullopt; },
      .on_open = [it](connection_id page,
                      const net::request& hello) { it->open(page, hello); },
      .on_text = [it](connection_id page,
                      std::string_view text) { it->hear(page, text); },
      .on_close = [it](connection_id page) { it->close(page); },
      .on_gap = [it](connection_id page,
                     const std::string& topic) { it->fill_gap(page, topic); },
  };
}

} // namespace suivant::gateway
