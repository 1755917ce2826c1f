#include "algorithms/search/bayes/quadratic_step.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/model/minimise/quadratic.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostStarColumns = 20;  // a star takes two trials for each
constexpr std::size_t kMostTrials = 130;      // the linear system is solved in O(trials^3)

bool is_local(const EncodedColumn& column) {
  constexpr Count kManyValues = 9;
  if (column.kind == EncodedColumn::Kind::category) return false;
  return !column.values || *column.values >= kManyValues;
}

// A trial as seen from the best one.
struct Neighbour {
  double distance;  // the largest of its displacements
  std::vector<double> displacement;
  double loss;
};

bool same_elsewhere(const std::vector<double>& a, const std::vector<double>& b,
                    const std::vector<std::size_t>& local) {
  std::size_t next = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (next < local.size() && local[next] == k) {
      ++next;
    } else if (a[k] != b[k]) {
      return false;
    }
  }
  return true;
}

std::vector<Neighbour> neighbours_of_best(const TrialTable& trials,
                                          const std::vector<std::size_t>& local) {
  const std::vector<double>& best = trials.ended()[*trials.best()].row;
  std::vector<Neighbour> all;
  for (const TrialTable::Ended& trial : trials.ended()) {
    if (std::isnan(trial.loss) || !same_elsewhere(trial.row, best, local)) continue;
    Neighbour neighbour{0, {}, trial.loss};
    for (const std::size_t k : local) {
      neighbour.displacement.push_back(trial.row[k] - best[k]);
      neighbour.distance = std::max(neighbour.distance, std::abs(neighbour.displacement.back()));
    }
    all.push_back(std::move(neighbour));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](auto& a, auto& b) { return a.distance < b.distance; });
  const std::size_t most = std::min(quadratic_coefficients(local.size()), kMostTrials);
  if (all.size() > most) all.resize(most);
  return all;
}

// Keeps the trials of a star, and what else is as near as the next step may go.
void keep_close(std::vector<Neighbour>& neighbours, std::size_t width, double radius) {
  constexpr double kReach = 2;  // of the radius
  std::size_t n = std::min(neighbours.size(), 2 * width + 1);
  while (n < neighbours.size() && neighbours[n].distance <= kReach * radius) ++n;
  neighbours.resize(n);
}

// Whether all losses are equal: through them goes a constant, and its slopes are rounding.
bool is_flat(const std::vector<Neighbour>& neighbours) {
  return std::all_of(neighbours.begin(), neighbours.end(),
                     [&](auto& one) { return one.loss == neighbours.front().loss; });
}

// The model: the quadratic of least Frobenius norm (Powell 2004, equation 1.4).
Quadratic quadratic_through(const std::vector<Neighbour>& neighbours) {
  std::vector<double> displacements;
  std::vector<double> losses;
  for (const Neighbour& neighbour : neighbours) {
    displacements.insert(displacements.end(), neighbour.displacement.begin(),
                         neighbour.displacement.end());
    losses.push_back(neighbour.loss);
  }
  return least_norm_quadratic(displacements, losses, neighbours.front().displacement.size());
}

// The trust-region subproblem: the model's minimum within the radius, a box here.
std::vector<double> lowest_step(const Quadratic& model, const Encoding& columns,
                                const std::vector<double>& from,
                                const std::vector<std::size_t>& local, double radius) {
  std::vector<double> lo;
  std::vector<double> hi;
  for (const std::size_t k : local) {
    lo.push_back(std::min(0.0, std::max(columns[k].range.lo - from[k], -radius)));
    hi.push_back(std::max(0.0, std::min(columns[k].range.hi - from[k], radius)));
  }
  return box_minimum(model, lo, hi);
}

}  // namespace

QuadraticStep::QuadraticStep(const Encoding& columns) {
  for (std::size_t k = 0; k < columns.width(); ++k) {
    if (is_local(columns[k])) local_.push_back(k);
  }
}

void QuadraticStep::restart() {
  radius_.reset();
  star_.reset();
  is_close_ = false;
}

void QuadraticStep::look_closely(const TrialTable& trials) {
  constexpr double kShare = 0.25;
  constexpr double kWidest = 0.05;
  if (is_looking() || awaited_ || !trials.best() || local_.size() > kMostStarColumns) return;
  const TrialTable::Ended& best = trials.ended()[*trials.best()];
  if (settled_ == best.loss) return;
  settled_ = best.loss;
  for (const Neighbour& neighbour : neighbours_of_best(trials, local_)) {
    if (!(neighbour.distance > 0)) continue;
    star_ = Star{best.row, std::min(kWidest, kShare * neighbour.distance)};
    return;
  }
}

