#include "algorithms/model/parzen_product.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include "algorithms/model/normal_mass.hpp"
#include "algorithms/model/parzen_categories.hpp"

namespace sweep {
namespace {

// As in parzen_line.cpp.
constexpr std::size_t kWidth = 8;
using Lanes = Eigen::Array<double, kWidth, 1>;
constexpr double kMostTabled = 256;
const double kLogSqrtTwoPi = std::log(2 * std::numbers::pi) / 2;

bool has_table(const ParzenColumn& column) {
  return column.kind == ParzenColumn::Kind::stepped && column.cells <= kMostTabled;
}

double cell_width(const ParzenColumn& column) {
  return column.kind == ParzenColumn::Kind::stepped ? 1 / column.cells : 1;
}

// A lane of the places' columns for every row that is evaluated side by side.
Lanes lanes_of(std::span<const double> rows, std::size_t width, std::size_t first, std::size_t k) {
  const std::size_t n = rows.size() / width;
  Lanes x;
  for (std::size_t i = 0; i < kWidth; ++i) {
    x[static_cast<Eigen::Index>(i)] = rows[std::min(first + i, n - 1) * width + k];
  }
  return x;
}

}  // namespace

/// The rows evaluated side by side, and for each kernel the logarithm and a factor of its density.
struct ParzenProduct::Block {
  Lanes x;
  std::vector<Lanes> logs;
  std::vector<Lanes> factors;  // of cells; empty: all 1
  std::vector<Lanes> of_cell;  // of a column with a table: what a kernel there adds to its logs
};

ParzenProduct::ParzenProduct(std::vector<ParzenColumn> columns, const ParzenOptions& options)
    : options_(options) {
  for (ParzenColumn& column : columns) {
    std::vector<double> up_to(column.probabilities.size());
    std::partial_sum(column.probabilities.begin(), column.probabilities.end(), up_to.begin());
    const std::size_t cells = has_table(column) ? static_cast<std::size_t>(column.cells) : 0;
    columns_.push_back({std::move(column), CellMasses(cells), std::move(up_to), {}, {}, {}});
  }
}

double ParzenProduct::smoothing(const Column& column) const {
  return category_smoothing(column.kind.probabilities.size(), kernels(), options_);
}

void ParzenProduct::fit(std::span<const double> rows, std::span<const double> weights) {
  const std::size_t width = columns_.size();
  weights_.assign(weights.begin(), weights.end());
  const double sum = std::accumulate(weights_.begin(), weights_.end(), options_.prior_weight);
  for (double& weight : weights_) weight /= sum;
  prior_weight_ = options_.prior_weight / sum;
  width_ = product_width(kernels(), width, options_);
  for (std::size_t k = 0; k < width; ++k) {
    columns_[k].places.resize(kernels());
    for (std::size_t i = 0; i < kernels(); ++i) columns_[k].places[i] = rows[i * width + k];
    set_column(columns_[k]);
  }
  set_log_scales();
}

void ParzenProduct::set_column(Column& column) const {
  if (column.kind.kind != ParzenColumn::Kind::stepped) return;
  const double ratio = cell_width(column.kind) / width_;
  column.series = CellSeries(ratio);
  column.log_masses.clear();
  if (!has_table(column.kind)) return;
  for (double k = 0; k < column.kind.cells; ++k) {
    column.log_masses.push_back(log_normal_mass((k - 0.5) * ratio, (k + 0.5) * ratio));
  }
}

// One logarithm of a product for many columns. Each mass is above 1/3, so that none underflows.
void ParzenProduct::set_log_scales() {
  constexpr std::size_t kColumnsAtOnce = 256;
  log_scales_.assign(kernels(), 0.0);
  products_.resize(kernels());
  for (std::size_t i = 0; i < kernels(); ++i) products_[i] = 1 / weights_[i];
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const Column& column = columns_[k];
    if (column.kind.kind != ParzenColumn::Kind::category) {
      const double factor = log_factor(column.kind);
      for (double& log_scale : log_scales_) log_scale += factor;
      multiply_by_masses_inside(column.places, width_, products_);
    }
    if ((k + 1) % kColumnsAtOnce != 0 && k + 1 != columns_.size()) continue;
    for (std::size_t i = 0; i < kernels(); ++i) log_scales_[i] -= std::log(products_[i]);
    products_.assign(kernels(), 1.0);
  }
}

// Of a kernel of this column, apart from its mass inside.
double ParzenProduct::log_factor(const ParzenColumn& column) const {
  if (has_table(column)) return 0;
  const bool is_stepped = column.kind == ParzenColumn::Kind::stepped;
  const double divisor = is_stepped || options_.normalised ? width_ : 1;
  return std::log(cell_width(column) / divisor) - kLogSqrtTwoPi;
}

double ParzenProduct::draw_place(const Column& column, std::size_t kernel, Stream& draws) const {
  const bool is_prior = kernel == kernels();
  const double u = draws.uniform();
  if (column.kind.kind == ParzenColumn::Kind::category) {
    const double own = is_prior ? 0 : 1 / (1 + smoothing(column));
    if (u < own) return column.places[kernel];
    return category_at(column.prior_up_to, (u - own) / (1 - own));
  }
  const double at = is_prior ? kPriorAt : column.places[kernel];
  const double width = is_prior ? kPriorWidth : width_;
  const double z = confined_normal_quantile(u, -at / width, (1 - at) / width);
  return std::clamp(at + z * width, 0.0, 1.0);
}

