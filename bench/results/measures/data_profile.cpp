#include "bench/results/measures/data_profile.hpp"

#include <limits>

namespace sweep {

std::vector<double> data_profile_sample(std::span<const Descent> runs, double tolerance,
                                        int dimension) {
  std::vector<double> sample(runs.size(), std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].drops.empty()) continue;
    const auto hit = hitting_time(runs[i], tolerance * runs[i].drops.front().precision);
    if (hit) sample[i] = static_cast<double>(*hit) / (dimension + 1);
  }
  return sample;
}

}  // namespace sweep
