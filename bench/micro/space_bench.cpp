// Draws per second of each kind of distribution, streams, and the mapping of whole points.
#include <benchmark/benchmark.h>

#include <vector>

#include "algorithms/space/search_space.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {
namespace {

constexpr std::size_t kBlock = 1024;

void draw(benchmark::State& state, const Distribution& distribution) {
  Stream stream(1);
  std::vector<double> values(kBlock);
  for (auto _ : state) {
    stream.fill_uniform(values);
    quantiles(distribution, values, values);
    benchmark::DoNotOptimize(values.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBlock));
}

BENCHMARK_CAPTURE(draw, uniform, Uniform{0, 1});
BENCHMARK_CAPTURE(draw, log_uniform_values, LogUniform::between(1e-5, 0.1));
BENCHMARK_CAPTURE(draw, q_log_uniform_values, Quantised{LogUniform::between(8, 256), 8, true});
BENCHMARK_CAPTURE(draw, normal, Normal{0, 1});
BENCHMARK_CAPTURE(draw, log_normal, LogNormal{0, 1});
BENCHMARK_CAPTURE(draw, beta, Beta{2, 3});
BENCHMARK_CAPTURE(draw, q_uniform, Quantised{Uniform{0, 10}, 0.5});
BENCHMARK_CAPTURE(draw, int_uniform, IntUniform{1, 100});
BENCHMARK_CAPTURE(draw, int_log_uniform_values, IntLogUniform{1, 1024});
BENCHMARK_CAPTURE(draw, categorical, Categorical({"a", "b", "c"}));
BENCHMARK_CAPTURE(draw, categorical_w_probabilities, Categorical({"a", "b", "c"}, {0.2, 0.5, 0.3}));
BENCHMARK_CAPTURE(draw, zero_or, ZeroOr{0.3, LogUniform::between(1e-6, 0.1)});

void stream_uniform(benchmark::State& state) {
  Stream stream(1);
  for (auto _ : state) benchmark::DoNotOptimize(stream.uniform());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(stream_uniform);

void stream_child_of_id(benchmark::State& state) {
  const Stream stream(1);
  std::uint64_t id = 0;
  for (auto _ : state) benchmark::DoNotOptimize(stream.child(id++));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(stream_child_of_id);

void stream_child_of_name(benchmark::State& state) {
  const Stream stream(1);
  for (auto _ : state) benchmark::DoNotOptimize(stream.child("styblinski-tang"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(stream_child_of_name);

SearchSpace network_space() {
  return SearchSpace({{"lr", LogUniform::between(1e-5, 0.1)},
                      {"batch", Quantised{LogUniform::between(8, 256), 8, true}},
                      {"optimizer", Categorical({"adam", "sgd"})},
                      {"layers", IntUniform{1, 8}},
                      {"dropout", Uniform{0, 0.9}}});
}

void space_from_unit(benchmark::State& state) {
  const SearchSpace space = network_space();
  const std::vector<double> unit = {0.1, 0.3, 0.5, 0.7, 0.9};
  std::vector<double> row(5);
  for (auto _ : state) {
    row = unit;
    space.from_unit(std::span(row));
    benchmark::DoNotOptimize(row.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(space_from_unit);

void space_to_unit(benchmark::State& state) {
  const SearchSpace space = network_space();
  const Point point = space.from_unit({{0.1, 0.3, 0.5, 0.7, 0.9}});
  for (auto _ : state) benchmark::DoNotOptimize(space.to_unit(point.values));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(space_to_unit);

}  // namespace
}  // namespace sweep
