#include "algorithms/model/parzen/reference_density.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "algorithms/model/parzen/normal_mass.hpp"

namespace sweep {
namespace {

// Silverman's: the width of least integrated squared error for a normal of deviation 1.
constexpr double kReference = 1.06;
const double kLogRootTwoPi = 0.5 * std::log(2 * 3.14159265358979323846);

}  // namespace

ReferenceDensity::ReferenceDensity(std::vector<std::vector<double>> categories, double least_width)
    : categories_(std::move(categories)), least_width_(least_width), widths_(categories_.size()) {}

void ReferenceDensity::fit(std::span<const double> rows) {
  assert(columns() > 0 && !rows.empty());
  rows_.assign(rows.begin(), rows.end());
  const double power = -1.0 / (4.0 + static_cast<double>(columns()));
  const double scale = kReference * std::pow(static_cast<double>(observations()), power);
  for (std::size_t k = 0; k < columns(); ++k) {
    const bool is_category = !categories_[k].empty();
    const double spread = is_category ? category_spread(k) : number_spread(k);
    const auto c = static_cast<double>(categories_[k].size());
    const double most = is_category ? (c - 1) / c : std::numeric_limits<double>::infinity();
    widths_[k] = std::min(std::max(scale * spread, least_width_), most);
  }
}

double ReferenceDensity::number_spread(std::size_t column) const {
  double mean = 0;
  double squares = 0;
  double seen = 0;
  for (std::size_t at = column; at < rows_.size(); at += columns()) {
    const double from_mean = rows_[at] - mean;
    mean += from_mean / ++seen;
    squares += from_mean * (rows_[at] - mean);
  }
  return std::sqrt(squares / seen);
}

double ReferenceDensity::category_spread(std::size_t column) const {
  double alike = 0;
  const auto n = static_cast<double>(observations());
  for (const double category : categories_[column]) {
    double count = 0;
    for (std::size_t at = column; at < rows_.size(); at += columns()) {
      count += rows_[at] == category ? 1 : 0;
    }
    alike += (count / n) * (count / n);
  }
  return std::sqrt(std::max(1 - alike, 0.0));
}

double ReferenceDensity::log_kernel(std::size_t column, double from, double to) const {
  const double h = widths_[column];
  if (categories_[column].empty()) {
    const double z = (to - from) / h;
    return -0.5 * z * z - std::log(h) - kLogRootTwoPi;
  }
  return from == to ? std::log1p(-h)
                    : std::log(h / (static_cast<double>(categories_[column].size()) - 1));
}

// The largest term is taken out of the sum, which then neither overflows nor vanishes.
double ReferenceDensity::log_density(std::span<const double> row) const {
  double most = -std::numeric_limits<double>::infinity();
  std::vector<double> terms(observations());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (std::size_t k = 0; k < columns(); ++k) {
      terms[i] += log_kernel(k, rows_[i * columns() + k], row[k]);
    }
    most = std::max(most, terms[i]);
  }
  double sum = 0;
  for (const double term : terms) sum += std::exp(term - most);
  return most + std::log(sum / static_cast<double>(terms.size()));
}

void ReferenceDensity::draw(Stream& draws, const DrawRule& rule, std::span<double> row) const {
  const std::size_t chosen = draws.index(observations());
  for (std::size_t k = 0; k < columns(); ++k) {
    row[k] = drawn(k, rows_[chosen * columns() + k], rule, draws);
  }
}

// A number is confined to [0, 1]; a category changes to any, its own too, with probability h.
double ReferenceDensity::drawn(std::size_t column, double near, const DrawRule& rule,
                               Stream& draws) const {
  const double u = draws.uniform();
  if (const std::vector<double>& all = categories_[column]; !all.empty()) {
    return u < widths_[column] ? all[draws.index(all.size())] : near;
  }
  const double width = widths_[column] * rule.bandwidth_factor;
  const double z = confined_normal_quantile(u, -near / width, (1 - near) / width);
  return std::clamp(near + width * z, 0.0, 1.0);
}

}  // namespace sweep
