#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "algorithms/text/value.hpp"
#include "bench/reports/section.hpp"
#include "bench/results/summary.hpp"

namespace sweep {

/// A column of the table, and what it says.
struct RunColumn {
  std::string_view name;
  std::string_view meaning;
};

std::span<const RunColumn> run_columns();
std::span<const RunColumn> cluster_columns();

/// What `run` says: a table with one row per method and objective, and a note of methods that drew
/// points at random where their models were of no use. For readers: run_rows() is its JSON.
Sections run_sections(std::span<const SummaryRow> rows);

/// The text of run_sections(), in lines of at most `width` columns if that is said.
std::string run_table(std::span<const SummaryRow> rows, std::optional<std::size_t> width = {});

/// The rows as a list of JSON objects, `rows` of the verb's answer.
List run_rows(std::span<const SummaryRow> rows);

}  // namespace sweep
