#include "cli/pretty_json.hpp"

#include <boost/json.hpp>

namespace suivant::cli {
namespace {

using boost::json::serialize;
using boost::json::value;

constexpr auto longest_line = std::size_t{72};

void write(std::string& out, const value& it, const std::string& indent);

template <class Each, class Write>
void write_all(std::string& out, const Each& all, const std::string& indent,
               char open, char close, Write write_one) {
  const auto inner = indent + "  ";
  auto is_first = true;
  out += open;
  for (const auto& each : all) {
    out += is_first ? "\n" : ",\n";
    out += inner;
    write_one(each, inner);
    is_first = false;
  }
  out += '\n' + indent + close;
}

void write(std::string& out, const value& it, const std::string& indent) {
  const auto short_form = serialize(it);
  const auto is_leaf = !it.is_object() && !it.is_array();
  if (is_leaf || indent.size() + short_form.size() <= longest_line) {
    out += short_form;
    return;
  }
  if (const auto* list = it.if_array())
    return write_all(out, *list, indent, '[', ']',
                     [&](const value& each, const std::string& inner) {
                       write(out, each, inner);
                     });
  write_all(out, it.get_object(), indent, '{', '}',
            [&](const auto& member, const std::string& inner) {
              out += serialize(value(member.key())) + ": ";
              write(out, member.value(), inner);
            });
}

} // namespace

std::string pretty(const value& it) {
  auto out = std::string{};
  write(out, it, "");
  return out + '\n';
}

} // namespace suivant::cli
