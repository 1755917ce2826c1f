#pragma once

#include <span>
#include <string>
#include <string_view>

#include "algorithms/text/value.hpp"
#include "bench/results/summary.hpp"

namespace sweep {

/// A column of the table, and what it says.
struct RunColumn {
  std::string_view name;
  std::string_view meaning;
};

std::span<const RunColumn> run_columns();
std::span<const RunColumn> cluster_columns();

/// The table that `run` prints: one row per method and objective.
std::string run_table(std::span<const SummaryRow> rows);

/// The same as a list of JSON objects, `rows` of the verb's answer.
List run_rows(std::span<const SummaryRow> rows);

}  // namespace sweep
