#include "algorithms/search/bayes/trial_choice.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace sweep {
namespace {

using Places = std::vector<std::size_t>;

Places all_of(const TrialTable& trials) {
  Places all(trials.ended().size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

// Puts the best `best` trials first, then all others, the newest first.
void put_best_and_newest_first(Places& all, const TrialTable& trials, std::size_t best) {
  const auto is_better = [&](std::size_t a, std::size_t b) {
    const double x = trials.ended()[a].loss;
    const double y = trials.ended()[b].loss;
    if (std::isnan(x) || std::isnan(y)) return std::isnan(y) && !std::isnan(x);
    return x < y;
  };
  std::stable_sort(all.begin(), all.end(), is_better);
  std::sort(all.begin() + offset(best), all.end(), std::greater<>());
}

double squared_distance(const ColumnKinds& kinds, const std::vector<double>& a,
                        const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    const double distance = kinds.distance(k, a[k], b[k]);
    sum += distance * distance;
  }
  return sum;
}

// Moves to the place `chosen`, and to those that follow up to `wanted`, trials that are far from
// all before them.
void spread(Places& all, std::size_t chosen, std::size_t wanted, const TrialTable& trials,
            const ColumnKinds& kinds) {
  std::sort(all.begin() + offset(chosen), all.end());
  std::vector<double> nearest(all.size(), std::numeric_limits<double>::infinity());
  const auto note = [&](std::size_t i) {
    const std::vector<double>& row = trials.ended()[all[i]].row;
    for (std::size_t j = chosen; j < all.size(); ++j) {
      const double distance = squared_distance(kinds, row, trials.ended()[all[j]].row);
      nearest[j] = std::min(nearest[j], distance);
    }
  };
  for (std::size_t i = 0; i < chosen; ++i) note(i);
  for (; chosen < wanted; ++chosen) {
    const auto furthest = std::max_element(nearest.begin() + offset(chosen), nearest.end());
    std::swap(all[chosen], all[static_cast<std::size_t>(furthest - nearest.begin())]);
    std::swap(nearest[chosen], *furthest);
    note(chosen);
  }
}

}  // namespace

std::vector<std::size_t> fitted_trials(const TrialTable& trials) {
  Places all = all_of(trials);
  if (all.size() <= kMostFitted) return all;
  put_best_and_newest_first(all, trials, kMostFitted / 2);
  all.resize(kMostFitted);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::size_t> modelled_trials(const TrialTable& trials, const ColumnKinds& kinds) {
  Places all = all_of(trials);
  if (all.size() <= kMostModelled) return all;
  put_best_and_newest_first(all, trials, kMostModelled / 2);
  spread(all, kMostModelled / 2 + kMostModelled / 4, kMostModelled, trials, kinds);
  all.resize(kMostModelled);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace sweep
