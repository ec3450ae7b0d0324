// The set-up of an office, for handlers that need its words.

#pragma once

#include "net/gateway/replies.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {

/// The question who is reached under nobody's number brings the set-up, and
/// nothing else.
template <class Then>
void with_setup(const talk& it, const office_id& office, Then then) {
  const auto asked
      = agenda_asked{.kind = office::agenda_kind::reached, .phone = "nobody"};
  it->with.offices->agenda(office, asked,
                           {[it, then](const agenda_told& told) {
                              if (told.refused)
                                return it->refuse(
                                    status_of(*told.refused),
                                    office::name_of(*told.refused));
                              then(told.setup);
                            },
                            or_refuse(it)});
}

} // namespace suivant::gateway
