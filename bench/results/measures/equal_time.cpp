#include "bench/results/measures/equal_time.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace sweep {
namespace {

// Evaluations are whole: what is a rounding short of the next one has had it.
constexpr double kPlaceTolerance = 1e-9;

double common_seconds(std::span<const TimedMethod> methods, double cost) {
  double seconds = std::numeric_limits<double>::infinity();
  for (const TimedMethod& method : methods) {
    seconds = std::min(seconds, method.length * (cost + method.own_seconds));
  }
  return seconds;
}

std::size_t best_of(const std::vector<double>& qualities) {
  return static_cast<std::size_t>(std::max_element(qualities.begin(), qualities.end()) -
                                  qualities.begin());
}

}  // namespace

std::vector<double> quality_at_equal_time(std::span<const TimedMethod> methods, double cost) {
  const double seconds = common_seconds(methods, cost);
  std::vector<double> qualities;
  for (const TimedMethod& method : methods) {
    const double each = cost + method.own_seconds;
    const double places = each > 0 ? seconds / each : method.length;  // nothing takes any time
    qualities.push_back(method.hits.at(places * (1 + kPlaceTolerance)));
  }
  return qualities;
}

std::vector<Lead> leads_over_costs(std::span<const double> costs,
                                   std::span<const std::vector<double>> qualities, double margin) {
  assert(!costs.empty() && costs.size() == qualities.size());
  std::vector<Lead> leads = {{costs.back(), best_of(qualities.back())}};
  for (std::size_t i = costs.size(); i-- > 0;) {
    const std::size_t best = best_of(qualities[i]);
    if (qualities[i][best] > qualities[i][leads.back().method] + margin) {
      leads.push_back({costs[i], best});
    } else {
      leads.back().from_cost = costs[i];
    }
  }
  std::reverse(leads.begin(), leads.end());
  return leads;
}

}  // namespace sweep
