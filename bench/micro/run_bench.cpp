// One cell from end to end: trials per second of a random one, events (reported steps) per second
// of the simulated cluster, by its number of workers.
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

void simulated_events(benchmark::State& state) {
  Experiment experiment;
  experiment.methods = {"asha"};
  experiment.objectives = {"curve?of=sphere&steps=27"};
  experiment.seeds = {1};
  experiment.workers = static_cast<std::uint64_t>(state.range(0));
  experiment.trials = 20'000;
  const PreparedExperiment prepared(experiment);
  const std::atomic<bool> stop = false;
  std::uint64_t events = 0;
  for (auto _ : state) events += run_cell(prepared, prepared.cells().front(), stop)->use.steps;
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(simulated_events)->ArgName("workers")->Arg(1)->Arg(100)->Arg(10'000)->Arg(100'000);

}  // namespace
}  // namespace sweep
