#include "bench/results/measures/attainment.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>
#include <vector>

namespace sweep {
namespace {

std::set<std::uint64_t> drop_times(std::span<const Descent> runs) {
  std::set<std::uint64_t> times;
  for (const Descent& run : runs) {
    for (const Drop& drop : run.drops) times.insert(drop.evaluation);
  }
  return times;
}

double kth_best(std::span<const Descent> runs, std::uint64_t evaluations, std::size_t k) {
  std::vector<double> precisions;
  for (const Descent& run : runs) {
    precisions.push_back(precision_after(run, static_cast<double>(evaluations)));
  }
  const auto place = precisions.begin() + static_cast<std::ptrdiff_t>(k - 1);
  std::nth_element(precisions.begin(), place, precisions.end());
  return *place;
}

}  // namespace

double attained(std::span<const Descent> runs, double evaluations, double precision) {
  if (runs.empty()) return 0;
  const auto reached = std::count_if(runs.begin(), runs.end(), [&](const Descent& run) {
    return precision_after(run, evaluations) <= precision;
  });
  return static_cast<double>(reached) / static_cast<double>(runs.size());
}

Descent attainment_level(std::span<const Descent> runs, std::size_t k) {
  assert(k >= 1 && k <= runs.size());
  Descent level;
  for (const Descent& run : runs) level.evaluations = std::max(level.evaluations, run.evaluations);
  for (const std::uint64_t time : drop_times(runs)) {
    const double precision = kth_best(runs, time, k);
    const bool falls =
        level.drops.empty() ? !std::isinf(precision) : precision < level.drops.back().precision;
    if (falls) level.drops.push_back({time, precision});
  }
  return level;
}

double attained_area(const Descent& run, const AttainmentBox& box) {
  assert(box.first < box.last && box.best < box.worst);
  double area = 0;
  for (std::size_t i = 0; i < run.drops.size(); ++i) {
    const bool is_last = i + 1 == run.drops.size();
    const double next = is_last ? box.last : static_cast<double>(run.drops[i + 1].evaluation);
    const double begin =
        std::clamp(static_cast<double>(run.drops[i].evaluation), box.first, box.last);
    const double end = std::clamp(next, begin, box.last);
    area += (end - begin) * (box.worst - std::clamp(run.drops[i].precision, box.best, box.worst));
  }
  return area / ((box.last - box.first) * (box.worst - box.best));
}

double attainment_volume(std::span<const Descent> runs, const AttainmentBox& box) {
  if (runs.empty()) return 0;
  double total = 0;
  for (const Descent& run : runs) total += attained_area(run, box);
  return total / static_cast<double>(runs.size());
}

}  // namespace sweep
