#include "bench/results/final_loss.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "algorithms/text/error.hpp"

namespace sweep {

double final_loss(const CellResult& result) {
  if (!std::isnan(result.incumbent_loss)) return result.incumbent_loss;
  if (std::isnan(result.best_loss)) return std::numeric_limits<double>::infinity();
  throw SpecError(fmt::format(
      "{} on {} with seed {}: of its best point only the loss with noise is known, {:g}, and "
      "comparisons take that without",
      result.cell.method, result.cell.objective, result.cell.seed, result.best_loss));
}

}  // namespace sweep
