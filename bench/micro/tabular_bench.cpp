// Looking up the nearest row of a table of training runs, and reading the tables themselves.
#include <benchmark/benchmark.h>

#include <vector>

#include "algorithms/space/stream.hpp"
#include "objectives/tables/embedded.hpp"
#include "objectives/tables/nearest_row.hpp"
#include "objectives/tables/table_file.hpp"

namespace sweep {
namespace {

// Ten parameters of the kinds that tuning has.
SearchSpace tuning_space() {
  return SearchSpace({{"lr", LogUniform::between(1e-5, 1)},
                      {"decay", LogUniform::between(1e-7, 1)},
                      {"dropout", Uniform{0, 0.9}},
                      {"momentum", Uniform{0, 0.99}},
                      {"layers", IntUniform{1, 8}},
                      {"width", IntLogUniform{4, 128}},
                      {"batch", Quantised{LogUniform::between(8, 256), 8, true}},
                      {"optimiser", Categorical({"adam", "sgd", "lamb"})},
                      {"activation", Categorical({"relu", "tanh"})},
                      {"scale", Normal{0, 1}}});
}

std::vector<double> draw(const SearchSpace& space, std::size_t rows) {
  std::vector<double> points(rows * space.size());
  Stream stream(1);
  stream.fill_uniform(points);
  for (std::size_t row = 0; row < rows; ++row) {
    space.from_unit(std::span(points).subspan(row * space.size(), space.size()));
  }
  return points;
}

void nearest_row(benchmark::State& state) {
  const SearchSpace space = tuning_space();
  const NearestRow nearest(space, draw(space, static_cast<std::size_t>(state.range(0))));
  const std::vector<double> targets = draw(space, 64);
  std::size_t i = 0;
  for (auto _ : state) {
    const PointView x = PointView(targets).subspan(i++ % 64 * space.size(), space.size());
    benchmark::DoNotOptimize(nearest(x));
  }
}
BENCHMARK(nearest_row)->Arg(500)->Arg(2000);

void read_every_table(benchmark::State& state) {
  for (auto _ : state) {
    for (const EmbeddedTable& table : embedded_tables()) {
      benchmark::DoNotOptimize(make_tabular(table.sweep_file, "", table.table, ""));
    }
  }
}
BENCHMARK(read_every_table)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sweep
