// One random cell from end to end: trials per second.
#include <benchmark/benchmark.h>

#include "bench/run/cell.hpp"

namespace sweep {
namespace {

void random_cell(benchmark::State& state) {
  Experiment experiment;
  experiment.methods = {"random"};
  experiment.objectives = {"x**3 + y"};
  experiment.seeds = {1};
  experiment.trials = static_cast<std::uint64_t>(state.range(0));
  const PreparedExperiment prepared(experiment);
  const std::atomic<bool> stop = false;
  for (auto _ : state) {
    benchmark::DoNotOptimize(run_cell(prepared, prepared.cells().front(), stop));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(random_cell)->ArgName("trials")->Arg(25)->Arg(1000)->Arg(100'000);

}  // namespace
}  // namespace sweep
