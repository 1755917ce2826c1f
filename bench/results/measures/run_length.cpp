#include "bench/results/measures/run_length.hpp"

namespace sweep {

std::vector<RunLength> run_lengths(std::span<const Descent> descents, double target, double end) {
  std::vector<RunLength> lengths;
  lengths.reserve(descents.size());
  for (const Descent& descent : descents) {
    RunLength length;
    length.budget = counted_evaluations(descent, end);
    if (const auto hit = hitting_time(descent, target)) length.hit = *hit;
    lengths.push_back(length);
  }
  return lengths;
}

}  // namespace sweep
