#pragma once

#include <string>

#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// The candidate's medians in Bencher's metric format: {"PROBLEM": {"regret": {"value",
/// "lower_value", "upper_value"}}}. Medians that are not finite are left out: its numbers are.
std::string bencher_json(const GateVerdict& verdict);

/// The candidate's medians as Apache Otava reads them: a header with time, build and a column for
/// each problem, and a row. Files grow by rows with the same header. Throws SpecError for a median
/// that is not finite: a row must have a number in each column.
struct OtavaTable {
  std::string header;
  std::string row;
};
OtavaTable otava_table(const GateVerdict& verdict);

}  // namespace sweep
