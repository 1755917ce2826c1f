#include "objectives/curves/counting_ones.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "algorithms/text/error.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

std::vector<Parameter> parameters(const CountingOnes::Options& options) {
  if (options.categories + options.continuous == 0) {
    throw SpecError(fmt::format("{}: categories = 0: expected at least 1 where continuous = 0",
                                objective_called(CountingOnes::kName)));
  }
  std::vector<Parameter> result;
  for (std::size_t i = 0; i < options.categories; ++i) {
    result.push_back({fmt::format("cat{}", i), Categorical(std::vector<Value>{0, 1})});
  }
  for (std::size_t i = 0; i < options.continuous; ++i) {
    result.push_back({fmt::format("x{}", i), Uniform{0, 1}});
  }
  return result;
}

}  // namespace

std::size_t binomial(std::size_t draws, double p, double u,
                     const std::vector<double>& log_factorials) {
  assert(log_factorials.size() > draws);
  if (p <= 0) return 0;
  if (p >= 1) return draws;
  const double odds = p / (1 - p);
  const auto n = static_cast<double>(draws);
  const std::size_t mode = std::min(draws, static_cast<std::size_t>((n + 1) * p));
  const double at_mode = std::exp(
      log_factorials[draws] - log_factorials[mode] - log_factorials[draws - mode] +
      static_cast<double>(mode) * std::log(p) + static_cast<double>(draws - mode) * std::log1p(-p));
  u -= at_mode;
  if (u < 0) return mode;
  double low = static_cast<double>(mode);
  double high = low;
  double below = at_mode;
  double above = at_mode;
  while (low > 0 || high < n) {
    below *= low / ((n - low + 1) * odds);  // 0 once low is
    if (low > 0 && (u -= below) < 0) return static_cast<std::size_t>(low) - 1;
    low = std::max(0.0, low - 1);
    above *= (n - high) * odds / (high + 1);
    if (high < n && (u -= above) < 0) return static_cast<std::size_t>(high) + 1;
    high = std::min(n, high + 1);
  }
  return mode;  // the masses add up to 1 but for rounding
}

CountingOnes::CountingOnes(const Options& options)
    : categories_(options.categories), space_(parameters(options)), log_factorials_{0} {
  for (std::size_t i = 1; i <= kSteps * kDrawsPerStep; ++i) {
    log_factorials_.push_back(log_factorials_.back() + std::log(static_cast<double>(i)));
  }
}

double CountingOnes::loss(PointView x, int step, const Stream& noise) const {
  assert(1 <= step && step <= kSteps);
  const std::size_t draws = kDrawsPerStep * static_cast<std::size_t>(step);
  Stream uniforms = noise.child("ones").child(static_cast<std::uint64_t>(step));
  std::size_t ones = 0;
  for (std::size_t i = categories_; i < x.size(); ++i) {
    ones += binomial(draws, x[i], uniforms.uniform(), log_factorials_);
  }
  return -ones_of_categories(x) - static_cast<double>(ones) / static_cast<double>(draws);
}

double CountingOnes::exact_loss(PointView x) const {
  double sum = ones_of_categories(x);
  for (std::size_t i = categories_; i < x.size(); ++i) sum += x[i];
  return -sum;
}

std::optional<Optimum> CountingOnes::optimum() const {
  return Optimum{-static_cast<double>(space_.size()),
                 {Point{std::vector<double>(space_.size(), 1)}}};
}

double CountingOnes::ones_of_categories(PointView x) const {
  double sum = 0;
  for (std::size_t i = 0; i < categories_; ++i) sum += x[i];
  return sum;
}

}  // namespace sweep
