#include "bench/results/inference/stratified_signed_rank.hpp"

#include <algorithm>
#include <cmath>

#include "bench/results/inference/midranks.hpp"

namespace sweep {

double stratified_signed_rank_z(std::span<const std::vector<double>> strata) {
  double excess = 0;
  double squares = 0;
  for (const std::vector<double>& differences : strata) {
    std::vector<double> sizes(differences.size());
    std::transform(differences.begin(), differences.end(), sizes.begin(),
                   [](double d) { return std::abs(d); });
    const std::vector<double> ranks = midranks(sizes);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (differences[i] == 0) continue;
      const double weighted = ranks[i] / static_cast<double>(ranks.size() + 1);
      excess += differences[i] > 0 ? weighted : -weighted;
      squares += weighted * weighted;
    }
  }
  return squares == 0 ? 0 : excess / std::sqrt(squares);
}

}  // namespace sweep
