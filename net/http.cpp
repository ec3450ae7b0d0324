// The small questions everybody asks of a request.

#include "net/http.hpp"

#include "net/words.hpp"

namespace suivant::net {

std::string_view request::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name)
      return value;
  return {};
}

std::string request::parameter(std::string_view name) const {
  return query_value(query, name).value_or(std::string{});
}

std::string_view request::cookie(std::string_view name) const {
  return cookie_value(header("cookie"), name);
}

response json_response(int status, std::string body) {
  response result;
  result.status = status;
  result.body = std::make_shared<const std::string>(std::move(body));
  return result;
}

} // namespace suivant::net
