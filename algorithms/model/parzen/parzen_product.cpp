#include "algorithms/model/parzen/parzen_product.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include "algorithms/model/lanes.hpp"
#include "algorithms/model/parzen/normal_mass.hpp"
#include "algorithms/model/parzen/parzen_categories.hpp"
#include "algorithms/model/quick_exp.hpp"

namespace sweep {
namespace {

// Places side by side in one vector operation, as in parzen_line.cpp.
using Lanes = Eigen::Array<double, kLanes, 1>;
constexpr std::size_t kChunk = 64;  // kernels at once: few enough for the nearest cache
using Chunk = Eigen::Array<double, kLanes, Eigen::Dynamic, Eigen::ColMajor, kLanes, kChunk>;
const double kLogSqrtTwoPi = std::log(2 * std::numbers::pi) / 2;

bool is_category(const ParzenColumn& column) { return column.kind == ParzenColumn::Kind::category; }

double cell_width(const ParzenColumn& column) {
  return column.kind == ParzenColumn::Kind::stepped ? 1 / column.cells : 1;
}

// The logarithms of the prior's density or, of a stepped column, of its cells' masses.
Lanes prior_logs(const ParzenColumn& column, const Lanes& at) {
  static const double log_inside = std::log(mass_inside(kPriorAt, kPriorWidth));
  Lanes logs;
  if (is_category(column)) {
    for (Eigen::Index i = 0; i < logs.size(); ++i) {
      logs[i] = std::log(column.probabilities[static_cast<std::size_t>(at[i])]);
    }
    return logs;
  }
  const Lanes z = (at - kPriorAt) / kPriorWidth;
  const double ratio = cell_width(column) / kPriorWidth;
  if (column.kind == ParzenColumn::Kind::continuous) {
    return -z.square() / 2 - (kLogSqrtTwoPi + std::log(kPriorWidth) + log_inside);
  }
  if (ratio <= CellSeries::kWidest) {
    logs = CellSeries(ratio).factor_at<Lanes>(z.square()).log();
    return logs - z.square() / 2 + (std::log(ratio) - kLogSqrtTwoPi - log_inside);
  }
  for (Eigen::Index i = 0; i < logs.size(); ++i) {
    logs[i] = log_normal_mass(z[i] - ratio / 2, z[i] + ratio / 2) - log_inside;
  }
  return logs;
}

/// Sums of densities, relative to the largest so that none overflows and not all underflow.
class LogSum {
 public:
  explicit LogSum(const Lanes& logs) : most_(logs), sum_(Lanes::Ones()) {}

  /// Leaves nothing of the logarithms.
  void add(Chunk& logs, const Chunk& factors) {
    const Lanes most = most_.max(logs.rowwise().maxCoeff());
    logs.colwise() -= most;
    quick_exp(logs.data(), static_cast<std::size_t>(logs.size()));
    sum_ = sum_ * (most_ - most).exp() + (factors * logs).rowwise().sum();
    most_ = most;
  }
  [[nodiscard]] Lanes log() const { return most_ + sum_.log(); }

 private:
  Lanes most_;
  Lanes sum_;
};

}  // namespace

/// One column of the rows that are evaluated side by side.
struct ParzenProduct::Places {
  Lanes at;
  std::vector<Lanes> logs;  // by the kernel's cell; for categories, of another and of the same
};

/// Rows that are evaluated side by side, and the densities of a chunk of kernels there.
struct ParzenProduct::Block {
  std::vector<Places> columns;
  std::size_t begin = 0;  // of the chunk
  Chunk logs;             // a column for each kernel
  Chunk factors;
  Lanes log_sum;  // over all kernels
};

ParzenProduct::ParzenProduct(std::vector<ParzenColumn> columns, const ParzenOptions& options)
    : options_(options) {
  for (ParzenColumn& column : columns) {
    std::vector<double> up_to(column.probabilities.size());
    std::partial_sum(column.probabilities.begin(), column.probabilities.end(), up_to.begin());
    columns_.push_back({std::move(column), std::move(up_to), {}, {}, {}});
  }
}

double ParzenProduct::smoothing(const Column& column) const {
  return category_smoothing(column.kind.probabilities.size(), kernels(), options_);
}

// The mixture sum_i w_i prod_k K_k(x_k; x_ik) and the prior's term, of one width by Scott's rule.
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

// Wide cells have exact masses, so few that a table is quick.
void ParzenProduct::set_column(Column& column) const {
  if (column.kind.kind != ParzenColumn::Kind::stepped) return;
  const double ratio = cell_width(column.kind) / width_;
  column.series = CellSeries(ratio);
  column.log_masses.clear();
  if (ratio <= CellSeries::kWidest) return;
  for (double k = 0; k < column.kind.cells; ++k) {
    column.log_masses.push_back(log_normal_mass((k - 0.5) * ratio, (k + 0.5) * ratio));
  }
}

// One logarithm of a product for many columns. Each mass is above 1/3, so that none underflows.
void ParzenProduct::set_log_scales() {
  constexpr std::size_t kColumnsAtOnce = 256;
  const MassInside mass_inside_of(width_);
  double factors = 0;
  log_scales_.assign(kernels(), 0.0);
  products_.assign((kernels() + kLanes - 1) / kLanes * kLanes, 1.0);
  for (std::size_t i = 0; i < kernels(); ++i) products_[i] = 1 / weights_[i];
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const Column& column = columns_[k];
    if (!is_category(column.kind)) {
      factors += log_factor(column);
      for (std::size_t i = 0; i < kernels(); ++i) products_[i] *= mass_inside_of(column.places[i]);
    }
    if ((k + 1) % kColumnsAtOnce != 0 && k + 1 != columns_.size()) continue;
    for (std::size_t i = 0; i < products_.size(); i += kLanes) {
      Eigen::Map<Lanes> block(products_.data() + i);
      block = block.log();
    }
    for (std::size_t i = 0; i < kernels(); ++i) log_scales_[i] -= products_[i];
    products_.assign(products_.size(), 1.0);
  }
  for (double& log_scale : log_scales_) log_scale += factors;
}

