// Subscriptions, kept frames and waves. A wave is a topic's pending frames on
// their way from member to member; frames that come meanwhile wait together
// and make the next wave, so that falling behind means fewer, larger sends.

#include "net/topic_book.hpp"

#include <utility>

namespace suivant::net {

topic_book::topic_book(listeners& out, const limits& most)
    : out_{out}, most_{most} {}

// -- from the owners of topics ------------------------------------------------

bool topic_book::resume(slot who, const std::string& name,
                        frame_number last_seen) {
  const auto id = subscribe(who, name);
  if (id == none)
    return false;
  auto& one = subscriptions_[id];
  auto& of = topics_[one.topic];
  if (last_seen == 0 || !of.kept.covers(last_seen)) {
    ask_for_snapshot(one);
    return true;
  }
  one.seen = last_seen;
  catch_up(one, of, of.kept.newest());
  return true;
}

bool topic_book::welcome(slot who, const std::string& name, frame_number at,
                         parcel snapshot) {
  const auto id = subscribe(who, name);
  if (id == none)
    return false;
  auto& one = subscriptions_[id];
  auto& of = topics_[one.topic];
  if (!out_.deliver(who, snapshot, one.topic)) {
    one.seen = behind;
    return true;
  }
  one.seen = at;
  if (at < of.kept.newest())
    catch_up(one, of, of.kept.newest());
  return true;
}

void topic_book::leave(slot who, const std::string& name) {
  const auto known = find(name);
  if (known == none)
    return;
  if (const auto id = subscription_of(who, known); id != none)
    end(id);
}

void topic_book::leave_all(slot who) {
  while (who < first_of_.size() && first_of_[who] != none)
    end(first_of_[who]);
}

void topic_book::publish(const std::string& name, frame_number number,
                         shared_text wire) {
  const auto id = find_or_begin(name);
  auto& of = topics_[id];
  // Numbers only grow; one that does not says that the owner began anew.
  if (number <= of.kept.newest())
    begin_anew(of);
  if (of.kept.newest() == 0)
    of.told = number - 1;
  const auto up_to_date = of.kept.newest() <= of.told;
  of.retired = false;
  of.kept.keep(number, std::move(wire), most_.frames_kept);
  if (of.members.empty() && !of.now && up_to_date)
    of.told = number;
  else
    enqueue(id);
}

void topic_book::retire(const std::string& name) {
  const auto id = find(name);
  if (id == none)
    return;
  topics_[id].retired = true;
  end_if_unused(id);
}

// -- to the listeners ---------------------------------------------------------

bool topic_book::take_turn() {
  auto few = most_.turn;
  while (few > 0 && !small_.empty())
    step(small_, few);
  // Big topics have a share of their own, so that neither starves the other.
  auto many = most_.turn;
  if (!big_.empty())
    step(big_, many);
  return !small_.empty() || !big_.empty();
}

void topic_book::has_room(slot who) {
  if (who >= first_of_.size())
    return;
  for (auto id = first_of_[who]; id != none; id = subscriptions_[id].next)
    if (subscriptions_[id].seen == behind)
      ask_for_snapshot(subscriptions_[id]);
}

void topic_book::step(queue& waiting, std::size_t& budget) {
  const auto id = waiting.front();
  auto& of = topics_[id];
  if (!of.now)
    begin_wave(of);
  auto& running = *of.now;
  for (; budget > 0 && running.place < of.members.size(); --budget)
    tell(subscriptions_[of.members[running.place++]], of);
  if (running.place < of.members.size())
    return;
  of.told = running.last;
  of.now.reset();
  waiting.pop_front();
  of.queued = false;
  if (of.told < of.kept.newest())
    enqueue(id);
  else
    end_if_unused(id);
}

void topic_book::begin_wave(topic& of) {
  const auto pending = of.kept.after(of.told);
  auto last = pending.front().number;
  auto text = pending.front().wire;
  if (pending.size() > 1) {
    std::string merged{*text};
    for (const auto& frame : pending.subspan(1)) {
      if (merged.size() > most_.wave_bytes)
        break;
      merged += *frame.wire;
      last = frame.number;
    }
    text = std::make_shared<const std::string>(std::move(merged));
  }
  // If some of what they lack is no longer kept, nobody takes the wave as it
  // is, and `tell` sees to each.
  const auto after = of.kept.covers(of.told) ? of.told : last;
  of.now.emplace(wave{parcel{std::move(text)}, after, last});
}

void topic_book::tell(subscription& one, topic& of) {
  auto& running = *of.now;
  if (one.seen >= running.last)
    return; // Knows it, or waits for a snapshot that will.
  if (one.seen != running.after) {
    catch_up(one, of, running.last);
    return;
  }
  one.seen = running.last;
  if (!out_.deliver(one.who, running.frames, one.topic))
    one.seen = behind;
}

void topic_book::catch_up(subscription& one, topic& of, frame_number up_to) {
  if (!of.kept.covers(one.seen)) {
    ask_for_snapshot(one);
    return;
  }
  for (const auto& frame : of.kept.after(one.seen)) {
    if (frame.number > up_to)
      break;
    parcel alone{frame.wire};
    one.seen = frame.number;
    if (!out_.deliver(one.who, alone, one.topic)) {
      one.seen = behind;
      return;
    }
  }
}

void topic_book::ask_for_snapshot(subscription& one) {
  one.seen = awaiting;
  out_.needs_snapshot(one.who, topics_[one.topic].name);
}

void topic_book::enqueue(std::uint32_t id) {
  auto& of = topics_[id];
  if (std::exchange(of.queued, true))
    return;
  (of.members.size() <= most_.small ? small_ : big_).push_back(id);
}

void topic_book::begin_anew(topic& of) {
  of.kept.begin_anew();
  of.told = 0;
  if (of.now)
    of.now->after = of.now->last = 0; // What is left of the wave is void.
  for (const auto id : of.members)
    if (subscriptions_[id].seen < behind)
      ask_for_snapshot(subscriptions_[id]);
}

// -- the book itself ----------------------------------------------------------

std::uint32_t topic_book::find(const std::string& name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? none : found->second;
}

std::uint32_t topic_book::find_or_begin(const std::string& name) {
  if (const auto known = find(name); known != none)
    return known;
  auto id = static_cast<std::uint32_t>(topics_.size());
  if (free_topics_.empty()) {
    topics_.emplace_back();
  } else {
    id = free_topics_.back();
    free_topics_.pop_back();
  }
  topics_[id].name = name;
  index_.emplace(name, id);
  return id;
}

std::uint32_t topic_book::subscription_of(slot who, std::uint32_t of) const {
  if (who >= first_of_.size())
    return none;
  auto id = first_of_[who];
  while (id != none && subscriptions_[id].topic != of)
    id = subscriptions_[id].next;
  return id;
}

std::uint32_t topic_book::subscribe(slot who, const std::string& name) {
  if (const auto known = find(name); known != none)
    if (const auto id = subscription_of(who, known); id != none)
      return id;
  if (who >= first_of_.size())
    first_of_.resize(who + 1, none);
  std::size_t heard = 0;
  for (auto id = first_of_[who]; id != none; id = subscriptions_[id].next)
    ++heard;
  if (heard >= most_.topics)
    return none;
  auto id = free_subscription_;
  if (id == none) {
    id = static_cast<std::uint32_t>(subscriptions_.size());
    subscriptions_.emplace_back();
  } else {
    free_subscription_ = subscriptions_[id].next;
  }
  const auto where = find_or_begin(name);
  auto& members = topics_[where].members;
  subscriptions_[id] = {.who = who,
                        .topic = where,
                        .next = std::exchange(first_of_[who], id),
                        .place = static_cast<std::uint32_t>(members.size()),
                        .seen = awaiting};
  members.push_back(id);
  return id;
}

void topic_book::end(std::uint32_t id) {
  const auto gone = subscriptions_[id];
  auto* link = &first_of_[gone.who];
  while (*link != id)
    link = &subscriptions_[*link].next;
  *link = gone.next;
  auto& of = topics_[gone.topic];
  const auto move_to = [&](std::size_t from, std::size_t to) {
    of.members[to] = of.members[from];
    subscriptions_[of.members[to]].place = static_cast<std::uint32_t>(to);
  };
  std::size_t hole = gone.place;
  // Whoever fills the hole must stay on its side of the wave, else the wave
  // would miss it.
  if (of.now && hole < of.now->place) {
    move_to(--of.now->place, hole);
    hole = of.now->place;
  }
  move_to(of.members.size() - 1, hole);
  of.members.pop_back();
  subscriptions_[id] = {};
  subscriptions_[id].next = std::exchange(free_subscription_, id);
  end_if_unused(gone.topic);
}

void topic_book::end_if_unused(std::uint32_t id) {
  auto& of = topics_[id];
  if (of.queued)
    return;
  if (of.retired)
    of.kept.forget();
  if (!of.members.empty() || !of.kept.empty())
    return;
  index_.erase(of.name);
  of = topic{};
  free_topics_.push_back(id);
}

} // namespace suivant::net
