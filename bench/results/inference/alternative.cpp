#include "bench/results/inference/alternative.hpp"

#include <algorithm>

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

}  // namespace sweep
