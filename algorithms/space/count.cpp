#include "algorithms/space/count.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sweep {

Cardinality count_from(double n) {
  if (!(n >= 1)) return 0;
  if (std::isinf(n)) return std::nullopt;
  return n >= 0x1p127 ? kLargestCount : static_cast<Count>(n);
}

std::string to_text(const Cardinality& cardinality) {
  if (!cardinality) return "infinite";
  return *cardinality >= kLargestCount ? ">= 2^127" : fmt::format("{}", *cardinality);
}

}  // namespace sweep
