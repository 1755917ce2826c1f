#include "bench/reports/loss_scale.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {

FigureScale loss_scale(const std::vector<double>& losses) {
  double lo = INFINITY;
  double hi = 0;
  for (const double loss : losses) {
    if (loss <= 0) return FigureScale::linear;
    if (!std::isfinite(loss)) continue;
    lo = std::min(lo, loss);
    hi = std::max(hi, loss);
  }
  return hi > 30 * lo ? FigureScale::logarithmic : FigureScale::linear;
}

}  // namespace sweep
