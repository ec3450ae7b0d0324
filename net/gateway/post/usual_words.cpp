#include "net/gateway/post/usual_words.hpp"

#include "actors/outbox/outbox_describe.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json.hpp>

extern "C" {
extern const char suivant_post_fr[];
extern const char suivant_post_fr_end[];
extern const char suivant_post_en[];
extern const char suivant_post_en_end[];
}

namespace suivant::gateway {
namespace {

using catalogue = std::map<std::string, std::string, std::less<>>;

catalogue read(const char* begin, const char* end) {
  auto known = catalogue{};
  const auto parsed
      = boost::json::parse({begin, static_cast<std::size_t>(end - begin)});
  for (const auto& [key, words] : parsed.as_object())
    known.emplace(key, words.as_string());
  return known;
}

const catalogue& words_in(std::string_view language) {
  static const auto french = read(suivant_post_fr, suivant_post_fr_end);
  static const auto english = read(suivant_post_en, suivant_post_en_end);
  return language == "en" ? english : french;
}

} // namespace

bool has_usual_words(std::string_view language) {
  return language == "fr" || language == "en";
}

std::string_view usual_language(std::string_view language) {
  return language == "en" ? "en" : "fr";
}

const std::string& usual_word(std::string_view language, std::string_view key) {
  static const auto nothing = std::string{};
  const auto& known = words_in(language);
  const auto found = known.find(key);
  return found == known.end() ? nothing : found->second;
}

std::string_view key_of(office::occasion about) {
  return boost::describe::enum_to_string(about, "");
}

} // namespace suivant::gateway
