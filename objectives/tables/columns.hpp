#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/space/search_space.hpp"
#include "objectives/tables/csv.hpp"

namespace sweep {

/// What a column of a table holds: a parameter's values, or the losses or costs of a step.
struct TableColumn {
  enum class Role { parameter, loss, cost };
  Role role;
  std::size_t place;  // the parameter's place in the space; the step less 1
};

/// The header of a table: every parameter once (constants may be left out), `loss` or loss:1 ..
/// loss:N, and perhaps `cost` or cost:1 .. cost:N.
struct TableHeader {
  std::vector<TableColumn> columns;  // as in the file
  std::size_t steps = 0;
  std::size_t costs_a_row = 0;  // 0, 1 or `steps`
};

/// Reads the header line; what is wrong with it is added to `problems`, and the result is then of
/// no use.
TableHeader read_header(const std::vector<CsvCell>& cells, const SearchSpace& space, unsigned line,
                        std::vector<Diagnostic>& problems);

}  // namespace sweep
