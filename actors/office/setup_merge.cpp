#include "actors/office/setup_merge.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

template <class Element>
Element* known_as(std::vector<Element>& all, const Element& wanted) {
  const auto it = std::ranges::find(all, wanted.id, &Element::id);
  return it == all.end() ? nullptr : &*it;
}

class merger {
public:
  merger(setup office, clash otherwise)
      : out_{std::move(office), {}}, otherwise_{otherwise} {}

  template <class Element>
  void add(std::vector<Element>& all, const std::vector<Element>& more,
           const std::string& list) {
    for (const auto& it : more) {
      auto* known = known_as(all, it);
      if (known == nullptr)
        all.push_back(it);
      else if (otherwise_ == clash::replace)
        *known = it;
      else if (*known != it)
        out_.problems.push_back({list + '.' + it.id.text, "is_taken"});
    }
  }

  void add_counters(const std::vector<counter_setup>& more) {
    for (const auto& it : more) {
      auto* known = known_as(out_.setup.counters, it);
      if (known == nullptr) {
        out_.setup.counters.push_back(it);
        continue;
      }
      for (const auto& service : it.serves)
        if (std::ranges::find(known->serves, service) == known->serves.end())
          known->serves.push_back(service);
    }
  }

  void add_sites(const std::vector<booking::site_setup>& more) {
    auto& sites = out_.setup.booking.sites;
    for (const auto& it : more)
      if (auto* known = known_as(sites, it); known == nullptr)
        sites.push_back(it);
      else if (it.gauge > 0)
        known->gauge = it.gauge;
  }

  merging add_all(const setup& part) {
    auto& into = out_.setup;
    add(into.queues, part.queues, "queues");
    add(into.services, part.services, "services");
    add_counters(part.counters);
    add_sites(part.booking.sites);
    add(into.booking.resources, part.booking.resources, "booking.resources");
    add(into.booking.openings, part.booking.openings, "booking.openings");
    add(into.booking.services, part.booking.services, "booking.services");
    return std::move(out_);
  }

private:
  merging out_;
  clash otherwise_;
};

} // namespace

merging merged(setup office, const setup& part, clash otherwise) {
  return merger{std::move(office), otherwise}.add_all(part);
}

} // namespace suivant::office
