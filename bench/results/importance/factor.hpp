#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sweep {

/// A parameter as a model of the metric sees it, with a value for each trial: a number, the
/// logarithm of it where its scale is logarithmic, or the place of a level where it is a category.
struct Factor {
  std::string name;
  std::vector<double> values;
  std::vector<std::string> levels = {};  // of a category; of a number none

  [[nodiscard]] bool is_category() const { return !levels.empty(); }
};

/// A column of numbers that a factor becomes: itself, or 1 where it has a certain level and 0 else.
struct FactorColumn {
  std::size_t factor = 0;
  std::optional<std::size_t> level;
  std::vector<double> values;
};

/// All columns of all factors, in their order.
std::vector<FactorColumn> columns_of(const std::vector<Factor>& factors);

}  // namespace sweep
