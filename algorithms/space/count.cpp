#include "algorithms/space/count.hpp"

#include <fmt/format.h>

namespace sweep {

std::string to_text(const Cardinality& cardinality) {
  if (!cardinality) return "infinite";
  return *cardinality >= kLargestCount ? ">= 2^127" : fmt::format("{}", *cardinality);
}

}  // namespace sweep
