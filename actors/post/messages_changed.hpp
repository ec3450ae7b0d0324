// What an office says of its messages.

#pragma once

#include "actors/office/setup.hpp"

#include <memory>

namespace suivant {

/// Messages of an office that have changed, once durable; after a start, all
/// that are under way.
struct messages_changed {
  office_id office;
  std::shared_ptr<const office::setup> setup;
  std::vector<std::pair<visit_id, office::message>> all;
};

} // namespace suivant
