// How handlers ask about accounts, sessions and screens.

#pragma once

#include "net/gateway/exchange.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {

/// Asks, and answers what the rules or the disk refuse; `yes` does the rest.
template <class Request, class Yes>
void ask_access(const talk& it, Request asked, Yes yes) {
  using answer = access::answer_to<Request>;
  it->with.access->ask(
      std::move(asked), std::function<void(answer)>{[it, yes](answer said) {
        if (const auto* no = std::get_if<access::refused>(&said))
          return it->refuse(*no);
        yes(std::get<0>(said));
      }},
      [it](storage::trouble why) { it->refuse(why); });
}

} // namespace suivant::gateway
