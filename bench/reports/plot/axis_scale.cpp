#include "bench/reports/plot/axis_scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sweep {
namespace {

constexpr double kMostDecades = 16;
constexpr double kRounding = 1e-9;  // of a share: a tick at the end of the axis is on it

std::string power_text(double value) {
  const int exponent = static_cast<int>(std::lround(std::log10(value)));
  return exponent >= -2 && exponent <= 4 ? fmt::format("{:g}", value)
                                         : fmt::format("1e{}", exponent);
}

}  // namespace

AxisScale::AxisScale(FigureScale scale, const std::vector<double>& values) : scale_(scale) {
  const bool is_log = scale == FigureScale::logarithmic;
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const double value : values) {
    if (!std::isfinite(value) || (is_log && value <= 0)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (low > high) low = high = 1;
  low_ = is_log ? std::max(low, high * std::pow(10, -kMostDecades)) : low;
  high_ = high;
  widen();
  is_cut_ = std::any_of(values.begin(), values.end(), [&](double x) { return x < low_; });
}

// Ends that only rounding tells apart have nothing between them to be drawn.
void AxisScale::widen() {
  constexpr double kNarrowest = 1e-12;
  if (high_ - low_ > kNarrowest * std::max(std::abs(low_), std::abs(high_))) return;
  const bool is_log = scale_ == FigureScale::logarithmic;
  const double by = low_ == 0 ? 1 : std::abs(low_) / 10;
  low_ = is_log ? low_ / 2 : low_ - by;
  high_ = is_log ? high_ * 2 : high_ + by;
}

double AxisScale::lifted(double value) const {
  return scale_ == FigureScale::logarithmic ? std::log10(value) : value;
}

std::optional<double> AxisScale::share(double value) const {
  if (!std::isfinite(value)) return std::nullopt;
  if (value <= low_) return 0;
  return (lifted(value) - lifted(low_)) / (lifted(high_) - lifted(low_));
}

std::vector<double> AxisScale::powers(std::size_t most) const {
  const int first = static_cast<int>(std::ceil(std::log10(low_) - kRounding));
  const int last = static_cast<int>(std::floor(std::log10(high_) + kRounding));
  const int count = last - first + 1;
  const int step = std::max(
      1, static_cast<int>(std::ceil(static_cast<double>(count) / static_cast<double>(most))));
  std::vector<double> values;
  for (int exponent = first; exponent <= last; exponent += step) {
    values.push_back(std::pow(10, exponent));
  }
  return values;
}

std::vector<double> AxisScale::parts_of_powers() const {
  std::vector<double> values;
  for (double power = std::pow(10, std::floor(std::log10(low_))); power <= high_; power *= 10) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      const double value = factor * power;
      if (value >= low_ * (1 - kRounding) && value <= high_ * (1 + kRounding)) {
        values.push_back(value);
      }
    }
  }
  return values;
}

std::vector<double> AxisScale::multiples(std::size_t most) const {
  const double rough = (high_ - low_) / static_cast<double>(std::max<std::size_t>(1, most - 1));
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {5.0, 2.0, 1.0}) {
    if (factor * power >= rough * (1 - kRounding)) step = factor * power;
  }
  std::vector<double> values;
  const double reach = (high_ - low_) * kRounding;
  const double first = std::ceil(low_ / step - kRounding);
  for (std::size_t i = 0; i <= most; ++i) {
    const double value = (first + static_cast<double>(i)) * step + 0.0;
    if (value <= high_ + reach) values.push_back(value);
  }
  return values;
}

std::vector<Tick> AxisScale::ticks(std::size_t most) const {
  const bool is_log = scale_ == FigureScale::logarithmic;
  std::vector<double> values = is_log ? powers(most) : multiples(most);
  const bool has_room = is_log && 3 * values.size() <= most + 1;
  if (has_room) values = parts_of_powers();
  if (values.size() < 2) values = {low_, high_};
  std::vector<Tick> ticks;
  for (const double value : values) {
    const bool is_power = is_log && !has_room && values.size() > 2;
    ticks.push_back({value, is_power ? power_text(value) : fmt::format("{:.4g}", value)});
  }
  if (is_cut_) {
    std::erase_if(ticks, [&](const Tick& tick) { return *share(tick.value) < 0.05; });
    ticks.insert(ticks.begin(), {low_, fmt::format("<={:.2g}", low_)});
  }
  return ticks;
}

}  // namespace sweep
