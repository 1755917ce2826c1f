#include "bench/results/measures/simulated_restarts.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/percentile.hpp"

namespace sweep {
namespace {

// Costs of failures that are drawn in advance, for each run length to simulate.
constexpr std::size_t kFailuresPerDraw = 10;

// Fisher-Yates.
void shuffle(std::vector<std::size_t>& order, Stream& stream) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.index(i)]);
}

/// The cells by how they ended.
struct Outcomes {
  std::vector<double> hits;      // T of those that succeeded
  std::vector<double> failures;  // M of the others

  explicit Outcomes(std::span<const RunLength> lengths) {
    for (const RunLength& length : lengths) {
      (length.is_success() ? hits : failures).push_back(length.spent());
    }
  }
  [[nodiscard]] bool cost_alike() const {
    return std::all_of(failures.begin(), failures.end(),
                       [&](double cost) { return cost == failures.front(); });
  }
};

/// What any number of failures in a row cost, in a time that does not grow with their number: a
/// sequence of costs is drawn once, closed to a ring, and a row of failures is a piece of it that
/// begins anywhere. Two rows may share a piece; each by itself is drawn with replacement. Of costs
/// that are all the same, one is enough.
class FailureCosts {
 public:
  FailureCosts(std::span<const double> failures, std::size_t size, Stream& stream) : sums_{0} {
    sums_.reserve(size + 1);
    for (std::size_t i = 0; i < size; ++i) {
      sums_.push_back(sums_.back() + failures[stream.index(failures.size())]);
    }
  }
  [[nodiscard]] double of_row(double count, Stream& stream) const {
    const auto size = static_cast<double>(sums_.size() - 1);
    const double rounds = std::floor(count / size);
    const auto rest = static_cast<std::size_t>(count - rounds * size);
    const std::size_t begin = stream.index(sums_.size() - 1);
    return rounds * sums_.back() + up_to(begin + rest) - sums_[begin];
  }

 private:
  [[nodiscard]] double up_to(std::size_t end) const {
    const std::size_t size = sums_.size() - 1;
    return end <= size ? sums_[end] : sums_.back() + sums_[end - size];
  }

  std::vector<double> sums_;  // of the first 0, 1, 2, .. costs
};

/// Restarts of a cell that failed, until one succeeds.
class Restarting {
 public:
  Restarting(std::span<const RunLength> lengths, std::size_t count, Stream& stream)
      : outcomes_(lengths), log_failure_(std::log1p(-success_rate(lengths))) {
    if (outcomes_.failures.empty()) return;
    costs_.emplace(outcomes_.failures, outcomes_.cost_alike() ? 1 : kFailuresPerDraw * count,
                   stream);
  }
  /// The number of further failures is geometric: P(k or more) = (1 - n_s/N)^k.
  [[nodiscard]] double cost(Stream& stream) const {
    const double failures = std::floor(std::log(stream.uniform()) / log_failure_);
    return costs_->of_row(failures, stream) + outcomes_.hits[stream.index(outcomes_.hits.size())];
  }

 private:
  Outcomes outcomes_;
  double log_failure_;
  std::optional<FailureCosts> costs_;
};

}  // namespace

std::vector<double> simulated_run_lengths(std::span<const RunLength> lengths, std::size_t count,
                                          Stream stream) {
  assert(!lengths.empty());
  std::vector<double> sample(count, std::numeric_limits<double>::infinity());
  if (successes(lengths) == 0) return sample;
  const Restarting restarting(lengths, count, stream);
  std::vector<std::size_t> order(lengths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = i % lengths.size();
    if (place == 0) shuffle(order, stream);
    const RunLength& first = lengths[order[place]];
    sample[i] = first.spent() + (first.is_success() ? 0 : restarting.cost(stream));
  }
  return sample;
}

std::size_t balanced_count(std::size_t cells, std::size_t at_least) {
  assert(cells > 0);
  return (at_least + cells - 1) / cells * cells;
}

double dispersion(std::span<const double> simulated) {
  const double upper = percentile(simulated, 90);
  return std::isinf(upper) ? upper : (upper - percentile(simulated, 10)) / 2;
}

}  // namespace sweep
