#include "objectives/curves/lure.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/space/rank_correlation.hpp"

namespace sweep {
namespace {

constexpr std::size_t kSampleSize = 2048;
constexpr int kHalvings = 30;
constexpr double kLeastTarget = 0.01;
constexpr double kMostBeta = 20;
constexpr double kLeastStrength = 1e-4;
constexpr double kMostStrength = 1e5;

/// Where a falling function of t in [lo, hi] passes 0.
template <class F>
double zero_of_falling(double lo, double hi, F value) {
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (lo + hi) / 2;
    (value(middle) > 0 ? lo : hi) = middle;
  }
  return (lo + hi) / 2;
}

}  // namespace

SampledLosses::SampledLosses(const SearchSpace& space,
                             const std::function<double(PointView)>& final_loss)
    : space_(space) {
  Stream draws = curve_stream("sample");
  std::vector<double> row(space.size());
  for (std::size_t i = 0; i < kSampleSize; ++i) {
    draws.fill_uniform(row);
    space.from_unit(row);
    const double loss = final_loss(row);
    if (!std::isfinite(loss)) continue;
    rows_.insert(rows_.end(), row.begin(), row.end());
    losses_.push_back(loss);
  }
  measure_spread();
}

PointView SampledLosses::point(std::size_t i) const {
  return std::span(rows_).subspan(i * space_.size(), space_.size());
}

void SampledLosses::measure_spread() {
  if (losses_.empty()) return;
  std::vector<double> sorted = losses_;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t last = sorted.size() - 1;
  median_ = sorted[last / 2];
  const double spread =
      std::max(sorted[last * 3 / 4] - sorted[last / 4], 0.01 * (sorted[last] - sorted[0]));
  if (std::isfinite(spread) && spread > 0) scale_ = spread;
}

Lure::Lure(const SampledLosses& sample, std::span<const double> early, double target)
    : field_(sample.space(), curve_stream("lure")),
      median_(sample.median()),
      scale_(sample.scale()) {
  if (rank_correlation(early, sample.losses()) > target) calibrate(sample, early, target);
}

double Lure::height(PointView x, double final_loss) const {
  return strength_ * scale_ * normal_share(field_.value(x) - beta_ * pull(final_loss));
}

double Lure::pull(double loss) const {
  const double from_median = loss - median_;
  return from_median / (scale_ + std::abs(from_median));
}

void Lure::calibrate(const SampledLosses& sample, std::span<const double> early, double target) {
  std::vector<double> field(sample.size());
  for (std::size_t i = 0; i < field.size(); ++i) field[i] = field_.value(sample.point(i));
  std::vector<double> trial(sample.size());
  beta_ = zero_of_falling(-kMostBeta, kMostBeta, [&](double beta) {
    for (std::size_t i = 0; i < trial.size(); ++i) {
      trial[i] = field[i] - beta * pull(sample.losses()[i]);
    }
    return rank_correlation(trial, sample.losses());
  });
  strength_ = 1;
  std::vector<double> heights(sample.size());
  for (std::size_t i = 0; i < heights.size(); ++i) {
    heights[i] = height(sample.point(i), sample.losses()[i]);
  }
  const double goal = std::max(target, kLeastTarget);
  const auto excess = [&](double log_strength) {
    const double strength = std::exp(log_strength);
    for (std::size_t i = 0; i < trial.size(); ++i) trial[i] = early[i] + strength * heights[i];
    return rank_correlation(trial, sample.losses()) - goal;
  };
  strength_ = std::exp(zero_of_falling(std::log(kLeastStrength), std::log(kMostStrength), excess));
}

}  // namespace sweep
