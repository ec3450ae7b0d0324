// Numbers for operators, in Prometheus' text form. Behind it is
// prometheus-cpp, in one file.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
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

/// Counters of one name that differ in two labels. Each is looked up once, for
/// what is counted thousands of times a second. Thread-safe.
class counter_table {
public:
  struct heading {
    std::string name;
    std::string help;
    std::string first_label;
    std::string second_label;
  };

  counter_table(std::shared_ptr<metrics> in, heading of)
      : in_{std::move(in)}, of_{std::move(of)} {}

  counter of(std::string_view first, std::string_view second);

private:
  using labels = std::pair<std::string, std::string>;
  using seen_labels = std::pair<std::string_view, std::string_view>;
  struct order {
    using is_transparent = void;
    bool operator()(const seen_labels& left, const seen_labels& right) const {
      return left < right;
    }
  };

  const std::shared_ptr<metrics> in_;
  const heading of_;
  std::mutex mutex_;
  std::map<labels, counter, order> known_;
};

} // namespace suivant::net
