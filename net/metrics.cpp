// The only file that knows prometheus-cpp.

#include "net/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace suivant::net {

struct metrics::registry {
  prometheus::Registry it{prometheus::Registry::InsertBehavior::Merge};
};

void counter::add(double by) const {
  it_->Increment(by);
}

void gauge::set(double value) const {
  it_->Set(value);
}

void histogram::observe(double value) const {
  it_->Observe(value);
}

metrics::metrics() : registry_{std::make_unique<registry>()} {}

metrics::~metrics() = default;

counter metrics::counts(const std::string& name, const std::string& help,
                        const labels& of) {
  return counter{prometheus::BuildCounter()
                     .Name(name)
                     .Help(help)
                     .Register(registry_->it)
                     .Add(of)};
}

gauge metrics::shows(const std::string& name, const std::string& help,
                     const labels& of) {
  return gauge{prometheus::BuildGauge()
                   .Name(name)
                   .Help(help)
                   .Register(registry_->it)
                   .Add(of)};
}

histogram metrics::measures(const std::string& name, const std::string& help,
                            const std::vector<double>& bounds,
                            const labels& of) {
  return histogram{prometheus::BuildHistogram()
                       .Name(name)
                       .Help(help)
                       .Register(registry_->it)
                       .Add(of, bounds)};
}

counter counter_table::of(std::string_view first, std::string_view second) {
  const auto lock = std::lock_guard{mutex_};
  auto found = known_.find(seen_labels{first, second});
  if (found == known_.end()) {
    const auto values = labels{first, second};
    const auto made = in_->counts(
        of_.name, of_.help,
        {{of_.first_label, values.first}, {of_.second_label, values.second}});
    found = known_.emplace(values, made).first;
  }
  return found->second;
}

std::string metrics::text() const {
  return prometheus::TextSerializer{}.Serialize(registry_->it.Collect());
}

} // namespace suivant::net