// The next point of a star, two for each column as for a quadratic without mixed terms (Powell's
// first set of 2 n + 1 points); nothing once all have been proposed.
std::optional<std::vector<double>> QuadraticStep::star_point(const Encoding& columns,
                                                             const TrialTable& trials) {
  while (star_->next < 2 * local_.size()) {
    std::vector<double> row = star_->centre;
    const std::size_t k = local_[star_->next / 2];
    const double side = star_->next++ % 2 == 0 ? star_->radius : -star_->radius;
    const bool fits = row[k] + side >= columns[k].range.lo && row[k] + side <= columns[k].range.hi;
    row[k] += fits ? side : -side / 2;
    columns.snap(row);
    if (!trials.has_seen(row)) return row;
  }
  radius_ = star_->radius;
  star_.reset();
  is_close_ = true;
  misses_ = 0;
  return std::nullopt;
}

std::optional<std::vector<double>> QuadraticStep::propose(const Encoding& columns,
                                                          const TrialTable& trials) {
  if (awaited_ || local_.empty() || !trials.best()) return std::nullopt;
  if (star_) {
    if (auto row = star_point(columns, trials)) return row;
  }
  auto row = step_down(columns, trials);
  if (!row) is_close_ = false;
  return row;
}

std::optional<std::vector<double>> QuadraticStep::step_down(const Encoding& columns,
                                                            const TrialTable& trials) {
  const TrialTable::Ended& best = trials.ended()[*trials.best()];
  std::vector<Neighbour> neighbours = neighbours_of_best(trials, local_);
  if (is_close_) keep_close(neighbours, local_.size(), *radius_);
  if (neighbours.size() < local_.size() + 1) return std::nullopt;
  if (!(neighbours.back().distance > 0) || is_flat(neighbours)) return std::nullopt;
  if (!radius_) radius_ = std::min(0.5, 0.95 * neighbours.back().distance);
  const Quadratic model = quadratic_through(neighbours);
  const std::vector<double> step = lowest_step(model, columns, best.row, local_, *radius_);
  std::vector<double> row = best.row;
  for (std::size_t i = 0; i < local_.size(); ++i) row[local_[i]] += step[i];
  columns.snap(row);
  from_ = best.loss;
  predicted_ = model(step);
  length_ = 0;
  for (const double move : step) length_ = std::max(length_, std::abs(move));
  constexpr double kRounding = 2.5e-16;  // just above the spacing of doubles at 1
  const bool is_lower = from_ - predicted_ > kRounding * std::abs(from_);
  if (!is_lower || trials.has_seen(row)) return std::nullopt;
  return row;
}

// Sets the radius by the ratio of the actual to the predicted reduction, as algorithm 4.1 of
// Nocedal, Wright 2006 does: below 1/4 the region shrinks, above 3/4 it grows.
void QuadraticStep::end(double loss) {
  awaited_.reset();
  if (star_ || !radius_) return;
  const double ratio = std::isnan(loss) ? -1 : (from_ - loss) / (from_ - predicted_);
  if (is_close_) return end_close(loss, ratio);
  if (ratio < 0.25) *radius_ /= 2;
  if (ratio > 0.75) *radius_ *= 2;
}

// Sets the radius by the length of the step, which may end well inside of the region: what holds
// there is not known further out.
void QuadraticStep::end_close(double loss, double ratio) {
  if (ratio < 0.25) {
    *radius_ = std::min(*radius_, length_) / 2;
  } else if (ratio > 0.75) {
    *radius_ = 2 * length_;
  }
  misses_ = loss < from_ ? 0 : misses_ + 1;
  is_close_ = misses_ < kMostMisses;
}

bool QuadraticStep::is_near(const TrialTable& trials, const std::vector<double>& row) const {
  constexpr double kUsualRadius = 0.1;  // before there is one
  constexpr double kShare = 0.3;        // of the radius
  if (!trials.best()) return false;
  const std::vector<double>& best = trials.ended()[*trials.best()].row;
  if (!same_elsewhere(best, row, local_)) return false;
  double distance = 0;
  for (const std::size_t k : local_) distance = std::max(distance, std::abs(row[k] - best[k]));
  return distance <= kShare * radius_.value_or(kUsualRadius);
}

}  // namespace sweep
