#include "bench/results/measures/simulated_restarts.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/percentile.hpp"

namespace sweep {
namespace {

// Fisher-Yates.
void shuffle(std::vector<std::size_t>& order, Stream& stream) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.index(i)]);
}

double restarted(std::span<const RunLength> lengths, std::size_t first, Stream& stream) {
  double total = lengths[first].spent();
  for (std::size_t cell = first; !lengths[cell].is_success();) {
    cell = stream.index(lengths.size());
    total += lengths[cell].spent();
  }
  return total;
}

}  // namespace

std::vector<double> simulated_run_lengths(std::span<const RunLength> lengths, std::size_t count,
                                          Stream stream) {
  assert(!lengths.empty());
  std::vector<double> sample(count, std::numeric_limits<double>::infinity());
  if (successes(lengths) == 0) return sample;
  std::vector<std::size_t> order(lengths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = i % lengths.size();
    if (place == 0) shuffle(order, stream);
    sample[i] = restarted(lengths, order[place], stream);
  }
  return sample;
}

std::size_t balanced_count(std::size_t cells, std::size_t at_least) {
  assert(cells > 0);
  return (at_least + cells - 1) / cells * cells;
}

double dispersion(std::span<const double> simulated) {
  const double upper = percentile(simulated, 90);
  return std::isinf(upper) ? upper : (upper - percentile(simulated, 10)) / 2;
}

}  // namespace sweep
