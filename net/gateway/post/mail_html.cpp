#include "net/gateway/post/mail_html.hpp"

namespace suivant::gateway {
namespace {

// Colours are left to the program that shows it, which knows whether it is
// dark: a border has the colour of the words.
constexpr auto body_style = std::string_view{
    "margin:0;padding:16px;"
    "font-family:Verdana,Arial,sans-serif;font-size:16px;"
    "line-height:1.5;overflow-wrap:anywhere"};
constexpr auto link_style = std::string_view{
    "display:inline-block;padding:12px 20px;"
    "border:2px solid;border-radius:8px;font-weight:bold"};

std::string escaped(std::string_view text) {
  auto out = std::string{};
  for (const auto it : text) {
    switch (it) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    default:
      out += it;
    }
  }
  return out;
}

// Where the address begins that the line ends in; npos: there is none.
std::size_t address_in(std::string_view line) {
  const auto from = line.rfind(' ') + 1; // npos is one before 0.
  const auto last = line.substr(from);
  return last.starts_with("https://") || last.starts_with("http://")
             ? from
             : std::string_view::npos;
}

// "Cancel my appointment : " without the end.
std::string_view label_in(std::string_view before) {
  while (before.ends_with(' ') || before.ends_with(':'))
    before.remove_suffix(1);
  return before;
}

std::string line_of(std::string_view line) {
  const auto from = address_in(line);
  if (from == std::string_view::npos)
    return escaped(line);
  const auto address = line.substr(from);
  const auto label = label_in(line.substr(0, from));
  return "<a style=\"" + std::string{link_style} + "\" href=\""
         + escaped(address) + "\">" + escaped(label.empty() ? address : label)
         + "</a>";
}

std::string_view next(std::string_view& rest, std::string_view separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + separator.size());
  return part;
}

std::string paragraph_of(std::string_view text) {
  auto out = std::string{};
  while (!text.empty())
    out += (out.empty() ? "" : "<br>\n") + line_of(next(text, "\n"));
  return out.empty() ? out : "<p style=\"margin:0 0 16px\">" + out + "</p>\n";
}

} // namespace

std::string html_of(std::string_view text, std::string_view subject,
                    std::string_view language, std::string_view from_name) {
  const auto tongue = escaped(language);
  auto out = "<!doctype html>\n<html lang=\"" + tongue
             + "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               "<meta name=\"supported-color-schemes\" "
               "content=\"light dark\">\n"
               "<title>"
             + escaped(subject) + "</title>\n</head>\n<body style=\""
             + std::string{body_style} + "\">\n<div lang=\"" + tongue
             + "\" style=\"max-width:36em;margin:0 auto\">\n"
               "<p style=\"margin:0 0 16px;padding:0 0 8px;"
               "border-bottom:2px solid;font-weight:bold\">"
             + escaped(from_name) + "</p>\n";
  while (!text.empty())
    out += paragraph_of(next(text, "\n\n"));
  return out + "</div>\n</body>\n</html>\n";
}

} // namespace suivant::gateway
