// Reads what our own writer wrote, several times as fast as json_codec.hpp:
// straight into the described structs, expecting members in the order of
// writing. Anything else it leaves, unread, to the thorough reader.

#pragma once

#include "actors/common/json_codec.hpp"

#include <array>

namespace suivant::json {

/// Walks over one text. Each step goes on and says true, or stays and says
/// false because the text is not what was expected.
class quick_text {
public:
  explicit quick_text(std::string_view text)
      : next_{text.data()}, end_{next_ + text.size()} {}

  bool is_at_end() const {
    return next_ == end_;
  }

  bool skip(std::string_view expected) {
    const auto left = static_cast<std::size_t>(end_ - next_);
    if (left < expected.size()
        || std::string_view{next_, expected.size()} != expected)
      return false;
    next_ += expected.size();
    return true;
  }

  /// The name of a member, with the comma before it unless it is the first.
  bool skip_name(std::string_view name, bool is_first) {
    const auto before = next_;
    if ((is_first || skip(",")) && skip("\"") && skip(name) && skip("\":"))
      return true;
    next_ = before;
    return false;
  }

  /// A text without escapes: as it is. That it is well-formed UTF-8 is for the
  /// writer to see to.
  bool plain(std::string_view& into) {
    if (next_ == end_ || *next_ != '"')
      return false;
    for (auto at = next_ + 1; at != end_; ++at) {
      if (*at == '"') {
        into = {next_ + 1, static_cast<std::size_t>(at - next_ - 1)};
        next_ = at + 1;
        return true;
      }
      if (static_cast<unsigned char>(*at) < ' ' || *at == '\\')
        return false;
    }
    return false;
  }

  template <class Number>
  bool number(Number& into) {
    const auto read = std::from_chars(next_, end_, into);
    if (read.ec != std::errc{})
      return false;
    const auto* digits = *next_ == '-' ? next_ + 1 : next_;
    if (*digits == '0' && read.ptr - digits > 1)
      return false; // 007 is not JSON.
    next_ = read.ptr;
    return true;
  }

private:
  const char* next_;
  const char* end_;
};

/// False for a text that takes the thorough reader; `into`, which must be
/// new, may then be half filled.
template <class T>
bool quick_read(quick_text& from, T& into);

namespace detail {

template <class T>
bool quick_read_members(quick_text& from, T& into) {
  if (!from.skip("{"))
    return false;
  auto is_good = true;
  auto is_first = true;
  boost::mp11::mp_for_each<members<T>>([&](auto member) {
    if (!is_good || !from.skip_name(member.name, is_first))
      return;
    is_first = false;
    is_good = quick_read(from, into.*member.pointer);
  });
  return is_good && from.skip("}");
}

template <class T>
bool quick_read_list(quick_text& from, T& into) {
  if (!from.skip("["))
    return false;
  while (!from.skip("]"))
    if ((!into.empty() && !from.skip(","))
        || !quick_read(from, into.emplace_back()))
      return false;
  return true;
}

// Calls `read_one` with the name of each member, to read what follows it.
template <class ReadOne>
bool quick_read_table(quick_text& from, ReadOne read_one) {
  if (!from.skip("{"))
    return false;
  auto name = std::string_view{};
  for (auto is_first = true; !from.skip("}"); is_first = false)
    if ((!is_first && !from.skip(",")) || !from.plain(name) || !from.skip(":")
        || !read_one(name))
      return false;
  return true;
}

template <class T>
bool quick_read_map(quick_text& from, T& into) {
  return quick_read_table(from, [&](std::string_view name) {
    auto key = typename T::key_type{};
    read_key(name, key);
    return quick_read(from, into[key]);
  });
}

// Each of its things names itself, so the keys say nothing new; but they must
// come in order.
template <class T>
bool quick_read_book(quick_text& from, T& into) {
  using thing = std::remove_cvref_t<decltype(*into.begin()->it)>;
  auto last = decltype(thing::id){};
  return quick_read_table(from, [&](std::string_view) {
    auto one = thing{};
    if (!quick_read(from, one) || !(last < one.id))
      return false;
    last = one.id;
    into.add(std::move(one));
    return true;
  });
}

template <class T>
bool quick_read_boxed(quick_text& from, T& into) {
  auto it = std::remove_cvref_t<decltype(*into)>{};
  if (!quick_read(from, it))
    return false;
  into = std::move(it);
  return true;
}

template <class T>
bool quick_read_enum(quick_text& from, T& into) {
  auto name = std::string_view{};
  if (!from.plain(name))
    return false;
  auto is_known = false;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto one) {
        if (name == one.name) {
          into = one.value;
          is_known = true;
        }
      });
  return is_known;
}

inline bool quick_read_text(quick_text& from, std::string& into) {
  auto text = std::string_view{};
  const auto is_plain = from.plain(text);
  into = text;
  return is_plain;
}

inline bool quick_read_day(quick_text& from, business_day& into) {
  auto text = std::string_view{};
  if (!from.plain(text) || text.size() != 10 || text[4] != '-'
      || text[7] != '-')
    return false;
  auto digits = std::array<unsigned, 10>{};
  for (const auto at : {0, 1, 2, 3, 5, 6, 8, 9}) {
    const auto place = static_cast<std::size_t>(at);
    digits[place] = static_cast<unsigned char>(text[place]) - unsigned{'0'};
    if (digits[place] > 9)
      return false;
  }
  const auto two
      = [&](std::size_t at) { return digits[at] * 10 + digits[at + 1]; };
  const auto date = std::chrono::year_month_day{
      std::chrono::year{static_cast<int>(two(0) * 100 + two(2))},
      std::chrono::month{two(5)}, std::chrono::day{two(8)}};
  into = date;
  return date.ok();
}

} // namespace detail

template <class T>
bool quick_read(quick_text& from, T& into) {
  using namespace detail;
  if constexpr (std::is_same_v<T, bool>) {
    into = from.skip("true");
    return into || from.skip("false");
  } else if constexpr (std::is_integral_v<T>)
    return from.number(into);
  else if constexpr (std::is_same_v<T, visit_id>)
    return from.number(into.number);
  else if constexpr (std::is_same_v<T, std::string>)
    return quick_read_text(from, into);
  else if constexpr (is_a<T, id>)
    return quick_read_text(from, into.text);
  else if constexpr (std::is_same_v<T, business_day>)
    return quick_read_day(from, into);
  else if constexpr (std::is_same_v<T, instant>) {
    auto count = std::int64_t{};
    const auto is_read = from.number(count);
    into = instant{milliseconds{count}};
    return is_read;
  } else if constexpr (std::is_enum_v<T>)
    return quick_read_enum(from, into);
  else if constexpr (is_a<T, std::vector>)
    return quick_read_list(from, into);
  else if constexpr (is_a<T, std::map> || is_a<T, std::unordered_map>)
    return quick_read_map(from, into);
  else if constexpr (is_a<T, boxed>)
    return quick_read_boxed(from, into);
  else if constexpr (book<T>)
    return quick_read_book(from, into);
  else if constexpr (is_described<T>)
    return quick_read_members(from, into);
  else
    return false; // Rare things are not worth the speed.
}

} // namespace suivant::json
