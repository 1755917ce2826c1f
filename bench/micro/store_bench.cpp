// Finished cells written to a store, one committed transaction each.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "bench/store/store.hpp"

namespace sweep {
namespace {

CellResult cell_with(std::size_t records) {
  CellResult result;
  result.cell = {"random", "x**3 + y", 0};
  result.trials = 25;
  result.records.resize(records);
  result.points.resize(2 * records);
  return result;
}

void append_cell(benchmark::State& state) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("sweep-bench-store-" + std::to_string(getpid()) + ".db");
  {
    Store store = Store::open(path, {{"text", "hash", {}, {}, false}, {}, {}});
    CellResult result = cell_with(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
      ++result.cell.seed;
      store.append(result);
    }
  }
  std::filesystem::remove(path);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(append_cell)->ArgName("records")->Arg(5)->Arg(1000);

}  // namespace
}  // namespace sweep
