#include "bench/results/measures/run_length_pool.hpp"

#include "bench/results/measures/run_length.hpp"
#include "bench/results/measures/simulated_restarts.hpp"

namespace sweep {
namespace {

std::vector<double> hits(std::span<const RunLength> lengths) {
  std::vector<double> sample;
  sample.reserve(lengths.size());
  for (const RunLength& length : lengths) sample.push_back(length.hit);
  return sample;
}

}  // namespace

std::vector<double> pooled_run_lengths(std::span<const Descent> descents,
                                       std::span<const double> targets, double unit,
                                       const std::optional<Restarts>& restarts, double end) {
  std::vector<double> pool;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::vector<RunLength> lengths = run_lengths(descents, targets[i], end);
    const std::vector<double> sample =
        restarts ? simulated_run_lengths(lengths, restarts->count, restarts->stream)
                 : hits(lengths);
    for (const double length : sample) pool.push_back(length / unit);
  }
  return pool;
}

}  // namespace sweep
