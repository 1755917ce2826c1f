#include "algorithms/search/kde/kde.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostInModel = 512;

// The categories of each column; none of one of numbers.
std::vector<std::vector<double>> categories_of(const Encoding& encoding) {
  std::vector<std::vector<double>> categories(encoding.width());
  for (std::size_t k = 0; k < encoding.width(); ++k) {
    if (encoding.is_category(k)) categories[k] = encoding.coordinates(k);
  }
  return categories;
}

// The rows at even distances, the first and the last among them.
std::vector<std::size_t> thinned(std::span<const std::size_t> rows) {
  if (rows.size() <= kMostInModel) return {rows.begin(), rows.end()};
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < kMostInModel; ++i) {
    kept.push_back(rows[i * (rows.size() - 1) / (kMostInModel - 1)]);
  }
  return kept;
}

}  // namespace

Kde::Kde(const SearchTask& task, const Options& options)
    : space_(task.space), encoding_(space_), options_(options) {
  if (encoding_.width() == 0) return;
  good_.emplace(categories_of(encoding_), options_.min_bandwidth);
  bad_ = good_;
}

std::size_t Kde::least_points() const {
  return options_.min_points > 0 ? options_.min_points : encoding_.width() + 1;
}

Point Kde::ask(TrialId, Stream stream) {
  explanation_ = {kNaN, kNaN, kNaN, kNaN, "", "chance"};
  const bool is_random = stream.uniform() < options_.random_share;
  return is_random || !refit() ? random_point(stream) : model_point(stream);
}

Point Kde::random_point(Stream& stream) const {
  Point point{std::vector<double>(space_.size())};
  stream.fill_uniform(point.values);
  space_.from_unit(point.values);
  return point;
}

// Fits both densities to what is known; false if that is too little (equations 2 and 3).
bool Kde::refit() {
  if (is_fitted_) return has_model_;
  is_fitted_ = true;
  const std::size_t least = least_points();
  const BudgetLosses::Ranking ranking = losses_.ranking(least + 2);
  const std::size_t n = ranking.rows.size();
  has_model_ = good_ && n >= least + 2;
  if (!has_model_) return false;
  const auto share = static_cast<std::size_t>(options_.good_share * static_cast<double>(n));
  const std::size_t good = std::min(std::max(least, share), n - ranking.failed);
  const std::size_t bad = std::min(std::max(least, n - good), n);
  const std::span<const std::size_t> rows = ranking.rows;
  good_->fit(chosen(rows.first(good)));
  bad_->fit(chosen(rows.last(bad)));
  return true;
}

std::vector<double> Kde::chosen(std::span<const std::size_t> rows) const {
  std::vector<double> all;
  for (const std::size_t row : thinned(rows)) {
    all.insert(all.end(), rows_[row].begin(), rows_[row].end());
  }
  return all;
}

// The candidate of the highest l/g, the first of equals.
Point Kde::model_point(Stream& stream) {
  std::vector<double> best;
  double best_gain = -kInfinity;
  std::vector<double> row(encoding_.width());
  for (std::uint64_t i = 0; i < options_.candidates; ++i) {
    good_->draw(stream, {options_.bandwidth_factor}, row);
    encoding_.snap(row);
    const double gain = good_->log_density(row) - bad_->log_density(row);
    if (!best.empty() && !(gain > best_gain)) continue;
    best = row;
    best_gain = gain;
  }
  explanation_.chosen_by = "model";
  explanation_.expected_improvement = best_gain;
  return encoding_.point_of(best);
}

void Kde::learn(const Trial& trial) {
  if (!encoding_.has_row_for(trial.point.values)) return;
  const auto [known, is_new] = row_of_.emplace(trial.id, rows_.size());
  if (is_new) rows_.push_back(encoding_.row_of(trial.point.values));
  losses_.record(trial, known->second);
  is_fitted_ = false;
}

}  // namespace sweep
