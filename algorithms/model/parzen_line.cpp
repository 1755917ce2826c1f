#include "algorithms/model/parzen_line.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "algorithms/model/normal_mass.hpp"

namespace sweep {
namespace {

// Places side by side in one vector operation: their number is fixed, so that the bits do not
// depend on where in memory they lie.
constexpr std::size_t kLanes = 8;
using Lanes = Eigen::Array<double, kLanes, 1>;

constexpr std::size_t kTileSize = 16;
// A tile whose share is below this part of the prior's is nothing to the sum.
constexpr double kNothing = 0x1p-60;
// Up to here a table of the cells' masses is the quickest.
constexpr double kMostTableCells = 256;
// From here on a sum of its own is quicker than the terms.
constexpr std::ptrdiff_t kManyOfOneWidth = 64;
// The prior's density is at least this part of that in its middle.
const double kPriorAtEnds = std::exp(-0.125);
const double kInvSqrtTwoPi = std::numbers::inv_sqrtpi / std::numbers::sqrt2;

double mass_of_cell(double centre, double cells, double at, double width) {
  const double half = 0.5 / cells;
  return normal_mass((centre - half - at) / width, (centre + half - at) / width);
}

double cell_of(double at, double cells) { return std::floor(at * cells); }

// `at` increasing, in blocks of kLanes; the last place fills the last block.
template <class Add>
void for_each_block(std::span<const double> at, std::span<double> sums, Add add) {
  for (std::size_t begin = 0; begin < at.size(); begin += kLanes) {
    const std::size_t end = std::min(begin + kLanes, at.size());
    Lanes x;
    for (std::size_t i = 0; i < kLanes; ++i) {
      x[static_cast<Eigen::Index>(i)] = at[std::min(begin + i, end - 1)];
    }
    const Lanes sum = add(x);
    for (std::size_t i = begin; i < end; ++i) {
      sums[i] += sum[static_cast<Eigen::Index>(i - begin)];
    }
  }
}

double distance(double lo, double hi, double other_lo, double other_hi) {
  return std::max({0.0, lo - other_hi, other_lo - hi});
}

}  // namespace

ParzenLine::ParzenLine(const ParzenColumn& column, const ParzenOptions& options)
    : is_stepped_(column.kind == ParzenColumn::Kind::stepped),
      cells_(column.cells),
      options_(options),
      masses_(has_tables() ? static_cast<std::size_t>(column.cells) : 0) {}

bool ParzenLine::has_tables() const { return is_stepped_ && cells_ <= kMostTableCells; }

bool ParzenLine::is_sharp(const Kernel& kernel) const {
  return is_stepped_ && 1 / cells_ > CellSeries::kWidest * kernel.width;
}

// Equal observations come before the prior.
void ParzenLine::place_widths(std::span<const ParzenKernel> sorted) {
  places_.clear();
  for (const ParzenKernel& kernel : sorted) places_.push_back(kernel.at);
  const auto prior = std::upper_bound(places_.begin(), places_.end(), kPriorAt);
  prior_place_ = static_cast<std::size_t>(prior - places_.begin());
  places_.insert(prior, kPriorAt);
  widths_.resize(places_.size());
  neighbour_widths(places_, options_, widths_);
  if (!has_tables()) return;
  // Distances are half cells; equal ones are to be equal to the last bit, to share their tables.
  const double least = least_width(places_.size(), options_);
  for (double& width : widths_) {
    width = std::clamp(std::nearbyint(width * 2 * cells_) / (2 * cells_), least, 1.0);
  }
}

// Most kernels are those of the last fit, and need no new Z.
void ParzenLine::set_kernels(std::span<const ParzenKernel> sorted) {
  double sum = options_.prior_weight;
  for (const ParzenKernel& kernel : sorted) sum += kernel.weight;
  std::swap(kernels_, last_kernels_);
  kernels_.clear();
  auto last = last_kernels_.cbegin();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double at = sorted[i].at;
    const double width = widths_[i < prior_place_ ? i : i + 1];
    while (last != last_kernels_.cend() && last->at < at) ++last;
    const bool is_known = last != last_kernels_.cend() && last->at == at && last->width == width;
    const double inside = is_known ? last->inside : mass_inside(at, width);
    if (last != last_kernels_.cend() && last->at == at) ++last;
    kernels_.push_back({at, width, inside, sorted[i].weight / sum});
  }
  const double inside = mass_inside(kPriorAt, kPriorWidth);
  prior_ = {kPriorAt, kPriorWidth, inside, options_.prior_weight / sum};
}

void ParzenLine::fit(std::span<const ParzenKernel> sorted) {
  place_widths(sorted);
  set_kernels(sorted);
  if (has_tables()) return;
  set_terms();
  set_tiles();
}

double ParzenLine::scale_of(const Kernel& kernel) const {
  const double cell = is_stepped_ ? 1 / cells_ : 1;
  const double divisor = is_stepped_ || options_.normalised ? kernel.width : 1;
  return kernel.weight / (divisor * kernel.inside) * (kInvSqrtTwoPi * cell);
}

ParzenLine::Term ParzenLine::term_of(const Kernel& kernel) const {
  const double cell = is_stepped_ ? 1 / cells_ : 1;
  return {kernel.at, 0.5 / (kernel.width * kernel.width), scale_of(kernel),
          CellSeries(is_stepped_ ? cell / kernel.width : 0)};
}

