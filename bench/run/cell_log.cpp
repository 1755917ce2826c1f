#include "bench/run/cell_log.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "bench/run/cell_progress.hpp"

namespace sweep {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

CellLog::CellLog(Cell cell, std::size_t width, std::optional<double> optimum, RecordLevel level)
    : width_(width), level_(level) {
  result_.cell = std::move(cell);
  result_.optimum = optimum;
  result_.best_loss = std::numeric_limits<double>::quiet_NaN();
  result_.incumbent_loss = std::numeric_limits<double>::quiet_NaN();
}

void CellLog::add(std::span<const double> rows, std::span<const double> losses,
                  const Evaluator& evaluator) {
  digest_.add_trials(rows, losses);
  duplicates_.add_rows(rows, width_);
  for (std::size_t i = 0; i < losses.size(); ++i) {
    const bool failed = std::isnan(losses[i]);
    const PointView point = rows.subspan(i * width_, width_);
    result_.failed += failed ? 1 : 0;
    const bool is_best = improves(losses[i]);
    if (is_best || level_ != RecordLevel::best) {
      const TrialId id = result_.trials + i;
      const double exact = failed ? kUnknown : evaluator.exact(point, losses[i]);
      if (is_best) take_best(losses[i], exact);
      keep({id, 1, losses[i], failed ? TrialState::failed : TrialState::completed,
            static_cast<double>(id + 1), exact, id + 1},
           point);
    }
  }
  result_.trials += losses.size();
  const auto ended = static_cast<double>(result_.trials);
  result_.use = {ended, ended, result_.trials, result_.trials, 0, 0};
}

void CellLog::add(const Trial& trial, const Outcome& outcome, int full_steps, double seconds) {
  const PointView point = trial.point.values;
  digest_.add_trial(point, trial.state, trial.curve, trial.others);
  digest_.add_time(seconds);
  duplicates_.add(point);
  result_.failed += trial.state == TrialState::failed ? 1 : 0;
  result_.use.stopped += trial.state == TrialState::stopped ? 1 : 0;
  result_.use.full_steps += static_cast<std::uint64_t>(full_steps);
  result_.use.seconds = seconds;
  best_trials_.add(outcome.full, trial.state == TrialState::stopped);
  const double exact_loss = outcome.exact.value_or(kUnknown);
  const bool is_best = trial.state == TrialState::completed && improves(outcome.loss);
  if (is_best) take_best(outcome.loss, exact_loss);
  for (const Observation& observation : trial.curve) {
    const bool is_last = &observation == &trial.curve.back();
    const bool is_kept =
        level_ == RecordLevel::steps || (is_last && (is_best || level_ == RecordLevel::trials));
    if (!is_kept) continue;
    keep({trial.id, observation.step, observation.loss, trial.state, seconds,
          is_last ? exact_loss : kUnknown, result_.use.steps},
         point);
  }
  ++result_.trials;
}

void CellLog::add_suggestions(double seconds, std::size_t suggestions) {
  if (progress_ != nullptr) progress_->add_trials(suggestions, result_.use.steps);
  result_.timing.searcher_seconds += seconds;
  if (suggestions > 0) {
    result_.timing.suggest.add(seconds * 1e9 / static_cast<double>(suggestions), suggestions);
  }
}

void CellLog::add_suggestion(double seconds) {
  add_suggestions(seconds + std::exchange(learning_seconds_, 0), 1);
}

CellResult CellLog::finish() {
  result_.timing.searcher_seconds += learning_seconds_;
  result_.digest = digest_.finish();
  result_.duplicates = duplicates_.count();
  result_.use.best_stopped = best_trials_.stopped();
  if (!result_.is_plain()) result_.trajectory = improvements(result_);
  result_.timing.cell_seconds = since_start_.seconds();
  return std::move(result_);
}

// The comparison with NaN is false both ways: a first loss improves on none.
bool CellLog::improves(double loss) const {
  return !std::isnan(loss) && !(result_.best_loss <= loss);
}

void CellLog::take_best(double loss, double exact) {
  result_.best_loss = loss;
  result_.incumbent_loss = exact;
}

void CellLog::keep(const Record& record, PointView point) {
  result_.records.push_back(record);
  result_.points.insert(result_.points.end(), point.begin(), point.end());
}

}  // namespace sweep
