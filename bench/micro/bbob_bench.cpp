// Evaluations per second of the bbob functions, point by point and in blocks.
#include <benchmark/benchmark.h>

#include <map>
#include <vector>

#include "objectives/bbob/bbob.hpp"

namespace sweep {
namespace {

constexpr std::size_t kPoints = 1024;
constexpr std::size_t kBlock = 256;

struct Case {
  Objective objective;
  std::vector<double> rows;
};

Case make_case(int function, int dimension) {
  Case made{make_bbob({function, dimension, 1}), {}};
  made.rows.resize(kPoints * static_cast<std::size_t>(dimension));
  Stream stream(1);
  stream.fill_uniform(made.rows);
  for (double& x : made.rows) x = 10 * x - 5;
  return made;
}

void point_by_point(benchmark::State& state) {
  const Case c = make_case(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const std::size_t width = c.objective.space().size();
  const std::span<const double> rows(c.rows);
  const Stream noise(2);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(c.objective.loss(rows.subspan(i * width, width), 1, noise));
    i = (i + 1) % kPoints;
  }
  state.SetItemsProcessed(state.iterations());
}

void in_blocks(benchmark::State& state) {
  const Case c = make_case(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const std::size_t width = c.objective.space().size();
  const std::span<const double> rows(c.rows);
  const Stream noise(2);
  std::vector<double> losses(kBlock);
  std::size_t first = 0;
  for (auto _ : state) {
    c.objective.losses(rows.subspan(first * width, kBlock * width), first, noise, losses);
    benchmark::DoNotOptimize(losses.data());
    first = (first + kBlock) % kPoints;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBlock));
}

const std::vector<std::int64_t> kFunctions{1, 8, 15, 21, 24};
const std::vector<std::int64_t> kDimensions{2, 10, 40};
BENCHMARK(point_by_point)->ArgNames({"f", "d"})->ArgsProduct({kFunctions, kDimensions});
BENCHMARK(in_blocks)->ArgNames({"f", "d"})->ArgsProduct({kFunctions, kDimensions});

void every_function(benchmark::State& state) {
  std::vector<Case> cases;
  for (int function = 1; function <= 24; ++function) cases.push_back(make_case(function, 10));
  const Stream noise(2);
  std::size_t i = 0;
  for (auto _ : state) {
    for (const Case& c : cases) {
      const std::span<const double> rows(c.rows);
      benchmark::DoNotOptimize(c.objective.loss(rows.subspan(i * 10, 10), 1, noise));
    }
    i = (i + 1) % kPoints;
  }
  state.SetItemsProcessed(state.iterations() * 24);
}
BENCHMARK(every_function);

}  // namespace
}  // namespace sweep
