// The Gaussian process of wandb-bayes in 6 dimensions: kernel and likelihood, fit, suggestion.
#include <benchmark/benchmark.h>

#include <cmath>

#include "algorithms/search/wandb_bayes.hpp"
#include "algorithms/wandb/gp.hpp"

namespace sweep {
namespace {

constexpr std::size_t kColumns = 6;

Samples bowl(std::size_t n) {
  Samples samples{kColumns, std::vector<double>(n * kColumns), {}};
  Stream(1).fill_uniform(samples.rows);
  for (std::size_t i = 0; i < n; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < kColumns; ++j) {
      const double x = samples.rows[i * kColumns + j];
      sum += (x - 0.3) * (x - 0.3) + 0.1 * std::sin(20 * x);
    }
    samples.targets.push_back(sum);
  }
  return samples;
}

void kernel(benchmark::State& state) {
  double distance = 0;
  for (auto _ : state) benchmark::DoNotOptimize(matern32(distance += 1e-9, 0.3));
}
BENCHMARK(kernel);

void likelihood(benchmark::State& state) {
  const MaternLikelihood of_samples(bowl(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(of_samples(-0.5));
}
BENCHMARK(likelihood)->ArgName("n")->Arg(25)->Arg(50)->Arg(100);

void fit(benchmark::State& state) {
  const Samples samples = bowl(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(fit_wandb_gp(samples, {}).scale.theta);
}
BENCHMARK(fit)->ArgName("n")->Arg(25)->Arg(50)->Arg(100)->Unit(benchmark::kMillisecond);

void suggestion(benchmark::State& state) {
  std::vector<Parameter> parameters;
  for (std::size_t j = 0; j < kColumns; ++j) {
    parameters.push_back({"p" + std::to_string(j), Uniform{0, 1}});
  }
  WandbBayes told({SearchSpace(std::move(parameters)), std::nullopt}, {});
  const auto n = static_cast<std::size_t>(state.range(0));
  const Samples samples = bowl(n);
  for (TrialId id = 0; id < n; ++id) {
    const auto row = samples.rows.begin() + static_cast<std::ptrdiff_t>(id * kColumns);
    const Point point{{row, row + static_cast<std::ptrdiff_t>(kColumns)}};
    told.tell({id, point, TrialState::completed, {{1, samples.targets[id]}}});
  }
  for (auto _ : state) {
    state.PauseTiming();
    WandbBayes searcher = told;  // the point asked for would be pending the next time
    state.ResumeTiming();
    benchmark::DoNotOptimize(searcher.ask(n, Stream(2)));
  }
}
BENCHMARK(suggestion)->ArgName("n")->Arg(25)->Arg(50)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sweep