// The logarithm of what makes a kernel of this column a density, apart from its mass inside.
double ParzenProduct::log_factor(const Column& column) const {
  if (!column.log_masses.empty()) return 0;
  const bool is_stepped = column.kind.kind == ParzenColumn::Kind::stepped;
  const double divisor = is_stepped || options_.normalised ? width_ : 1;
  return std::log(cell_width(column.kind) / divisor) - kLogSqrtTwoPi;
}

double ParzenProduct::draw_place(const Column& column, std::size_t kernel, Stream& draws) const {
  const bool is_prior = kernel == kernels();
  const double u = draws.uniform();
  if (is_category(column.kind)) {
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

void ParzenProduct::set_places(std::span<const double> rows, Block& block) const {
  const std::size_t width = columns_.size();
  const std::size_t n = rows.size() / width;
  block.columns.resize(width);
  for (std::size_t k = 0; k < width; ++k) {
    Places& places = block.columns[k];
    for (std::size_t i = 0; i < kLanes; ++i) {
      places.at[static_cast<Eigen::Index>(i)] = rows[std::min(i, n - 1) * width + k];
    }
    if (is_category(columns_[k].kind)) set_categories(columns_[k], places);
    if (!columns_[k].log_masses.empty()) set_cells(columns_[k], places);
  }
}

void ParzenProduct::set_cells(const Column& column, Places& places) {
  const std::size_t cells = column.log_masses.size();
  places.logs.resize(cells);
  for (Eigen::Index i = 0; i < places.at.size(); ++i) {
    const auto own = static_cast<std::size_t>(places.at[i] * column.kind.cells);
    for (std::size_t cell = 0; cell < cells; ++cell) {
      places.logs[cell][i] = column.log_masses[cell < own ? own - cell : cell - own];
    }
  }
}

void ParzenProduct::set_categories(const Column& column, Places& places) const {
  const double whole = 1 + smoothing(column);
  places.logs.resize(2);
  for (Eigen::Index i = 0; i < places.at.size(); ++i) {
    const auto category = static_cast<std::size_t>(places.at[i]);
    const double prior = smoothing(column) * column.kind.probabilities[category];
    places.logs[0][i] = std::log(prior / whole);
    places.logs[1][i] = std::log((1 + prior) / whole);
  }
}

void ParzenProduct::add_numbers(const Column& column, const Places& places, Block& block) const {
  const double rate = 0.5 / (width_ * width_);
  const Lanes at = places.at;
  const double* kernel = column.places.data() + block.begin;
  const bool is_stepped = column.kind.kind == ParzenColumn::Kind::stepped;
  const CellSeries series = column.series;
  for (Eigen::Index i = 0; i < block.logs.cols(); ++i) {
    const Lanes squares = (at - kernel[i]).square() * rate;
    block.logs.col(i) -= squares;
    if (is_stepped) block.factors.col(i) *= series.factor_at<Lanes>(2 * squares);
  }
}

void ParzenProduct::add_cells(const Column& column, const Places& places, Block& block) {
  const double* kernel = column.places.data() + block.begin;
  for (Eigen::Index i = 0; i < block.logs.cols(); ++i) {
    block.logs.col(i) += places.logs[static_cast<std::size_t>(kernel[i] * column.kind.cells)];
  }
}

void ParzenProduct::add_categories(const Column& column, const Places& places, Block& block) {
  const double* kernel = column.places.data() + block.begin;
  const Lanes at = places.at;
  const Lanes other = places.logs[0];
  const Lanes same = places.logs[1];
  for (Eigen::Index i = 0; i < block.logs.cols(); ++i) {
    block.logs.col(i) += (at == kernel[i]).select(same, other);
  }
}

void ParzenProduct::add_column(const Column& column, const Places& places, Block& block) const {
  if (is_category(column.kind)) {
    add_categories(column, places, block);
  } else if (!column.log_masses.empty()) {
    add_cells(column, places, block);
  } else {
    add_numbers(column, places, block);
  }
}

// Takes the logarithms of the mixture's densities at the block's rows, by LogSum.
void ParzenProduct::sum_kernels(Block& block) const {
  Lanes prior = Lanes::Constant(std::log(prior_weight_));
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    prior += prior_logs(columns_[k].kind, block.columns[k].at);
  }
  LogSum sum(prior);
  for (block.begin = 0; block.begin < kernels(); block.begin += kChunk) {
    const std::size_t size = std::min(kChunk, kernels() - block.begin);
    const auto columns = static_cast<Eigen::Index>(size);
    const Eigen::Map<const Eigen::ArrayXd> scales(log_scales_.data() + block.begin, columns);
    block.logs = scales.transpose().replicate<kLanes, 1>();
    block.factors.setOnes(kLanes, columns);
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      add_column(columns_[k], block.columns[k], block);
    }
    sum.add(block.logs, block.factors);
  }
  block.log_sum = sum.log();
}

void ParzenProduct::log_densities(std::span<const double> rows, std::span<double> out) {
  const std::size_t width = columns_.size();
  Block block;
  for (std::size_t first = 0; first < out.size(); first += kLanes) {
    const std::size_t n = std::min(kLanes, out.size() - first);
    set_places(rows.subspan(first * width, n * width), block);
    sum_kernels(block);
    for (std::size_t i = 0; i < n; ++i) {
      out[first + i] = block.log_sum[static_cast<Eigen::Index>(i)];
    }
  }
}

}  // namespace sweep
