#include "net/gateway/post/phone_number.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <phonenumbers/phonenumberutil.h>

namespace suivant::gateway {
namespace {

using plans = i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::PhoneNumber;

constexpr auto longest = std::size_t{60};

struct place {
  std::string_view zone;
  std::string_view region;
};

// France first: its regions dial each other without a country.
constexpr auto france
    = std::array<std::string_view, 6>{"FR", "GP", "MQ", "GF", "RE", "YT"};
constexpr auto places = std::array{
    place{"Europe/Paris", "FR"},       place{"America/Guadeloupe", "GP"},
    place{"America/Martinique", "MQ"}, place{"America/Cayenne", "GF"},
    place{"Indian/Reunion", "RE"},     place{"Indian/Mayotte", "YT"},
    place{"America/Miquelon", "PM"},   place{"America/St_Barthelemy", "BL"},
    place{"America/Marigot", "MF"},    place{"Pacific/Noumea", "NC"},
    place{"Pacific/Tahiti", "PF"},     place{"Pacific/Wallis", "WF"},
    place{"Europe/Brussels", "BE"},    place{"Europe/Luxembourg", "LU"},
    place{"Europe/Zurich", "CH"},      place{"Europe/Monaco", "MC"},
};

office::telephone kind_of(const PhoneNumber& it) {
  switch (plans::GetInstance()->GetNumberType(it)) {
  case plans::MOBILE:
  case plans::FIXED_LINE_OR_MOBILE:
  case plans::PERSONAL_NUMBER:
    return office::telephone::mobile;
  case plans::FIXED_LINE:
  case plans::VOIP:
  case plans::UAN:
    return office::telephone::landline;
  default:
    return office::telephone::unusable;
  }
}

std::string e164_of(const PhoneNumber& it) {
  auto text = std::string{};
  plans::GetInstance()->Format(it, plans::E164, &text);
  return text;
}

std::optional<PhoneNumber> parsed(const std::string& typed,
                                  std::string_view region) {
  auto it = PhoneNumber{};
  const auto ended
      = plans::GetInstance()->Parse(typed, std::string{region}, &it);
  return ended == plans::NO_PARSING_ERROR ? std::optional{it} : std::nullopt;
}

// Numbers of overseas, read as if they were of the mainland.
bool is_misread(const PhoneNumber& it) {
  static constexpr auto beginnings = std::array<std::string_view, 7>{
      "+33262", "+33269", "+33590", "+33594", "+33596", "+33639", "+3369"};
  const auto text = e164_of(it);
  return std::ranges::any_of(
      beginnings, [&](auto begin) { return text.starts_with(begin); });
}

bool is_valid(const std::optional<PhoneNumber>& it) {
  return it && plans::GetInstance()->IsValidNumber(*it) && !is_misread(*it);
}

// Mobiles get numbers that the library has not heard of.
bool is_new_mobile(const std::optional<PhoneNumber>& it) {
  const auto text = it ? e164_of(*it) : std::string{};
  return text.size() == 12
         && (text.starts_with("+336") || text.starts_with("+337"))
         && !is_misread(*it);
}

// As operators write numbers: "33612345678".
std::optional<PhoneNumber> with_country(const std::string& typed) {
  const auto is_bare
      = !typed.starts_with('0') && std::ranges::all_of(typed, [](char it) {
          return it >= '0' && it <= '9';
        });
  return is_bare ? parsed('+' + typed, "FR") : std::nullopt;
}

phone_number known(const PhoneNumber& it) {
  return {e164_of(it), kind_of(it)};
}

} // namespace

phone_number phone_number_in(std::string_view typed, std::string_view region) {
  const auto text = std::string{typed};
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    return {};
  if (text.size() > longest)
    return {{}, office::telephone::unusable};
  const auto own = parsed(text, region);
  if (is_valid(own))
    return known(*own);
  auto french = own;
  if (std::ranges::count(france, region) > 0) {
    for (const auto other : france)
      if (const auto it = parsed(text, other); is_valid(it))
        return known(*it);
    french = parsed(text, "FR");
  }
  if (const auto whole = with_country(text); is_valid(whole))
    return known(*whole);
  if (is_new_mobile(french))
    return {e164_of(*french), office::telephone::mobile};
  return {{}, office::telephone::unusable};
}

std::string_view region_of(std::string_view zone, std::string_view otherwise) {
  const auto found = std::ranges::find(places, zone, &place::zone);
  return found == places.end() ? otherwise : found->region;
}

} // namespace suivant::gateway
