#include "bench/results/measures/run_length.hpp"

namespace sweep {

std::vector<RunLength> run_lengths(std::span<const Descent> runs, double target) {
  std::vector<RunLength> lengths;
  lengths.reserve(runs.size());
  for (const Descent& run : runs) {
    RunLength length;
    length.budget = static_cast<double>(counted_evaluations(run));
    if (const auto hit = hitting_time(run, target)) length.hit = static_cast<double>(*hit);
    lengths.push_back(length);
  }
  return lengths;
}

}  // namespace sweep
