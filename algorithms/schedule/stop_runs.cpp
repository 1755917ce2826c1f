#include "algorithms/schedule/stop_runs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "algorithms/space/real_limits.hpp"
#include "algorithms/wandb/bands.hpp"

namespace sweep {
namespace {

// Minus infinity, too: no training ends there.
bool has_diverged(double loss) { return !std::isfinite(loss); }

// Each report replaced by the best so far, but for those that say that the run has diverged.
std::vector<Observation> best_so_far(std::vector<Observation> reports) {
  double best = kInfinity;
  for (Observation& report : reports) {
    if (!has_diverged(report.loss)) report.loss = best = std::min(best, report.loss);
  }
  return reports;
}

std::vector<RunCurve> curves_to_compare(std::span<const RunCurve> runs, Behaviour behaviour) {
  std::vector<RunCurve> curves(runs.begin(), runs.end());
  if (behaviour == Behaviour::as_wandb) return curves;
  for (RunCurve& curve : curves) curve.reports = best_so_far(std::move(curve.reports));
  return curves;
}

bool has_come_to(const RunCurve& curve, double band) {
  return !curve.reports.empty() && curve.reports.back().step >= band;
}

// The last value up to the band, of a run that has come as far.
std::optional<double> value_at(const RunCurve& curve, double band) {
  if (!has_come_to(curve, band)) return std::nullopt;
  const auto after =
      std::upper_bound(curve.reports.begin(), curve.reports.end(), band,
                       [](double step, const Observation& report) { return step < report.step; });
  if (after == curve.reports.begin()) return std::nullopt;
  return std::prev(after)->loss;
}

std::vector<double> values_at(std::span<const RunCurve> curves, double band) {
  std::vector<double> values;
  for (const RunCurve& curve : curves) {
    if (const auto value = value_at(curve, band)) {
      values.push_back(has_diverged(*value) ? kInfinity : *value);
    }
  }
  return values;
}

double threshold_of(std::vector<double> values, double eta, Behaviour behaviour) {
  if (values.empty()) return kInfinity;
  const auto element = values.begin() + static_cast<std::ptrdiff_t>(
                                            threshold_element(values.size(), eta, behaviour));
  std::nth_element(values.begin(), element, values.end());
  return *element;
}

// The bands that a run has passed, of all in ascending order.
std::size_t bands_passed(const RunCurve& curve, std::span<const double> bands) {
  const auto first_ahead = std::find_if_not(bands.begin(), bands.end(),
                                            [&](double band) { return has_come_to(curve, band); });
  return static_cast<std::size_t>(first_ahead - bands.begin());
}

double best_of(const RunCurve& curve) {
  return std::min_element(
             curve.reports.begin(), curve.reports.end(),
             [](const Observation& a, const Observation& b) { return a.loss < b.loss; })
      ->loss;
}

RunVerdict judge(const RunCurve& curve, const StopAnswer& answer, bool by_best_of_all) {
  RunVerdict verdict;
  verdict.reason.step = curve.reports.empty() ? 0 : curve.reports.back().step;
  const std::size_t passed = bands_passed(curve, answer.bands);
  if (passed == 0) return verdict;
  const auto at_band = value_at(curve, answer.bands[passed - 1]);
  if (!at_band) return verdict;
  verdict.reason.rung = static_cast<int>(passed);
  verdict.reason.value = by_best_of_all ? best_of(curve) : *at_band;
  verdict.reason.threshold = answer.thresholds[passed - 1];
  verdict.stops =
      verdict.reason.value > verdict.reason.threshold || has_diverged(verdict.reason.value);
  verdict.reason.rule = verdict.stops ? Reason::Rule::worse_than : Reason::Rule::as_good_as;
  return verdict;
}

}  // namespace

StopAnswer stop_runs(const EarlyTerminate& rule, std::span<const RunCurve> runs,
                     Behaviour behaviour) {
  const std::vector<RunCurve> curves = curves_to_compare(runs, behaviour);
  StopAnswer answer;
  answer.bands = wandb_bands(rule);
  for (const double band : answer.bands) {
    std::vector<double> values = values_at(curves, band);
    answer.has_values = answer.has_values || !values.empty();
    answer.thresholds.push_back(threshold_of(std::move(values), rule.eta, behaviour));
  }
  const bool by_best_of_all = behaviour == Behaviour::as_wandb && !rule.strict;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    if (!curves[i].is_running) continue;
    answer.verdicts.push_back(judge(curves[i], answer, by_best_of_all));
    answer.verdicts.back().run = i;
  }
  return answer;
}

}  // namespace sweep
