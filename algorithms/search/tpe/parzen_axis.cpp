#include "algorithms/search/tpe/parzen_axis.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

// Whether the values of a grid are those that are drawn: as W&B they are not, and such parameters
// count as any other.
bool is_plain(const Quantised& d) { return d.behaviour == Behaviour::corrected && d.count(); }

bool is_uniform_lattice(const Distribution& distribution) {
  if (const auto* d = std::get_if<Quantised>(&distribution)) {
    return is_plain(*d) && std::holds_alternative<Uniform>(d->base);
  }
  return std::holds_alternative<IntUniform>(distribution);
}

bool is_log_lattice(const Distribution& distribution) {
  if (const auto* d = std::get_if<Quantised>(&distribution)) {
    return is_plain(*d) && (std::holds_alternative<LogUniform>(d->base) ||
                            std::holds_alternative<InvLogUniform>(d->base));
  }
  return std::holds_alternative<IntLogUniform>(distribution);
}

double step_of(const Distribution& distribution) {
  const auto* d = std::get_if<Quantised>(&distribution);
  return d ? d->q : 1;
}

}  // namespace

std::vector<ParzenAxis> ParzenAxis::all_of(const SearchSpace& space) {
  const Encoding encoding(space);
  std::vector<ParzenAxis> axes;
  for (std::size_t k = 0; k < encoding.width(); ++k) {
    const EncodedColumn& column = encoding[k];
    if (column.values && *column.values <= 1) continue;
    axes.push_back(ParzenAxis(space[column.parameter].distribution, column));
  }
  return axes;
}

ParzenAxis::ParzenAxis(const Distribution& distribution, const EncodedColumn& encoded)
    : distribution_(distribution),
      encoded_(encoded),
      values_(support(distribution)),
      ends_(encoded.range),
      step_(step_of(distribution)) {
  if (encoded.kind == EncodedColumn::Kind::category) {
    set_categories();
  } else if (is_uniform_lattice(distribution)) {
    set_steps(Scale::cells);
  } else if (is_log_lattice(distribution) && values_.lo > step_ / 2) {
    set_steps(Scale::log_steps);
  }
}

void ParzenAxis::set_categories() {
  scale_ = Scale::categories;
  column_.kind = ParzenColumn::Kind::category;
  const std::size_t n = std::get<Categorical>(distribution_).values().size();
  for (std::size_t i = 0; i < n; ++i) {
    column_.probabilities.push_back(
        std::exp(log_probability(distribution_, static_cast<double>(i))));
  }
  auto& p = column_.probabilities;
  const double sum = std::accumulate(p.begin(), p.end(), 0.0);
  for (double& probability : p) probability /= sum;
}

void ParzenAxis::set_steps(Scale scale) {
  scale_ = scale;
  if (scale == Scale::cells) {
    column_.kind = ParzenColumn::Kind::stepped;
    column_.cells = std::nearbyint((values_.hi - values_.lo) / step_) + 1;
  } else {
    ends_ = {std::log(values_.lo - step_ / 2), std::log(values_.hi + step_ / 2)};
  }
}

double ParzenAxis::unit_place(double value) const {
  const bool is_stepped = encoded_.kind == EncodedColumn::Kind::stepped;
  return std::clamp(is_stepped ? to_unit(distribution_, value) : cdf(distribution_, value),
                    ends_.lo, ends_.hi);
}

double ParzenAxis::place(double value) const {
  if (std::isnan(value)) return kNaN;
  switch (scale_) {
    case Scale::unit:
      return unit_place(value);
    case Scale::cells: {
      const double cell = std::nearbyint((value - values_.lo) / step_);
      return (std::clamp(cell, 0.0, column_.cells - 1) + 0.5) / column_.cells;
    }
    case Scale::log_steps: {
      const double inside = std::clamp(value, values_.lo, values_.hi);
      return (std::log(inside) - ends_.lo) / (ends_.hi - ends_.lo);
    }
    case Scale::categories:
      return contains(distribution_, value) ? value : kNaN;
  }
  return kNaN;
}

double ParzenAxis::value(double place) const {
  switch (scale_) {
    case Scale::unit:
      return quantile(distribution_, std::clamp(place, ends_.lo, ends_.hi));
    case Scale::cells: {
      const double cell = std::clamp(std::floor(place * column_.cells), 0.0, column_.cells - 1);
      return value_at(distribution_, static_cast<Count>(cell));
    }
    case Scale::log_steps: {
      const double x = std::exp(ends_.lo + place * (ends_.hi - ends_.lo));
      const double steps = std::nearbyint((x - values_.lo) / step_);
      const double most = std::nearbyint((values_.hi - values_.lo) / step_);
      return value_at(distribution_, static_cast<Count>(std::clamp(steps, 0.0, most)));
    }
    case Scale::categories:
      return place;
  }
  return place;
}

double ParzenAxis::snapped(double place) const {
  const bool is_continuous = encoded_.kind == EncodedColumn::Kind::continuous;
  return is_continuous ? std::clamp(place, ends_.lo, ends_.hi) : this->place(value(place));
}

}  // namespace sweep
