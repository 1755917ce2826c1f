#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/count.hpp"
#include "algorithms/space/distributions/interval.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// One value that never varies. As a coordinate it is 0.
struct Constant {
  static constexpr std::string_view kName = "constant";
  Value value;

  [[nodiscard]] double quantile(double) const { return 0; }
  [[nodiscard]] double cdf(double) const { return 0; }
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const { return {0, 0}; }
  [[nodiscard]] std::string problem() const { return ""; }

  [[nodiscard]] Cardinality count() const { return 1; }
  [[nodiscard]] double at(Count) const { return 0; }
  [[nodiscard]] std::optional<Count> position(double x) const;
};

/// Values of any type, by index; equally likely unless there are probabilities.
///
/// Corrected, a value listed twice is one value (see canonical()), spelled as it was first, with
/// the weights of both; count, at and position leave out values of probability 0. As W&B, each
/// entry is drawn for itself and only counted once, spelled as it was last; u = 0 gives the last
/// entry, and a u above the sum of the probabilities the first one.
class Categorical {
 public:
  static constexpr std::string_view kName = "categorical";
  explicit Categorical(std::vector<Value> values, std::vector<double> probabilities = {},
                       Behaviour behaviour = Behaviour::corrected);

  [[nodiscard]] const std::vector<Value>& values() const { return values_; }
  /// Empty: equally likely.
  [[nodiscard]] const std::vector<double>& probabilities() const { return probabilities_; }

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double index) const;
  [[nodiscard]] double log_probability(double index) const;
  [[nodiscard]] Interval support() const { return {0, static_cast<double>(values_.size()) - 1}; }
  [[nodiscard]] std::string problem() const;

  [[nodiscard]] Cardinality count() const { return spelled_at_.size(); }
  [[nodiscard]] double at(Count i) const;
  [[nodiscard]] std::optional<Count> position(double index) const;
  /// The index of the first listed value that is the same as `value` (see canonical()).
  [[nodiscard]] std::optional<double> index_of(const Value& value) const;

 private:
  void merge_repeated_values();
  [[nodiscard]] bool is_possible(std::size_t i) const;

  std::vector<Value> values_;
  std::vector<double> probabilities_;
  Behaviour behaviour_;
  std::unordered_map<std::string, std::size_t> position_of_;  // canonical text -> position
  std::vector<std::size_t> position_;                         // index -> position
  std::vector<std::size_t> first_at_;                         // position -> first index
  std::vector<std::size_t> spelled_at_;  // position -> index whose spelling counts
};

}  // namespace sweep
