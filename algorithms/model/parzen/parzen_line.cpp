#include "algorithms/model/parzen/parzen_line.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "algorithms/model/lanes.hpp"
#include "algorithms/model/parzen/normal_mass.hpp"
#include "algorithms/model/quick_exp.hpp"

namespace sweep {
namespace {

// Places side by side in one vector operation: their number is fixed, so that the bits do not
// depend on where in memory they lie.
using Lanes = Eigen::Array<double, kLanes, 1>;

constexpr std::size_t kTileSize = 16;
// A tile whose share is below this part of the prior's is nothing to the sum.
constexpr double kNothing = 0x1p-60;
// The number of cells up to which a table of their masses is the quickest.
constexpr double kMostTableCells = 256;
// The number of kernels from which on a sum of their own is quicker than the terms.
constexpr std::ptrdiff_t kManyOfOneWidth = 64;
// The prior's density is at least this part of that in its middle.
const double kPriorAtEnds = std::exp(-kPriorAt * kPriorAt / (2 * kPriorWidth * kPriorWidth));
const double kInvSqrtTwoPi = std::numbers::inv_sqrtpi / std::numbers::sqrt2;

double mass_of_cell(double centre, double cells, double at, double width) {
  const double half = 0.5 / cells;
  return normal_mass((centre - half - at) / width, (centre + half - at) / width);
}

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

double ParzenLine::ratio_of(double width) const { return is_stepped_ ? 1 / (cells_ * width) : 0; }

bool ParzenLine::is_sharp(double width) const { return ratio_of(width) > CellSeries::kWidest; }

// Equal observations come before the prior.
void ParzenLine::set_places(std::span<const ParzenKernel> sorted) {
  const auto above = std::upper_bound(sorted.begin(), sorted.end(), kPriorAt,
                                      [](double at, const auto& kernel) { return at < kernel.at; });
  prior_ = static_cast<std::size_t>(above - sorted.begin());
  places_.resize(sorted.size() + 1);
  weights_.resize(sorted.size() + 1);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::size_t place = i < prior_ ? i : i + 1;
    places_[place] = sorted[i].at;
    weights_[place] = sorted[i].weight;
  }
  places_[prior_] = kPriorAt;
  weights_[prior_] = options_.prior_weight;
  whole_ = std::reduce(weights_.begin(), weights_.end());
}

void ParzenLine::set_widths() {
  least_ = least_width(places_.size(), options_);
  widths_.resize(places_.size());
  neighbour_widths(places_, options_, widths_);
  if (has_tables()) {
    // Distances are half cells; equal ones are to be equal to the last bit, to share their tables.
    for (double& width : widths_) {
      width = std::clamp(std::nearbyint(width * 2 * cells_) / (2 * cells_), least_, 1.0);
    }
  }
  widths_[prior_] = kPriorWidth;
}

void ParzenLine::fit(std::span<const ParzenKernel> sorted) {
  set_places(sorted);
  set_widths();
  if (has_tables()) return;
  set_terms();
  set_tiles();
}

double ParzenLine::scale_of(std::size_t kernel) const {
  const double cell = is_stepped_ ? 1 / cells_ : 1;
  const double width = widths_[kernel];
  const double divisor = is_stepped_ || options_.normalised ? width : 1;
  return weights_[kernel] / (divisor * mass_inside(places_[kernel], width)) *
         (kInvSqrtTwoPi * cell);
}

ParzenLine::Term ParzenLine::term_of(std::size_t kernel) const {
  const double width = widths_[kernel];
  return {places_[kernel], 0.5 / (width * width), scale_of(kernel), CellSeries(ratio_of(width))};
}

void ParzenLine::set_terms() {
  terms_.clear();
  sharp_.clear();
  narrowest_.clear();
  const bool are_many = options_.magic_clip && !is_sharp(least_) &&
                        std::count(widths_.begin(), widths_.end(), least_) >= kManyOfOneWidth;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (i == prior_) continue;
    if (are_many && widths_[i] == least_) {
      narrowest_.push_back({places_[i], scale_of(i)});
    } else if (is_sharp(widths_[i])) {
      sharp_.push_back(i);
    } else {
      terms_.push_back(term_of(i));
    }
  }
  if (are_many) transform_.fit(narrowest_, least_, ratio_of(least_));
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

// The prior is what the observations leave.
std::size_t ParzenLine::kernel_at(double u) const {
  double left = u * whole_;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    if (i == prior_) continue;
    left -= weights_[i];
    if (left < 0) return i;
  }
  return prior_;
}

