#include "bench/results/measures/targets.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

namespace sweep {
namespace {

constexpr int kEasiest = 2;   // decades: 10^2
constexpr int kHardest = -8;  // 10^-8

// The decimal literal's own value, which std::pow(10.0, -5.0) may miss by a rounding.
double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < std::abs(exponent); ++i) power *= 10;  // exact up to 10^22
  return exponent < 0 ? 1 / power : power;
}

constexpr double kTableBudgets[] = {0.5, 1.2, 3, 10, 50};  // by dimension
constexpr std::size_t kManyBudgets = 31;
constexpr double kTableFractions[] = {0.9, 0.75, 0.5, 0.25, 0.1};

std::vector<double> many_budgets(int dimension) {
  std::vector<double> budgets;
  for (std::size_t i = 0; i < kManyBudgets; ++i) {
    const double share = static_cast<double>(i) / (kManyBudgets - 1);
    budgets.push_back(0.5 * std::pow(100, share) * dimension);
  }
  return budgets;
}

// 1, 50/51, ... 1/51: as many as COCO's targets.
std::vector<double> many_fractions() {
  const std::size_t count = run_length_targets().size();
  std::vector<double> fractions;
  for (std::size_t i = count; i > 0; --i) {
    fractions.push_back(static_cast<double>(i) / static_cast<double>(count));
  }
  return fractions;
}

// Each harder than the one before, as long as the grid goes on.
void tell_apart(std::vector<double>& targets) {
  const std::vector<double> grid = run_length_targets();
  for (std::size_t i = 1; i < targets.size(); ++i) {
    if (targets[i] < targets[i - 1]) continue;
    const auto harder = std::find_if(grid.begin(), grid.end(),
                                     [&](double target) { return target < targets[i - 1]; });
    targets[i] = harder == grid.end() ? grid.back() : *harder;
  }
}

}  // namespace

double grid_target(int k) {
  return k % 5 == 0 ? power_of_ten(k / 5) : std::pow(10.0, static_cast<double>(k) / 5);
}

std::vector<double> run_length_targets() {
  std::vector<double> targets;
  for (int k = 5 * kEasiest; k >= 5 * kHardest; --k) targets.push_back(grid_target(k));
  return targets;
}

std::vector<double> table_targets() { return {10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-7}; }

std::vector<double> scaling_targets() { return {10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-8}; }

std::vector<double> single_targets() { return {10, 1e-1, 1e-4, 1e-8}; }

std::vector<double> scatter_targets() {
  std::vector<double> targets;
  for (int k = 2 * kEasiest; k >= 2 * kHardest; --k) {
    targets.push_back(k % 2 == 0 ? power_of_ten(k / 2) : std::pow(10.0, k / 2.0));
  }
  return targets;
}

std::vector<double> budget_targets(std::span<const double> reference_erts,
                                   std::span<const double> budgets) {
  const std::vector<double> grid = run_length_targets();
  assert(reference_erts.size() == grid.size());
  std::vector<double> targets;
  for (const double budget : budgets) {
    const auto missed = std::find_if(reference_erts.begin(), reference_erts.end(),
                                     [&](double ert) { return ert > budget; });
    const auto place = static_cast<std::size_t>(missed - reference_erts.begin());
    targets.push_back(grid[std::min(place, grid.size() - 1)]);
  }
  return targets;
}

ProblemTargets expensive_targets(std::span<const double> reference_erts, int dimension) {
  ProblemTargets targets{TargetKind::budgets, {}, {}, {}};
  targets.all = budget_targets(reference_erts, many_budgets(dimension));
  targets.all.erase(std::unique(targets.all.begin(), targets.all.end()), targets.all.end());
  targets.places.assign(std::begin(kTableBudgets), std::end(kTableBudgets));
  std::vector<double> budgets = targets.places;
  for (double& budget : budgets) budget *= dimension;
  targets.shown = budget_targets(reference_erts, budgets);
  tell_apart(targets.shown);
  targets.last = targets.shown.back();
  return targets;
}

std::vector<double> quantile_targets(std::vector<double> outcomes,
                                     std::span<const double> fractions) {
  assert(!outcomes.empty());
  std::sort(outcomes.begin(), outcomes.end());
  const auto count = static_cast<double>(outcomes.size());
  std::vector<double> targets;
  for (const double fraction : fractions) {
    // 0.1 * 30 is 3 but for a rounding.
    const double rank = std::max(1.0, std::ceil(fraction * count * (1 - 1e-12)));
    targets.push_back(outcomes[static_cast<std::size_t>(rank) - 1]);
  }
  return targets;
}

ProblemTargets fraction_targets(const std::vector<double>& outcomes,
                                const std::vector<double>& fractions) {
  ProblemTargets targets{TargetKind::fractions, {}, {}, fractions};
  if (fractions.empty()) {
    targets.places.assign(std::begin(kTableFractions), std::end(kTableFractions));
  }
  targets.shown = quantile_targets(outcomes, targets.places);
  targets.all = fractions.empty() ? quantile_targets(outcomes, many_fractions()) : targets.shown;
  targets.last = targets.shown.back();
  targets.end = -std::numeric_limits<double>::infinity();
  return targets;
}

}  // namespace sweep
