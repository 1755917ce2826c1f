#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "algorithms/space/stream.hpp"
#include "bench/results/measures/descent.hpp"

namespace sweep {

/// Runs as searches make them: precisions that fall by random factors at random times, budgets that
/// differ. Some of the runs reach 1e-8.
inline std::vector<Descent> some_descents(std::size_t count, std::uint64_t seed) {
  std::vector<Descent> runs;
  for (std::size_t i = 0; i < count; ++i) {
    Stream stream = Stream(seed).child(i);
    Descent run;
    run.length = static_cast<double>(500 + stream.index(500));
    double precision = 50;
    for (auto t = static_cast<double>(1 + stream.index(3)); t <= run.length;
         t += static_cast<double>(1 + stream.index(40))) {
      run.drops.push_back({t, precision});
      precision *= std::pow(10.0, -1.2 * stream.uniform());
    }
    runs.push_back(run);
  }
  return runs;
}

/// The same runs in which everything takes `factor` times the evaluations.
inline std::vector<Descent> stretched(std::vector<Descent> runs, double factor) {
  for (Descent& run : runs) {
    run.length *= factor;
    for (Drop& drop : run.drops) drop.at *= factor;
  }
  return runs;
}

}  // namespace sweep
