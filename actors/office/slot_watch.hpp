// Who looks at the times of which day, and what they were last shown. Computes
// a day once for all who look at it, and only if something there has changed.

#pragma once

#include "actors/common/frame_port.hpp"
#include "actors/office/booking_view.hpp"
#include "actors/office/news.hpp"

#include <optional>
#include <set>
#include <vector>

namespace suivant::office {

/// "slots/<office>/<service>/<site>/<persons>/<place>/<day>"; the site may be
/// empty.
std::string slot_topic(const office_id& office, const offer_question& asked);

struct slot_frame {
  std::string topic;
  std::uint64_t number = 0; // Of each topic from its first on.
  shared_text text;
  std::optional<screen_id> screen; // Only to this one, as its first.

  void leave_by(frame_port& port) const;
};

/// Of one office; used by one thread.
class slot_watch {
public:
  /// Different days, or the same for others' wishes, that are kept an eye on.
  static constexpr auto most_topics = std::size_t{200};

  explicit slot_watch(office_id office) : office_{std::move(office)} {}

  /// What `screen` is to be shown now; from here on it is shown every change,
  /// instead of what it looked at before. Nothing if there is no such offer, or
  /// if too much is looked at.
  std::vector<slot_frame> add(screen_id screen, const offer_question& asked,
                              const state& now, instant at);
  void remove(screen_id screen);

  /// Remembers what may have changed. True if anybody looks at it.
  bool note(const news& changed);
  /// What has really changed since it was shown.
  std::vector<slot_frame> changes(const state& now, instant at);

  /// Ends all that look: their pages come back, and ask whoever succeeds us.
  void end(frame_port& port) const;

private:
  struct watched {
    offer_question asked;
    std::set<screen_id> screens;
    std::string shown;
    std::uint64_t number = 0;
    bool is_stale = false;
  };

  void note_day(std::string_view day);

  office_id office_;
  std::map<std::string, watched> topics_;
  std::map<screen_id, std::string> looks_at_;
};

} // namespace suivant::office
