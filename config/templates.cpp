#include "config/templates.hpp"

#include <array>

extern "C" {
extern const char suivant_template_distribution[];
extern const char suivant_template_pool[];
extern const char suivant_template_waste[];
extern const char suivant_template_vaccination[];
extern const char suivant_templates_end[];
}

namespace suivant::config {

std::shared_ptr<const std::vector<office::setup_template>> templates() {
  const auto beginnings = std::to_array<const char*>(
      {suivant_template_distribution, suivant_template_pool,
       suivant_template_waste, suivant_template_vaccination,
       suivant_templates_end});
  auto all = std::vector<office::setup_template>{};
  for (auto i = std::size_t{0}; i + 1 < beginnings.size(); ++i) {
    const auto length = beginnings[i + 1] - beginnings[i];
    all.push_back(office::template_from_json(
        json::parse({beginnings[i], static_cast<std::size_t>(length)})));
  }
  return std::make_shared<const std::vector<office::setup_template>>(
      std::move(all));
}

} // namespace suivant::config
