#include "algorithms/search/bayes/acquisition.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "algorithms/model/gp/log_improvement.hpp"
#include "algorithms/model/minimise/bounded_minimum.hpp"
#include "algorithms/search/bayes/candidates.hpp"

namespace sweep {
namespace {

using Row = std::vector<double>;
constexpr double kWorst = -std::numeric_limits<double>::infinity();
constexpr Count kFewRows = 1024;  // a space is scored whole up to this size

class Maximiser {
 public:
  Maximiser(const AcquisitionTask& task, const Stream& stream)
      : task_(task), candidates_(task.columns, stream) {
    for (std::size_t k = 0; k < task.columns.width(); ++k) {
      const EncodedColumn& column = task.columns[k];
      const bool is_few = column.values && *column.values <= Count{Candidates::kFewValues};
      if (!task.columns.is_category(k) && !is_few) smooth_.push_back(k);
    }
  }

  std::optional<Row> best_of_all() const;
  std::optional<Row> run();

 private:
  static constexpr std::size_t kClimbs = 3;
  static constexpr std::size_t kOtherClimbs = 2;  // with another category than the best trial's
  static constexpr int kRounds = 3;               // of gradients and changes, per climb
  static constexpr int kEvaluations = 30;         // of the gradient, per round
  static constexpr double kGain = 1e-3;  // of the logarithm; less is not worth another round

  [[nodiscard]] std::vector<double> score(std::span<const double> rows) const;
  [[nodiscard]] std::vector<std::size_t> ranking(const std::vector<double>& scores) const;
  void climb(Row row);
  void follow_gradient(Row& row, double& value);
  [[nodiscard]] BoundedSearch bounds() const;
  double badness(Row& row, std::span<const double> x, std::span<double> gradient) const;
  void change_columns(Row& row, double& value);
  void offer(const Row& row, double value);

  const AcquisitionTask& task_;
  Candidates candidates_;
  std::vector<std::size_t> smooth_;  // columns that gradients are followed in
  std::optional<Row> best_row_;
  double best_value_ = kWorst;
};

std::vector<double> Maximiser::score(std::span<const double> rows) const {
  std::vector<double> scores;
  for (const Prediction& prediction : task_.posterior.predict(rows)) {
    scores.push_back(log_improvement(task_.best, prediction).value);
  }
  return scores;
}

std::optional<Row> Maximiser::best_of_all() const {
  RowList unseen(task_.columns.width());
  for (Count i = 0; i < *task_.columns.cardinality(); ++i) {
    const Row row = task_.columns.row_at(i);
    if (!task_.trials.has_seen(row)) unseen.add(row);
  }
  if (unseen.size() == 0) return std::nullopt;
  const std::vector<double> scores = score(unseen.values());
  const auto best = std::max_element(scores.begin(), scores.end());
  return unseen[static_cast<std::size_t>(best - scores.begin())];
}

std::optional<Row> Maximiser::run() {
  candidates_.add_spread();
  candidates_.add_neighbours(task_.elites);
  if (!task_.elites.empty()) candidates_.add_lines(task_.elites.front());
  const RowList& rows = candidates_.rows();
  const std::vector<double> scores = score(rows.values());
  const std::vector<std::size_t> order = ranking(scores);
  for (std::size_t i = 0; i < order.size() && i < kClimbs; ++i) climb(rows[order[i]]);
  for (const Row& row : candidates_.other_categories(task_.elites, kOtherClimbs)) climb(row);
  for (std::size_t i = 0; i < order.size() && !best_row_; ++i) {
    offer(rows[order[i]], scores[order[i]]);
  }
  return best_row_;
}

std::vector<std::size_t> Maximiser::ranking(const std::vector<double>& scores) const {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return scores[a] > scores[b]; });
  return order;
}

void Maximiser::climb(Row row) {
  double value = kWorst;
  for (int round = 0; round < kRounds; ++round) {
    const double before = value;
    follow_gradient(row, value);
    change_columns(row, value);
    if (!(value > before + kGain)) break;
  }
  offer(row, value);
}

void Maximiser::follow_gradient(Row& row, double& value) {
  if (smooth_.empty()) return;
  Row start;
  for (const std::size_t k : smooth_) start.push_back(row[k]);
  Row at = row;
  const SmoothFunction f = [&](std::span<const double> x, std::span<double> gradient) {
    return badness(at, x, gradient);
  };
  const BoundedMinimum minimum = bounded_minimum(f, std::move(start), bounds());
  Row moved = row;
  for (std::size_t i = 0; i < smooth_.size(); ++i) moved[smooth_[i]] = minimum.x[i];
  task_.columns.snap(moved);
  const double reached = score(moved).front();
  if (!(reached > value)) return;
  row = std::move(moved);
  value = reached;
}

BoundedSearch Maximiser::bounds() const {
  constexpr double kTolerance = 1e-4;
  BoundedSearch search{{}, {}, kEvaluations, kTolerance};
  for (const std::size_t k : smooth_) {
    search.lo.push_back(task_.columns[k].range.lo);
    search.hi.push_back(task_.columns[k].range.hi);
  }
  return search;
}

double Maximiser::badness(Row& row, std::span<const double> x, std::span<double> gradient) const {
  for (std::size_t i = 0; i < smooth_.size(); ++i) row[smooth_[i]] = x[i];
  const PredictionSlopes slopes = task_.posterior.slopes_at(row);
  const LogImprovement gain = log_improvement(task_.best, slopes.prediction);
  for (std::size_t i = 0; i < smooth_.size(); ++i) {
    const std::size_t k = smooth_[i];
    gradient[i] = -(gain.by_mean * slopes.mean[k] + gain.by_sd * slopes.sd[k]);
  }
  return -gain.value;
}

void Maximiser::change_columns(Row& row, double& value) {
  for (std::size_t k = 0; k < row.size(); ++k) {
    const std::vector<double> places = candidates_.line(k);
    RowList rows(row.size());
    Row changed = row;
    for (const double place : places) {
      changed[k] = place;
      rows.add(changed);
    }
    const std::vector<double> scores = score(rows.values());
    const auto best = std::max_element(scores.begin(), scores.end());
    if (!(*best > value)) continue;
    value = *best;
    row[k] = places[static_cast<std::size_t>(best - scores.begin())];
  }
}

void Maximiser::offer(const Row& row, double value) {
  if (best_row_ && !(value > best_value_)) return;
  if (task_.trials.has_seen(row)) return;
  best_row_ = row;
  best_value_ = value;
}

}  // namespace

std::optional<std::vector<double>> best_acquisition(const AcquisitionTask& task,
                                                    const Stream& stream) {
  Maximiser maximiser(task, stream);
  const Cardinality rows = task.columns.cardinality();
  return rows && *rows <= kFewRows ? maximiser.best_of_all() : maximiser.run();
}

}  // namespace sweep
