#include "bench/results/inference/stratified_signed_rank.hpp"

#include <cmath>

#include "bench/results/inference/midranks.hpp"

namespace sweep {

double stratified_signed_rank_z(std::span<const std::vector<double>> strata) {
  double excess = 0;
  double squares = 0;
  for (const std::vector<double>& differences : strata) {
    std::vector<double> nonzero;
    std::vector<double> sizes;
    for (const double d : differences) {
      if (d == 0) continue;
      nonzero.push_back(d);
      sizes.push_back(std::abs(d));
    }
    const std::vector<double> ranks = midranks(sizes);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      const double weighted = ranks[i] / static_cast<double>(ranks.size() + 1);
      excess += nonzero[i] > 0 ? weighted : -weighted;
      squares += weighted * weighted;
    }
  }
  return squares == 0 ? 0 : excess / std::sqrt(squares);
}

}  // namespace sweep
