#include "bench/results/measures/data_profile.hpp"

#include <limits>

namespace sweep {

std::vector<double> data_profile_sample(std::span<const Descent> descents, double tolerance,
                                        int dimension) {
  std::vector<double> sample(descents.size(), std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < descents.size(); ++i) {
    if (descents[i].drops.empty()) continue;
    const auto hit = hitting_time(descents[i], tolerance * descents[i].drops.front().precision);
    if (hit) sample[i] = *hit / (dimension + 1);
  }
  return sample;
}

}  // namespace sweep
