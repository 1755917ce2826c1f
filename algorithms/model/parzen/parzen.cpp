#include "algorithms/model/parzen/parzen.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

/// The weight of the i-th oldest of n, on a line from 1/n to 1 for all but the newest.
class ForgettingRamp {
 public:
  explicit ForgettingRamp(std::size_t n) {
    constexpr std::size_t kNewest = 25;
    const std::size_t older = n > kNewest ? n - kNewest : 0;
    older_ = static_cast<double>(older);
    oldest_ = 1 / static_cast<double>(std::max<std::size_t>(n, 1));
    step_ = older > 1 ? (1 - oldest_) / (older_ - 1) : 0;
  }
  [[nodiscard]] double weight(double place) const {
    return place < older_ ? oldest_ + place * step_ : 1;
  }

 private:
  double older_ = 0;
  double oldest_ = 1;
  double step_ = 0;
};

}  // namespace

void parzen_weights(std::span<double> weights) { parzen_weights(weights, 0, 0); }

void parzen_weights(std::span<double> weights, std::size_t sample, std::size_t sampled) {
  const ForgettingRamp ramp(weights.size() - sample + sampled);
  const double each = static_cast<double>(sampled) / static_cast<double>(sample);
  for (std::size_t i = 0; i < sample; ++i) {
    weights[i] = each * ramp.weight((static_cast<double>(i) + 0.5) * each - 0.5);
  }
  for (std::size_t i = sample; i < weights.size(); ++i) {
    weights[i] = ramp.weight(static_cast<double>(i - sample + sampled));
  }
}

double least_width(std::size_t kernels, const ParzenOptions& options) {
  constexpr double kNearlyNothing = 1e-12;
  if (!options.magic_clip) return kNearlyNothing;
  return 1 / std::min(100.0, 1.0 + static_cast<double>(kernels));
}

void neighbour_widths(std::span<const double> sorted, const ParzenOptions& options,
                      std::span<double> widths) {
  const std::size_t n = sorted.size();
  const double least = least_width(n, options);
  const bool skip_ends = !options.endpoints && n >= 2;
  for (std::size_t i = 0; i < n; ++i) {
    const double below = sorted[i] - (i == 0 ? 0 : sorted[i - 1]);
    const double above = (i + 1 == n ? 1 : sorted[i + 1]) - sorted[i];
    double width = std::max(below, above);
    if (skip_ends && i == 0) width = above;
    if (skip_ends && i + 1 == n) width = below;
    widths[i] = std::clamp(width, least, 1.0);
  }
}

double product_width(std::size_t observations, std::size_t columns, const ParzenOptions& options) {
  constexpr double kScale = 0.2;
  const auto n = static_cast<double>(std::max<std::size_t>(observations, 1));
  const double width = kScale * std::pow(n, -1 / (static_cast<double>(columns) + 4));
  return std::clamp(width, least_width(observations + 1, options), 1.0);
}

double category_smoothing(std::size_t categories, std::size_t observations,
                          const ParzenOptions& options) {
  return options.prior_weight * static_cast<double>(categories) /
         static_cast<double>(observations + 1);
}

}  // namespace sweep
