#include "bench/results/measures/attainment.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>
#include <vector>

namespace sweep {
namespace {

std::set<double> drop_times(std::span<const Descent> descents) {
  std::set<double> times;
  for (const Descent& descent : descents) {
    for (const Drop& drop : descent.drops) times.insert(drop.at);
  }
  return times;
}

double kth_best(std::span<const Descent> descents, double evaluations, std::size_t k) {
  std::vector<double> precisions;
  for (const Descent& descent : descents)
    precisions.push_back(precision_after(descent, evaluations));
  const auto place = precisions.begin() + static_cast<std::ptrdiff_t>(k - 1);
  std::nth_element(precisions.begin(), place, precisions.end());
  return *place;
}

}  // namespace

double attained(std::span<const Descent> descents, double evaluations, double precision) {
  if (descents.empty()) return 0;
  const auto reached = std::count_if(descents.begin(), descents.end(), [&](const Descent& descent) {
    return precision_after(descent, evaluations) <= precision;
  });
  return static_cast<double>(reached) / static_cast<double>(descents.size());
}

Descent attainment_level(std::span<const Descent> descents, std::size_t k) {
  assert(k >= 1 && k <= descents.size());
  Descent level;
  for (const Descent& descent : descents) level.length = std::max(level.length, descent.length);
  for (const double time : drop_times(descents)) {
    const double precision = kth_best(descents, time, k);
    const bool falls =
        level.drops.empty() ? !std::isinf(precision) : precision < level.drops.back().precision;
    if (falls) level.drops.push_back({time, precision});
  }
  return level;
}

double attained_area(const Descent& descent, const AttainmentBox& box) {
  assert(box.first < box.last && box.best < box.worst);
  double area = 0;
  for (std::size_t i = 0; i < descent.drops.size(); ++i) {
    const bool is_last = i + 1 == descent.drops.size();
    const double next = is_last ? box.last : descent.drops[i + 1].at;
    const double begin = std::clamp(descent.drops[i].at, box.first, box.last);
    const double end = std::clamp(next, begin, box.last);
    area +=
        (end - begin) * (box.worst - std::clamp(descent.drops[i].precision, box.best, box.worst));
  }
  return area / ((box.last - box.first) * (box.worst - box.best));
}

double attainment_volume(std::span<const Descent> descents, const AttainmentBox& box) {
  if (descents.empty()) return 0;
  double total = 0;
  for (const Descent& descent : descents) total += attained_area(descent, box);
  return total / static_cast<double>(descents.size());
}

}  // namespace sweep
