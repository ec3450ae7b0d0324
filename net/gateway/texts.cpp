#include "net/gateway/texts.hpp"

#include <boost/json.hpp>

#include <map>

extern "C" {
extern const char suivant_messages_fr[];
extern const char suivant_messages_fr_end[];
extern const char suivant_messages_en[];
extern const char suivant_messages_en_end[];
extern const char suivant_openapi[];
extern const char suivant_openapi_end[];
extern const char suivant_asyncapi[];
extern const char suivant_asyncapi_end[];
}

namespace suivant::gateway {
namespace {

using catalogue = std::map<std::string, std::string, std::less<>>;

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

// Texts with plural forms are for pages alone and left out here.
catalogue read(std::string_view text) {
  auto known = catalogue{};
  const auto parsed = boost::json::parse({text.data(), text.size()});
  for (const auto& [key, value] : parsed.as_object())
    if (const auto* words = value.if_string())
      known.emplace(key, *words);
  return known;
}

const catalogue& messages(std::string_view language) {
  static const auto french
      = read(between(suivant_messages_fr, suivant_messages_fr_end));
  static const auto english
      = read(between(suivant_messages_en, suivant_messages_en_end));
  return language == "en" ? english : french;
}

} // namespace

std::string_view language_of(std::string_view accept_language) {
  while (!accept_language.empty()) {
    const auto comma = accept_language.find(',');
    auto wish = accept_language.substr(0, comma);
    while (wish.starts_with(' '))
      wish.remove_prefix(1);
    if (wish.starts_with("fr"))
      return "fr";
    if (wish.starts_with("en"))
      return "en";
    accept_language = comma == std::string_view::npos
                          ? std::string_view{}
                          : accept_language.substr(comma + 1);
  }
  return "fr";
}

std::string message(std::string_view language, std::string_view key) {
  const auto& known = messages(language);
  const auto found = known.find(key);
  return found == known.end() ? std::string{key} : found->second;
}

std::string text_for(std::string_view language, std::string_view error) {
  const auto& known = messages(language);
  for (const auto* kind : {"refusal.", "error."})
    if (const auto found = known.find(kind + std::string{error});
        found != known.end())
      return found->second;
  return std::string{error};
}

std::string words_for(std::string_view language, std::string_view key) {
  const auto& known = messages(language);
  const auto found = known.find(key);
  return found == known.end() ? std::string{key} : found->second;
}

std::string said_in(std::string_view language,
                    const std::map<std::string, std::string>& words) {
  const auto found = words.find(std::string{language});
  if (found != words.end())
    return found->second;
  return words.empty() ? std::string{} : words.begin()->second;
}

std::string_view document(std::string_view name) {
  if (name == "openapi.json")
    return between(suivant_openapi, suivant_openapi_end);
  return between(suivant_asyncapi, suivant_asyncapi_end);
}

} // namespace suivant::gateway
