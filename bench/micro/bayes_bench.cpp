// The Gaussian process of bayes in 6 dimensions: evidence, fit, prediction, suggestion.
#include <benchmark/benchmark.h>

#include <cmath>
#include <variant>

#include "algorithms/model/gp/ard_evidence.hpp"
#include "algorithms/model/gp/ard_fit.hpp"
#include "algorithms/model/gp/ard_posterior.hpp"
#include "algorithms/search/bayes/bayes.hpp"

namespace sweep {
namespace {

constexpr std::size_t kColumns = 6;

double bowl(std::span<const double> row) {
  double sum = 0;
  for (const double x : row) sum += (x - 0.3) * (x - 0.3) + 0.1 * std::sin(20 * x);
  return sum;
}

struct Known {
  explicit Known(std::size_t n) {
    Stream draws(1);
    std::vector<double> row(kColumns);
    for (std::size_t i = 0; i < n; ++i) {
      draws.fill_uniform(row);
      rows.append(row);
      targets.push_back(bowl(row) - 0.5);
    }
  }

  ColumnKinds kinds{std::vector<char>(kColumns, 0)};
  RowTable rows{kColumns};
  std::vector<double> targets;
};

void evidence(benchmark::State& state) {
  const Known known(static_cast<std::size_t>(state.range(0)));
  const auto priors = ard_priors(kColumns, true);
  const ArdEvidence of_scales(known.kinds, known.rows, known.targets, priors);
  const ArdScales scales = typical_scales(priors);
  std::vector<double> gradient(scales.logs.size());
  for (auto _ : state) benchmark::DoNotOptimize(of_scales(scales, gradient));
}
BENCHMARK(evidence)->ArgName("n")->Arg(50)->Arg(100)->Arg(400)->Unit(benchmark::kMicrosecond);

void fit(benchmark::State& state) {
  const Known known(static_cast<std::size_t>(state.range(0)));
  const auto priors = ard_priors(kColumns, true);
  const std::vector<ArdScales> starts = {typical_scales(priors)};
  const ArdData data{known.kinds, known.rows, known.targets};
  for (auto _ : state) benchmark::DoNotOptimize(fit_ard(data, priors, starts, 30).log_evidence);
}
BENCHMARK(fit)->ArgName("n")->Arg(50)->Arg(100)->Arg(400)->Unit(benchmark::kMillisecond);

void prediction(benchmark::State& state) {
  const Known known(static_cast<std::size_t>(state.range(0)));
  const ArdPosterior posterior(known.kinds, known.rows, known.targets,
                               typical_scales(ard_priors(kColumns, true)));
  std::vector<double> rows(512 * kColumns);
  Stream(2).fill_uniform(rows);
  for (auto _ : state) benchmark::DoNotOptimize(posterior.predict(rows));
  state.SetItemsProcessed(state.iterations() * 512);
}
BENCHMARK(prediction)->ArgName("n")->Arg(50)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

// Asks and tells for 50 trials from the n-th on, so that refits count as often as they come.
void suggestion(benchmark::State& state) {
  std::vector<Parameter> parameters;
  parameters.reserve(kColumns);
  for (std::size_t k = 0; k < kColumns; ++k) {
    parameters.push_back({"p" + std::to_string(k), Uniform{0, 1}});
  }
  Bayes told({SearchSpace(std::move(parameters)), std::nullopt}, {});
  const auto n = static_cast<TrialId>(state.range(0));
  const Known known(n);
  for (TrialId id = 0; id < n; ++id) {
    told.tell({id, {known.rows.row(id)}, TrialState::completed, {{1, known.targets[id]}}});
  }
  constexpr TrialId kTrials = 50;
  for (auto _ : state) {
    state.PauseTiming();
    Bayes bayes = told;
    state.ResumeTiming();
    for (TrialId id = n; id < n + kTrials; ++id) {
      const Point point = std::get<Point>(bayes.ask(id, Stream(3).child(id)));
      bayes.tell({id, point, TrialState::completed, {{1, bowl(point.values)}}});
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kTrials));
}
BENCHMARK(suggestion)
    ->ArgName("n")
    ->Arg(25)
    ->Arg(75)
    ->Arg(975)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sweep
