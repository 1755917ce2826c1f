#include "algorithms/space/distributions/interval.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sweep {

std::string range_problem(double lo, double hi) {
  if (!std::isfinite(lo)) return fmt::format("min {} is not a finite number", lo);
  if (!std::isfinite(hi)) return fmt::format("max {} is not a finite number", hi);
  if (!(lo < hi)) return fmt::format("min {} is not less than max {}", lo, hi);
  if (!std::isfinite(hi - lo)) return fmt::format("max {} - min {} is too large", hi, lo);
  return "";
}

std::string above_problem(const char* name, double value, double bound) {
  if (std::isfinite(value) && value > bound) return "";
  return fmt::format("{} {} is not a finite number greater than {}", name, value, bound);
}

}  // namespace sweep
