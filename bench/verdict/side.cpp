#include "bench/verdict/side.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

auto place_of(const CellOutcome& cell) { return std::tie(cell.method, cell.objective, cell.seed); }

}  // namespace

Side with_method(const Side& side, std::size_t method) {
  Side one = side;
  one.methods = {side.methods[method]};
  one.cells.clear();
  for (const CellOutcome& cell : side.cells) {
    if (cell.method != method) continue;
    one.cells.push_back(cell);
    one.cells.back().method = 0;
  }
  return one;
}

void sort_cells(Side& side) {
  std::sort(side.cells.begin(), side.cells.end(),
            [](const CellOutcome& a, const CellOutcome& b) { return place_of(a) < place_of(b); });
  const auto twice = std::adjacent_find(
      side.cells.begin(), side.cells.end(),
      [](const CellOutcome& a, const CellOutcome& b) { return place_of(a) == place_of(b); });
  if (twice == side.cells.end()) return;
  throw SpecError(fmt::format("{}: {} on {} with seed {} is there twice", side.origin,
                              side.methods[twice->method], side.objectives[twice->objective].name,
                              twice->seed));
}

}  // namespace sweep
