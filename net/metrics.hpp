// Numbers for operators, in Prometheus' text form. Behind it is
// prometheus-cpp, in one file.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
} // namespace prometheus

namespace suivant::net {

/// These three are addresses: cheap to copy, valid as long as their registry,
/// usable from any thread.
class counter {
public:
  explicit counter(prometheus::Counter& it) : it_{&it} {}
  void add(double by = 1) const;

private:
  prometheus::Counter* it_;
};

class gauge {
public:
  explicit gauge(prometheus::Gauge& it) : it_{&it} {}
  void set(double value) const;

private:
  prometheus::Gauge* it_;
};

class histogram {
public:
  explicit histogram(prometheus::Histogram& it) : it_{&it} {}
  void observe(double value) const;

private:
  prometheus::Histogram* it_;
};

class metrics {
public:
  using labels = std::map<std::string, std::string>;

  metrics();
  ~metrics();

  /// The same name and labels give the same number again. Labels must never
  /// name a person, and take few values.
  counter counts(const std::string& name, const std::string& help,
                 const labels& of = {});
  gauge shows(const std::string& name, const std::string& help,
              const labels& of = {});
  histogram measures(const std::string& name, const std::string& help,
                     const std::vector<double>& bounds, const labels& of = {});

  /// All of them, as "text/plain; version=0.0.4".
  std::string text() const;

private:
  struct registry;
  std::unique_ptr<registry> registry_;
};

} // namespace suivant::net