void ParzenLine::set_terms() {
  terms_.clear();
  sharp_.clear();
  const double least = least_width(places_.size(), options_);
  const auto is_narrowest = [least](const Kernel& kernel) { return kernel.width == least; };
  const bool are_many = options_.magic_clip && std::count_if(kernels_.begin(), kernels_.end(),
                                                             is_narrowest) >= kManyOfOneWidth;
  narrowest_.start(least, is_stepped_ ? 1 / (cells_ * least) : 0);
  for (const Kernel& kernel : kernels_) {
    if (is_sharp(kernel)) {
      sharp_.push_back(kernel);
    } else if (are_many && is_narrowest(kernel)) {
      narrowest_.add(kernel.at, scale_of(kernel));
    } else {
      terms_.push_back(term_of(kernel));
    }
  }
  narrowest_.finish();
}

void ParzenLine::set_tiles() {
  const double floor = scale_of(prior_) * kPriorAtEnds * kNothing;
  tiles_.clear();
  for (std::size_t begin = 0; begin < terms_.size(); begin += kTileSize) {
    const std::size_t end = std::min(begin + kTileSize, terms_.size());
    Tile tile{begin, end, terms_[begin].at, terms_[end - 1].at, INFINITY, 0};
    double scale = 0;
    for (std::size_t i = begin; i < end; ++i) {
      tile.rate = std::min(tile.rate, terms_[i].rate);
      scale += terms_[i].scale;
    }
    tile.far = std::log(scale / floor);
    tiles_.push_back(tile);
  }
}

double ParzenLine::draw(Stream& draws) const {
  double left = draws.uniform();
  const Kernel* chosen = &prior_;
  for (const Kernel& kernel : kernels_) {
    left -= kernel.weight;
    if (left < 0) {
      chosen = &kernel;
      break;
    }
  }
  const double z = confined_normal_quantile(draws.uniform(), -chosen->at / chosen->width,
                                            (1 - chosen->at) / chosen->width);
  return std::clamp(chosen->at + z * chosen->width, 0.0, 1.0);
}

template <bool kStepped>
void ParzenLine::add_terms(std::span<const double> sorted, std::span<double> sums) const {
  const auto add = [](const Term& term, const Lanes& x, Lanes& sum) {
    const Lanes squares = (x - term.at).square() * term.rate;
    Lanes densities = term.scale * (-squares).exp();
    if constexpr (kStepped) {
      const auto& c = term.series.coefficients;
      const Lanes z2 = 2 * squares;
      densities *= c[0] + z2 * (c[1] + z2 * (c[2] + z2 * c[3]));
    }
    sum += densities;
  };
  const Term prior = term_of(prior_);
  for_each_block(sorted, sums, [&](const Lanes& x) {
    Lanes sum = Lanes::Zero();
    add(prior, x, sum);
    for (const Tile& tile : tiles_) {
      const double away = distance(tile.lo, tile.hi, x[0], x[kLanes - 1]);
      if (tile.rate * away * away > tile.far) continue;
      for (std::size_t i = tile.begin; i < tile.end; ++i) add(terms_[i], x, sum);
    }
    return sum;
  });
}

void ParzenLine::add_sharp(std::span<const double> at, std::span<double> sums) const {
  for (const Kernel& kernel : sharp_) {
    for (std::size_t c = 0; c < at.size(); ++c) {
      sums[c] +=
          kernel.weight * mass_of_cell(at[c], cells_, kernel.at, kernel.width) / kernel.inside;
    }
  }
}

// Kernels of the same place and width count as one.
void ParzenLine::add_tables(std::span<const double> at, std::span<double> sums) {
  for (std::size_t c = 0; c < at.size(); ++c) {
    sums[c] += prior_.weight * mass_of_cell(at[c], cells_, prior_.at, prior_.width) / prior_.inside;
  }
  for (std::size_t i = 0; i < kernels_.size();) {
    const Kernel& first = kernels_[i];
    double weight = 0;
    for (; i < kernels_.size() && kernels_[i].at == first.at && kernels_[i].width == first.width;) {
      weight += kernels_[i++].weight;
    }
    const double* masses = masses_.of_width(first.width);
    const double cell = cell_of(first.at, cells_);
    for (std::size_t c = 0; c < at.size(); ++c) {
      const double away = std::abs(cell_of(at[c], cells_) - cell);
      sums[c] += weight / first.inside * masses[static_cast<std::size_t>(away)];
    }
  }
}

void ParzenLine::log_densities(std::span<const double> at, std::span<double> out) {
  std::vector<std::size_t> order(at.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return at[a] < at[b]; });
  std::vector<double> sorted;
  sorted.reserve(at.size());
  for (const std::size_t i : order) sorted.push_back(at[i]);
  std::vector<double> sums(at.size(), 0.0);
  if (has_tables()) {
    add_tables(sorted, sums);
  } else if (is_stepped_) {
    add_terms<true>(sorted, sums);
    narrowest_.add_sums(sorted, sums);
    add_sharp(sorted, sums);
  } else {
    add_terms<false>(sorted, sums);
    narrowest_.add_sums(sorted, sums);
  }
  for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = std::log(sums[i]);
}

}  // namespace sweep