void ParzenProduct::draw(Stream& draws, std::span<double> row) const {
  double left = draws.uniform();
  std::size_t kernel = 0;
  for (; kernel < kernels(); ++kernel) {
    left -= weights_[kernel];
    if (left < 0) break;
  }
  for (std::size_t k = 0; k < row.size(); ++k) row[k] = draw_place(columns_[k], kernel, draws);
}

double ParzenProduct::prior_log_density(std::span<const double> row) const {
  double sum = std::log(prior_weight_);
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const ParzenColumn& column = columns_[k].kind;
    if (column.kind == ParzenColumn::Kind::category) {
      sum += std::log(column.probabilities[static_cast<std::size_t>(row[k])]);
      continue;
    }
    const double z = (row[k] - kPriorAt) / kPriorWidth;
    sum -= std::log(mass_inside(kPriorAt, kPriorWidth));
    if (column.kind == ParzenColumn::Kind::stepped) {
      const double half = 0.5 / column.cells / kPriorWidth;
      sum += log_normal_mass(z - half, z + half);
    } else {
      sum -= z * z / 2 + kLogSqrtTwoPi + std::log(kPriorWidth);
    }
  }
  return sum;
}

void ParzenProduct::add_numbers(const Column& column, Block& block) const {
  const double rate = 0.5 / (width_ * width_);
  const bool is_stepped = column.kind.kind == ParzenColumn::Kind::stepped;
  if (is_stepped && block.factors.empty()) block.factors.assign(kernels(), Lanes::Ones());
  const auto& c = column.series.coefficients;
  for (std::size_t i = 0; i < kernels(); ++i) {
    const Lanes squares = (block.x - column.places[i]).square() * rate;
    block.logs[i] -= squares;
    if (!is_stepped) continue;
    const Lanes z2 = 2 * squares;
    block.factors[i] *= c[0] + z2 * (c[1] + z2 * (c[2] + z2 * c[3]));
  }
}

// What each cell's kernels add, then what each kernel adds: cells are fewer than kernels when it
// matters.
void ParzenProduct::add_cells(const Column& column, Block& block) const {
  const auto cells = static_cast<std::size_t>(column.kind.cells);
  block.of_cell.resize(cells);
  for (std::size_t lane = 0; lane < kWidth; ++lane) {
    const auto at = static_cast<Eigen::Index>(lane);
    const auto own = static_cast<std::size_t>(block.x[at] * column.kind.cells);
    for (std::size_t cell = 0; cell < cells; ++cell) {
      block.of_cell[cell][at] = column.log_masses[cell < own ? own - cell : cell - own];
    }
  }
  for (std::size_t i = 0; i < kernels(); ++i) {
    block.logs[i] += block.of_cell[static_cast<std::size_t>(column.places[i] * column.kind.cells)];
  }
}

void ParzenProduct::add_categories(const Column& column, Block& block) const {
  const double whole = 1 + smoothing(column);
  Lanes same;
  Lanes other;
  for (Eigen::Index lane = 0; lane < Eigen::Index{kWidth}; ++lane) {
    const auto category = static_cast<std::size_t>(block.x[lane]);
    const double prior = smoothing(column) * column.kind.probabilities[category];
    same[lane] = std::log((1 + prior) / whole);
    other[lane] = std::log(prior / whole);
  }
  for (std::size_t i = 0; i < kernels(); ++i) {
    block.logs[i] += (block.x == column.places[i]).select(same, other);
  }
}

void ParzenProduct::add_column(const Column& column, Block& block) const {
  if (column.kind.kind == ParzenColumn::Kind::category) {
    add_categories(column, block);
  } else if (has_table(column.kind)) {
    add_cells(column, block);
  } else {
    add_numbers(column, block);
  }
}

void ParzenProduct::log_densities(std::span<const double> rows, std::span<double> out) {
  // Beside the largest term, which the sum is relative to, smaller ones are nothing.
  const double nothing = -40 - std::log(static_cast<double>(kernels() + 1));
  const std::size_t width = columns_.size();
  Block block;
  block.logs.resize(kernels());
  for (std::size_t first = 0; first < out.size(); first += kWidth) {
    const std::size_t end = std::min(first + kWidth, out.size());
    block.factors.clear();
    for (std::size_t i = 0; i < kernels(); ++i) block.logs[i] = log_scales_[i];
    for (std::size_t k = 0; k < width; ++k) {
      block.x = lanes_of(rows, width, first, k);
      add_column(columns_[k], block);
    }
    Lanes prior;
    for (std::size_t i = 0; i < kWidth; ++i) {
      const std::size_t row = std::min(first + i, out.size() - 1);
      prior[static_cast<Eigen::Index>(i)] = prior_log_density(rows.subspan(row * width, width));
    }
    Lanes most = prior;
    for (const Lanes& logs : block.logs) most = most.max(logs);
    Lanes sum = (prior - most).exp();
    for (std::size_t i = 0; i < kernels(); ++i) {
      const Lanes below = block.logs[i] - most;
      if (below.maxCoeff() < nothing) continue;
      Lanes term = below.exp();
      if (!block.factors.empty()) term *= block.factors[i];
      sum += term;
    }
    for (std::size_t i = first; i < end; ++i) {
      const auto lane = static_cast<Eigen::Index>(i - first);
      out[i] = most[lane] + std::log(sum[lane]);
    }
  }
}

}  // namespace sweep
