// Reading sweep files.
#include <benchmark/benchmark.h>

#include "algorithms/config/sweep_config.hpp"

namespace sweep {
namespace {

constexpr const char* kSweepFile = R"(method: random
metric: {name: loss, goal: minimize}
parameters:
  optimizer: {values: [adam, sgd]}
  fc_layer_size: {values: [128, 256, 512]}
  dropout: {values: [0.3, 0.4, 0.5]}
  epochs: {value: 1}
  learning_rate: {distribution: uniform, min: 0, max: 0.1}
  batch_size: {distribution: q_log_uniform_values, q: 8, min: 32, max: 256}
)";

void read_sweep_file_text(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_sweep(kSweepFile));
}
BENCHMARK(read_sweep_file_text);

void read_a_thousand_parameters(benchmark::State& state) {
  std::string text = "method: random\nparameters:\n";
  for (int i = 0; i < 1000; ++i) text += "  p" + std::to_string(i) + ": {min: 0.0, max: 1.0}\n";
  for (auto _ : state) benchmark::DoNotOptimize(read_sweep(text));
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(read_a_thousand_parameters);

}  // namespace
}  // namespace sweep
