#include "bench/results/measures/data_profile.hpp"

#include <limits>

namespace sweep {

std::vector<double> data_profile_sample(std::span<const Descent> descents, double tolerance,
                                        double unit, double lowest) {
  std::vector<double> sample(descents.size(), std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < descents.size(); ++i) {
    if (descents[i].drops.empty()) continue;
    const double first = descents[i].drops.front().precision;
    const auto hit = hitting_time(descents[i], lowest + tolerance * (first - lowest));
    if (hit) sample[i] = *hit / unit;
  }
  return sample;
}

}  // namespace sweep
