// Time per proposal of the searchers, grids of 10^12 points at their beginning and at their end.
#include <benchmark/benchmark.h>

#include "algorithms/search/grid/grid.hpp"
#include "algorithms/search/random.hpp"

namespace sweep {
namespace {

SearchTask twelve_digits() {
  std::vector<Parameter> parameters;
  parameters.reserve(12);
  for (int i = 0; i < 12; ++i) parameters.push_back({"p" + std::to_string(i), IntUniform{0, 9}});
  return {SearchSpace(std::move(parameters)), std::nullopt};
}

void grid_first_proposal(benchmark::State& state) {
  const GridSearch fresh(twelve_digits(), {0, state.range(0) == 1});
  const Stream stream(1);
  for (auto _ : state) {
    state.PauseTiming();
    GridSearch grid = fresh;
    state.ResumeTiming();
    benchmark::DoNotOptimize(grid.ask(0, stream));
  }
}
BENCHMARK(grid_first_proposal)->ArgName("random_order")->Arg(0)->Arg(1);

// The 10^11-th proposal and those after it.
void grid_far_proposal(benchmark::State& state) {
  GridSearch grid(twelve_digits(), {0, state.range(0) == 1});
  grid.seek(Count{100'000'000'000});
  const Stream stream(1);
  for (auto _ : state) benchmark::DoNotOptimize(grid.ask(0, stream));
}
BENCHMARK(grid_far_proposal)->ArgName("random_order")->Arg(0)->Arg(1);

void random_proposal(benchmark::State& state) {
  RandomSearch random(twelve_digits(), {});
  const Stream trials(1);
  TrialId id = 0;
  for (auto _ : state) benchmark::DoNotOptimize(random.ask(id, trials.child(id))), ++id;
}
BENCHMARK(random_proposal);

}  // namespace
}  // namespace sweep