double ParzenLine::draw(Stream& draws) const {
  const std::size_t kernel = kernel_at(draws.uniform());
  const double at = places_[kernel];
  const double width = widths_[kernel];
  const double z = confined_normal_quantile(draws.uniform(), -at / width, (1 - at) / width);
  return std::clamp(at + z * width, 0.0, 1.0);
}

void ParzenLine::add_terms(std::span<const double> sorted, std::span<double> sums) const {
  std::array<Lanes, kTileSize> squares;
  std::array<Lanes, kTileSize> normals;
  const auto sum_of = [&](std::span<const Term> terms, const Lanes& x) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      squares[i] = (x - terms[i].at).square() * terms[i].rate;
      normals[i] = -squares[i];
    }
    quick_exp(normals[0].data(), terms.size() * kLanes);
    Lanes sum = Lanes::Zero();
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (is_stepped_) normals[i] *= terms[i].series.factor_at<Lanes>(2 * squares[i]);
      sum += terms[i].scale * normals[i];
    }
    return sum;
  };
  const Term prior = term_of(prior_);
  for_each_block(sorted, sums, [&](const Lanes& x) {
    Lanes sum = sum_of({&prior, 1}, x);
    for (const Tile& tile : tiles_) {
      const double away = distance(tile.lo, tile.hi, x[0], x[kLanes - 1]);
      if (tile.rate * away * away > tile.far) continue;
      sum += sum_of(std::span(terms_).subspan(tile.begin, tile.end - tile.begin), x);
    }
    return sum;
  });
}

double ParzenLine::exact_mass(std::size_t kernel, double cell_at) const {
  const double at = places_[kernel];
  const double width = widths_[kernel];
  return weights_[kernel] / mass_inside(at, width) * mass_of_cell(cell_at, cells_, at, width);
}

void ParzenLine::add_sharp(std::span<const double> at, std::span<double> sums) const {
  for (const std::size_t kernel : sharp_) {
    for (std::size_t c = 0; c < at.size(); ++c) sums[c] += exact_mass(kernel, at[c]);
  }
}

// Kernels of the same place and width count as one. The prior is none of these: in its place a
// kernel is at most half as wide.
void ParzenLine::add_tables(std::span<const double> at, std::span<double> sums) {
  const auto cells = static_cast<std::size_t>(cells_);
  std::vector<double> of_cell(cells, 0.0);
  for (std::size_t i = 0; i < places_.size();) {
    const std::size_t first = i++;
    if (first == prior_) continue;
    double weight = weights_[first];
    const auto is_same = [&] {
      return places_[i] == places_[first] && widths_[i] == widths_[first];
    };
    while (i < places_.size() && is_same()) weight += weights_[i++];
    weight /= mass_inside(places_[first], widths_[first]);
    const double* masses =
        masses_.of_width(widths_[first]) - static_cast<int>(places_[first] * cells_);
    for (std::size_t cell = 0; cell < cells; ++cell) of_cell[cell] += weight * masses[cell];
  }
  for (std::size_t c = 0; c < at.size(); ++c) {
    sums[c] += of_cell[static_cast<std::size_t>(at[c] * cells_)] + exact_mass(prior_, at[c]);
  }
}

void ParzenLine::log_densities(std::span<const double> at, std::span<double> out) {
  std::vector<double> places(at.begin(), at.end());
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<double> sums(places.size(), 0.0);
  if (has_tables()) {
    add_tables(places, sums);
  } else {
    add_terms(places, sums);
    add_sharp(places, sums);
    if (!narrowest_.empty()) transform_.add_sums(places, sums);
  }
  for (double& sum : sums) sum = std::log(sum / whole_);
  for (std::size_t i = 0; i < at.size(); ++i) {
    const auto place = std::lower_bound(places.begin(), places.end(), at[i]);
    out[i] = sums[static_cast<std::size_t>(place - places.begin())];
  }
}

}  // namespace sweep
