#include "bench/results/measures/descent.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace sweep {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();

}  // namespace

void Descent::drop_to(double precision, double at) {
  if (!(precision < (drops.empty() ? kNone : drops.back().precision))) return;
  if (!drops.empty()) {
    at = std::max(at, drops.back().at);
    if (at == drops.back().at) drops.pop_back();
  }
  drops.push_back({at, precision});
}

double precision_after(const Descent& descent, double evaluations) {
  const auto later = std::upper_bound(descent.drops.begin(), descent.drops.end(), evaluations,
                                      [](double t, const Drop& drop) { return t < drop.at; });
  return later == descent.drops.begin() ? kNone : std::prev(later)->precision;
}

std::optional<double> hitting_time(const Descent& descent, double target) {
  const auto hit = std::lower_bound(
      descent.drops.begin(), descent.drops.end(), target,
      [](const Drop& drop, double precision) { return drop.precision > precision; });
  if (hit == descent.drops.end()) return std::nullopt;
  return hit->at;
}

double counted_evaluations(const Descent& descent, double end) {
  return hitting_time(descent, end).value_or(descent.length);
}

}  // namespace sweep
