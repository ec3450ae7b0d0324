#include "actors/office/office.hpp"

namespace suivant::office {

visit_id subject_of(const command& asked) {
  return std::visit(
      [](const auto& it) -> visit_id {
        if constexpr (requires { it.visit.id; })
          return it.visit.id;
        else
          return {};
      },
      asked);
}

visit_id subject_of(const event& happened) {
  return std::visit(
      [](const auto& it) -> visit_id {
        if constexpr (requires { it.visit; })
          return it.visit;
        else
          return {};
      },
      happened);
}

} // namespace suivant::office
