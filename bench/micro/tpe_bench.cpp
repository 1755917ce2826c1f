// Suggestions of tpe, with the telling: per suggestion, and per parameter and suggestion. The time
// of the processor is what counts.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>

#include "algorithms/search/tpe/tpe.hpp"

namespace sweep {
namespace {

enum class Columns : std::int64_t { numbers, cells, categories, steps };

Distribution distribution_of(Columns columns) {
  switch (columns) {
    case Columns::cells:
      return IntUniform{1, 64};
    case Columns::steps:
      return IntUniform{1, 100000};
    case Columns::categories:
      return Categorical({0, 1, 2, 3, 4, 5});
    case Columns::numbers:
      break;
  }
  return Uniform{0, 1};
}

SearchSpace space_of(Columns columns, std::size_t width) {
  std::vector<Parameter> parameters;
  parameters.reserve(width);
  for (std::size_t k = 0; k < width; ++k) {
    parameters.push_back({"p" + std::to_string(k), distribution_of(columns)});
  }
  return SearchSpace(std::move(parameters));
}

double bowl(const SearchSpace& space, PointView point) {
  double sum = 0;
  for (std::size_t k = 0; k < point.size(); ++k) {
    const double away = to_unit(space[k].distribution, point[k]) - 0.3;
    sum += away * away + 0.01 * std::sin(20 * away);
  }
  return sum;
}

void advance(Tpe& tpe, const SearchSpace& space, TrialId first, TrialId trials) {
  for (TrialId id = first; id < first + trials; ++id) {
    const Point point = tpe.ask(id, Stream(3).child(id));
    tpe.tell({id, point, TrialState::completed, {{1, bowl(space, point.values)}}});
  }
}

// Measures a suggestion after n trials of its own, which crowd where the losses are low.
void suggestion(benchmark::State& state) {
  const auto columns = static_cast<Columns>(state.range(0));
  const auto width = static_cast<std::size_t>(state.range(1));
  const auto n = static_cast<TrialId>(state.range(2));
  Tpe::Options options;
  options.multivariate = state.range(3) != 0;
  const SearchSpace space = space_of(columns, width);
  Tpe told({space, std::nullopt}, options);
  advance(told, space, 0, n);
  constexpr TrialId kTrials = 20;
  for (auto _ : state) {
    state.PauseTiming();
    Tpe tpe = told;
    state.ResumeTiming();
    advance(tpe, space, n, kTrials);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kTrials * width));
}
BENCHMARK(suggestion)
    ->ArgNames({"columns", "d", "n", "multivariate"})
    ->ArgsProduct({{0}, {2, 10}, {100, 1000}, {0, 1}})
    ->ArgsProduct({{1, 2, 3}, {10}, {1000}, {0, 1}})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace sweep
