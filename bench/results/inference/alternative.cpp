#include "bench/results/inference/alternative.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {

double p_of_tails(double at_most, double at_least, Alternative alternative) {
  switch (alternative) {
    case Alternative::less:
      return std::min(1.0, at_most);
    case Alternative::greater:
      return std::min(1.0, at_least);
    case Alternative::two_sided:
      break;
  }
  return std::min(1.0, 2 * std::min(at_most, at_least));
}

double continuity_corrected(double distance, double by, Alternative alternative) {
  switch (alternative) {
    case Alternative::less:
      return distance + by;
    case Alternative::greater:
      return distance - by;
    case Alternative::two_sided:
      break;
  }
  return std::copysign(std::max(0.0, std::abs(distance) - by), distance);
}

}  // namespace sweep
