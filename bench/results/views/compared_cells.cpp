#include "bench/results/views/compared_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sweep {
namespace {

bool is_known(const KeyedCell& cell) { return cell.key.dimension && cell.descents; }

std::vector<std::string> method_names(const CellSet& cells) {
  std::set<std::string> names;
  for (const KeyedCell& cell : cells.cells) {
    names.insert(method_title(cell.key.method, cell.key.build));
  }
  return {names.begin(), names.end()};
}

/// Problems in the order of family, function's number, dimension and name.
using ProblemKey = std::tuple<bool, std::string, int, int, std::string>;

ProblemKey problem_key(const KeyedCell& cell, const ObjectiveInfo& objective) {
  return {objective.family.empty(), suite_of(objective), objective.function, *cell.key.dimension,
          problem_name(cell, objective)};
}

using Rows = std::map<std::pair<std::string, std::uint64_t>, ComparedCells>;

std::map<ProblemKey, Rows> rows_by_problem(const CellSet& cells,
                                           const std::vector<std::string>& methods) {
  std::map<ProblemKey, Rows> problems;
  for (const KeyedCell& cell : cells.cells) {
    if (!is_known(cell)) continue;
    const std::string title = method_title(cell.key.method, cell.key.build);
    const auto place = std::lower_bound(methods.begin(), methods.end(), title) - methods.begin();
    Rows& rows = problems[problem_key(cell, cells.objectives[cell.objective])];
    ComparedCells& row = rows[{cell.key.objective, cell.key.seed}];
    row.of_method.resize(methods.size());
    row.of_method[static_cast<std::size_t>(place)] = &cell;
  }
  return problems;
}

bool is_whole(const ComparedCells& row) {
  return std::find(row.of_method.begin(), row.of_method.end(), nullptr) == row.of_method.end();
}

}  // namespace

std::string problem_name(const KeyedCell& cell, const ObjectiveInfo& objective) {
  if (objective.family.empty()) return cell.key.objective;
  return fmt::format("{}, {}-D", cell.key.function, cell.key.dimension.value_or(0));
}

const Descent* descent_along(const KeyedCell& cell, Axis axis) {
  if (!cell.descents) return nullptr;
  if (axis == Axis::evaluations) return &cell.descents->evaluations;
  if (axis == Axis::time) return &cell.descents->seconds;
  return cell.descents->steps ? &*cell.descents->steps : nullptr;
}

CellsSideBySide compared_cells(const CellSet& cells, Axis axis) {
  CellsSideBySide comparison{method_names(cells), {}};
  for (auto& [key, rows] : rows_by_problem(cells, comparison.methods)) {
    ComparedProblem problem{std::get<4>(key), true, {}};
    for (auto& [name, row] : rows) {
      if (is_whole(row)) problem.rows.push_back(std::move(row));
    }
    if (problem.rows.empty()) continue;
    problem.has_optimum = problem.rows.front().of_method.front()->optimum.has_value();
    comparison.rows += problem.rows.size();
    comparison.problems.push_back(std::move(problem));
  }
  comparison.left_out = cells.cells.size() - comparison.rows * comparison.methods.size();
  comparison.axis = axis;
  return comparison;
}

}  // namespace sweep
