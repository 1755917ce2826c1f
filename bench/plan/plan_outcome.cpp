#include "bench/plan/plan_outcome.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "bench/results/final_loss.hpp"
#include "bench/results/inference/hodges_lehmann.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"
#include "bench/results/measures/paired_differences.hpp"

namespace sweep {
namespace {

constexpr double kSecondsPerHour = 3600;
constexpr double kLevel = 0.05;

std::vector<double> losses_of(const PlannedCells& planned) {
  std::vector<double> losses;
  for (const CellResult& cell : planned.cells) losses.push_back(final_loss(cell));
  return losses;
}

double share_saved(const PlannedCells& planned) {
  double taken = 0;
  double whole = 0;
  for (const CellResult& cell : planned.cells) {
    taken += static_cast<double>(cell.use.steps);
    whole += static_cast<double>(cell.use.full_steps);
  }
  return whole > 0 ? std::max(0.0, 1 - taken / whole) : 0;
}

PlanRow row_of(const PlannedCells& planned, const PlanRates& rates) {
  std::vector<double> seconds;
  for (const CellResult& cell : planned.cells) seconds.push_back(cell.use.seconds);
  PlanRow row;
  row.choice = planned.choice;
  row.loss = median_with_interval(losses_of(planned));
  row.hours = median(seconds) * rates.seconds_per_second / kSecondsPerHour;
  row.worker_hours = row.hours * static_cast<double>(planned.choice.workers);
  if (rates.price_per_hour) row.price = row.worker_hours * *rates.price_per_hour;
  row.saved = share_saved(planned);
  return row;
}

template <class Key>
std::size_t least(std::span<const std::size_t> places, Key key) {
  return *std::min_element(places.begin(), places.end(),
                           [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
}

}  // namespace

LossDifference loss_difference(const PlannedCells& a, const PlannedCells& b) {
  assert(a.cells.size() == b.cells.size());
  const std::vector<double> differences = paired_differences(losses_of(b), losses_of(a));
  const Shift shift = paired_shift(differences);
  LossDifference difference{{differences.size(), shift.estimate, {}, {}},
                            signed_rank(shifted(differences, 0), Alternative::greater).p};
  if (shift.interval) {
    difference.shift.lo = shift.interval->first;
    difference.shift.hi = shift.interval->second;
  }
  return difference;
}

PlanVerdict plan_verdict(std::span<const PlannedCells> planned, const PlanRates& rates) {
  PlanVerdict verdict;
  std::vector<std::size_t> all;
  for (const PlannedCells& one : planned) {
    all.push_back(verdict.rows.size());
    verdict.rows.push_back(row_of(one, rates));
  }
  const std::vector<PlanRow>& rows = verdict.rows;
  verdict.best = least(all, [&](std::size_t i) {
    return std::tuple(rows[i].loss.value, rows[i].worker_hours, rows[i].hours);
  });
  std::vector<double> p_values;
  for (const std::size_t i : all) {
    verdict.rows[i].behind = loss_difference(planned[i], planned[verdict.best]);
    if (i != verdict.best) p_values.push_back(rows[i].behind.p);
  }
  p_values = holm(p_values);
  std::vector<std::size_t> worse;
  for (const std::size_t i : all) {
    const std::size_t test = i < verdict.best ? i : i - 1;  // the best one has none
    const bool is_worse = i != verdict.best && p_values[test] <= kLevel;
    (is_worse ? worse : verdict.as_good).push_back(i);
  }
  verdict.advised = least(verdict.as_good, [&](std::size_t i) {
    return std::tuple(rows[i].worker_hours, rows[i].hours, rows[i].loss.value);
  });
  if (!worse.empty()) {
    verdict.next = least(worse, [&](std::size_t i) { return rows[i].behind.shift.value; });
  }
  return verdict;
}

}  // namespace sweep
