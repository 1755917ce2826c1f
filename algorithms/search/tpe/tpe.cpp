#include "algorithms/search/tpe/tpe.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

ParzenOptions parzen_options(const Tpe::Options& options) {
  return {options.prior_weight, options.magic_clip, options.endpoints, options.normalised};
}

// The candidate of the largest l/g, the first of equals: that of the highest expected improvement,
// which is proportional to 1/(gamma + (1 - gamma) g/l) (Bergstra et al. 2011, section 4.1).
std::size_t best_of(std::span<const double> good, std::span<const double> bad) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < good.size(); ++i) {
    if (good[i] - bad[i] > good[best] - bad[best]) best = i;
  }
  return best;
}

template <class Estimator>
double best_draw(Estimator& good, Estimator& bad, const ParzenAxis& axis, std::size_t candidates,
                 Stream& stream, double& place) {
  std::vector<double> places(candidates);
  std::vector<double> log_good(candidates);
  std::vector<double> log_bad(candidates);
  for (double& at : places) at = axis.snapped(good.draw(stream));
  good.log_densities(places, log_good);
  bad.log_densities(places, log_bad);
  const std::size_t best = best_of(log_good, log_bad);
  place = places[best];
  return log_good[best] - log_bad[best];
}

}  // namespace

Tpe::Tpe(const SearchTask& task, const Options& options)
    : space_(task.space),
      options_(options),
      axes_(ParzenAxis::all_of(space_)),
      trials_(axes_.size(), {options.unequal_curves, options.constant_liar, options.failed}) {
  std::vector<ParzenColumn> columns;
  for (const ParzenAxis& axis : axes_) columns.push_back(axis.column());
  const ParzenOptions parzen = parzen_options(options_);
  if (options_.multivariate) {
    const ParzenProduct product(columns, parzen);
    products_ = std::pair(product, product);
    return;
  }
  for (const ParzenColumn& column : columns) {
    if (column.kind == ParzenColumn::Kind::category) {
      pairs_.push_back({ParzenCategories(column, parzen), ParzenCategories(column, parzen)});
    } else {
      pairs_.push_back({ParzenLine(column, parzen), ParzenLine(column, parzen)});
    }
  }
}

Point Tpe::ask(TrialId id, Stream stream) {
  Point point{std::vector<double>(space_.size(), 0.0)};
  explanation_ = {kNaN, kNaN, kNaN, kNaN, "", "design"};
  if (trials_.known() < options_.startup_trials || axes_.empty()) {
    random_point(stream, point);
  } else {
    explanation_.chosen_by = "model";
    explanation_.expected_improvement = model_point(stream, point);
  }
  if (options_.constant_liar) learn({id, point, TrialState::running, {}});
  return point;
}

void Tpe::random_point(Stream& stream, Point& point) const {
  stream.fill_uniform(point.values);
  space_.from_unit(point.values);
}

double Tpe::model_point(Stream& stream, Point& point) {
  const TpeTrials::Split split = trials_.split();
  std::vector<double> row(axes_.size());
  double gain = 0;
  if (products_) {
    gain = best_row(split, stream, row);
  } else {
    set_weights(split);
    for (std::size_t k = 0; k < axes_.size(); ++k) gain += best_place(split, k, stream, row[k]);
  }
  for (std::size_t k = 0; k < axes_.size(); ++k) {
    point.values[axes_[k].parameter()] = axes_[k].value(row[k]);
  }
  return gain;
}

// The time grows with the bad ones, not with all trials.
void Tpe::set_weights(const TpeTrials::Split& split) {
  for (const TpeTrials::Index trial : bad_) bad_weights_[trial] = 0;
  bad_weights_.resize(trials_.size(), 0.0);
  bad_ = split.bad;
  for (std::size_t i = 0; i < bad_.size(); ++i) bad_weights_[bad_[i]] = split.bad_weights[i];
}

std::vector<ParzenKernel> Tpe::good_kernels(const TpeTrials::Split& split, std::size_t k) const {
  std::vector<ParzenKernel> kernels;
  for (std::size_t i = 0; i < split.good.size(); ++i) {
    kernels.push_back({trials_.row(split.good[i])[k], split.good_weights[i]});
  }
  std::stable_sort(kernels.begin(), kernels.end(),
                   [](const ParzenKernel& a, const ParzenKernel& b) { return a.at < b.at; });
  return kernels;
}

std::vector<ParzenKernel> Tpe::bad_kernels(std::size_t k) const {
  std::vector<ParzenKernel> kernels;
  kernels.reserve(bad_.size());
  for (const auto& [at, trial] : trials_.by_place(k)) {
    if (bad_weights_[trial] > 0) kernels.push_back({at, bad_weights_[trial]});
  }
  return kernels;
}

// The best candidate in one column, each of which has densities of its own.
double Tpe::best_place(const TpeTrials::Split& split, std::size_t k, Stream& stream,
                       double& place) {
  const std::vector<ParzenKernel> good = good_kernels(split, k);
  const std::vector<ParzenKernel> bad = bad_kernels(k);
  const auto best = [&](auto& good_density) {
    auto& bad_density = std::get<std::remove_reference_t<decltype(good_density)>>(pairs_[k].bad);
    good_density.fit(good);
    bad_density.fit(bad);
    return best_draw(good_density, bad_density, axes_[k], options_.candidates, stream, place);
  };
  return std::visit(best, pairs_[k].good);
}

void Tpe::fit_product(ParzenProduct& product, const std::vector<TpeTrials::Index>& trials,
                      const std::vector<double>& weights) const {
  std::vector<double> rows;
  rows.reserve(trials.size() * axes_.size());
  for (const TpeTrials::Index trial : trials) {
    const std::span<const double> row = trials_.row(trial);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  product.fit(rows, weights);
}

// The best candidate by one density of all columns (Falkner et al. 2018, section 4).
double Tpe::best_row(const TpeTrials::Split& split, Stream& stream, std::span<double> row) {
  auto& [good, bad] = *products_;
  fit_product(good, split.good, split.good_weights);
  fit_product(bad, split.bad, split.bad_weights);
  const std::size_t width = axes_.size();
  std::vector<double> rows(options_.candidates * width);
  for (std::size_t c = 0; c < options_.candidates; ++c) {
    const std::span<double> drawn = std::span(rows).subspan(c * width, width);
    good.draw(stream, drawn);
    for (std::size_t k = 0; k < width; ++k) drawn[k] = axes_[k].snapped(drawn[k]);
  }
  std::vector<double> log_good(options_.candidates);
  std::vector<double> log_bad(options_.candidates);
  good.log_densities(rows, log_good);
  bad.log_densities(rows, log_bad);
  const std::size_t best = best_of(log_good, log_bad);
  std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(best * width), width, row.begin());
  return log_good[best] - log_bad[best];
}

// A point's places; empty for a point that has none.
std::vector<double> Tpe::row_of(PointView point) const {
  std::vector<double> row;
  for (const ParzenAxis& axis : axes_) {
    row.push_back(axis.place(point[axis.parameter()]));
    if (std::isnan(row.back())) return {};
  }
  return row;
}

void Tpe::learn(const Trial& trial) {
  const std::vector<double> row = row_of(trial.point.values);
  if (row.size() == axes_.size()) trials_.record(trial, row);
}

}  // namespace sweep
