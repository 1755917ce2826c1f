#include "bench/results/broken_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace sweep {
namespace {

void count(const CellResult& result, BrokenCells& broken) {
  const std::uint64_t seed = result.cell.seed;
  if (broken.cells++ > 0 && broken.first_seed <= seed) return;
  broken.first_seed = seed;
  broken.reason = result.failure;
}

std::string_view text_at(const Map& row, std::string_view key) {
  const Value* value = find(row, key);
  const auto* text = value ? value->as<std::string>() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

Value broken_json(const Map& row, std::span<const BrokenCells> broken) {
  const auto found = std::find_if(broken.begin(), broken.end(), [&](const BrokenCells& one) {
    return one.method == text_at(row, "method") && one.objective == text_at(row, "objective");
  });
  if (found == broken.end()) return {};
  return Map{{"cells", static_cast<std::int64_t>(found->cells)}, {"reason", found->reason}};
}

}  // namespace

std::vector<BrokenCells> broken_cells(std::span<const CellResult> results) {
  std::map<std::pair<std::string, std::string>, BrokenCells> by_row;
  for (const CellResult& result : results) {
    const auto& [method, objective, seed] = result.cell;
    if (result.failure.empty()) continue;
    const auto row =
        by_row.try_emplace({method, objective}, BrokenCells{method, objective, 0, 0, {}}).first;
    count(result, row->second);
  }
  std::vector<BrokenCells> broken;
  broken.reserve(by_row.size());
  for (auto& [key, row] : by_row) broken.push_back(std::move(row));
  return broken;
}

std::string to_text(const BrokenCells& broken) {
  return fmt::format("{} on {}: {} cell{} broke, the first with seed {}: {}", broken.method,
                     broken.objective, broken.cells, broken.cells == 1 ? "" : "s",
                     broken.first_seed, broken.reason);
}

void add_broken(List& rows, std::span<const BrokenCells> broken) {
  for (Value& row : rows) {
    Map map = *row.as<Map>();
    map.push_back({"broken", broken_json(map, broken)});
    row = std::move(map);
  }
}

}  // namespace sweep
