// People who keep a server busy: visitors with phones and agents at counters.
// Each remembers what it asked for and what it was promised.

#pragma once

#include "tests/support/wire.hpp"

#include <boost/json.hpp>

#include <memory>
#include <random>
#include <vector>

namespace suivant::tests {

/// One command under one key, and what came back.
struct deed {
  std::string path;
  std::string headers; // Who asks.
  boost::json::object body;
  std::string key;
  int status = 0; // 0: never acknowledged.
  boost::json::object answer = {};

  bool is_acknowledged() const {
    return status != 0;
  }
  /// It made something happen, which must never be lost.
  bool is_promised() const;
  bool is_ticket() const;
};

/// Asks, and writes down the answer. False when the server is gone.
bool ask(wire& server, deed& what);

class worker {
public:
  worker(std::string name, std::uint32_t seed)
      : name_{std::move(name)}, dice_{seed} {}
  virtual ~worker() = default;

  /// One command after another, until the server is gone.
  void work(std::uint16_t port);

  /// Takes note of an answer, at once or after a crash.
  virtual void learn(const deed& done) = 0;

  /// What was asked since the last `forget`; only the last may have no answer.
  std::vector<deed>& done() {
    return done_;
  }
  void forget() {
    done_.clear();
  }
  /// What went wrong while working that no crash explains; empty: nothing.
  const std::string& trouble() const {
    return trouble_;
  }

protected:
  virtual deed next() = 0;
  std::uint32_t roll(std::uint32_t sides) {
    return static_cast<std::uint32_t>(dice_() % sides);
  }
  std::string new_key();

private:
  std::string name_;
  std::mt19937 dice_;
  int keys_ = 0;
  std::vector<deed> done_;
  std::string trouble_;
};

std::unique_ptr<worker> make_visitors(const std::string& name,
                                      std::uint32_t seed);
/// `signed_in`: the headers of somebody who may seat agents.
std::unique_ptr<worker> make_agent(const std::string& counter,
                                   const std::string& signed_in,
                                   std::uint32_t seed);

} // namespace suivant::tests
