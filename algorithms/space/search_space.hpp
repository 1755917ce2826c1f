#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/distribution.hpp"
#include "algorithms/space/point.hpp"

namespace sweep {

/// Stands for a '/' inside a key in Parameter::keys.
inline constexpr char kSlashInKey = '\x1f';

/// A named parameter. The name of a nested one is its path joined with '/': "model/lr".
struct Parameter {
  std::string name;
  Distribution distribution;
  /// The keys that lead to it in a configuration, joined with '/', where a key has a '/' itself
  /// (kSlashInKey in it); else empty, and the name says it.
  std::string keys = {};
};

/// The keys that lead to a parameter, joined with '/'.
inline const std::string& keys_of(const Parameter& parameter) {
  return parameter.keys.empty() ? parameter.name : parameter.keys;
}
/// One of them as it is in the configuration.
std::string key_text(std::string_view key);

/// Named parameters in a fixed order: what a searcher searches. Immutable; copies share.
class SearchSpace {
 public:
  /// Throws SpecError if there are no parameters, a name is empty or repeated, or, unless it is to
  /// behave as W&B, a distribution has a problem. Keeps the order given.
  explicit SearchSpace(std::vector<Parameter> parameters, Behaviour = Behaviour::corrected);

  [[nodiscard]] std::size_t size() const { return parameters_->size(); }
  [[nodiscard]] const Parameter& operator[](std::size_t i) const { return (*parameters_)[i]; }
  [[nodiscard]] auto begin() const { return parameters_->begin(); }
  [[nodiscard]] auto end() const { return parameters_->end(); }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// Finds the name that somebody wrote: "model.lr" is "model/lr" if only one can be meant.
  [[nodiscard]] std::optional<std::size_t> find_spelt(std::string_view name) const;
  [[nodiscard]] Behaviour behaviour() const { return behaviour_; }

  [[nodiscard]] Point from_unit(const UnitPoint& unit) const;
  /// Maps unit coordinates to native values in place, for the hot path: `row` holds unit
  /// coordinates, then native values.
  void from_unit(std::span<double> row) const;
  [[nodiscard]] UnitPoint to_unit(PointView point) const;

  /// True if every value is one that its parameter can take.
  [[nodiscard]] bool contains(PointView point) const;
  /// The number of different points (W&B's "Est. Runs"); saturates at 2^127.
  [[nodiscard]] Cardinality cardinality() const;
  /// Sum over the parameters: of log densities, and of log masses where values are discrete.
  [[nodiscard]] double log_probability(PointView point) const;

 private:
  std::shared_ptr<const std::vector<Parameter>> parameters_;
  Behaviour behaviour_;
};

}  // namespace sweep
