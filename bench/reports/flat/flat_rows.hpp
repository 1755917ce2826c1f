#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/search_space.hpp"
#include "algorithms/text/value.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// How the rows of a flat export are written: csv_safe is csv whose texts no spreadsheet takes for
/// formulas (safe_csv_text()).
enum class FlatFormat { csv, csv_safe, jsonl };

/// Which member of a family a cell's objective is, where it is one.
struct FamilyLabel {
  std::string family;
  int function = 0;
  int instance = 0;
};

/// What a row says of a cell beside its result.
struct CellLabel {
  std::optional<int> dimension;  // of its objective, where it is known
  std::optional<FamilyLabel> family;
  std::string build;  // a short name
};

/// A column of the flat rows, and what it says.
struct FlatColumn {
  std::string_view name;
  std::string_view meaning;
};
std::span<const FlatColumn> cell_columns();
/// The columns of a record but for those of the parameters: `param.NAME`, native values, empty
/// where the cell's objective has no such parameter.
std::span<const FlatColumn> record_columns();

/// The names of the spaces' parameters, each once, in the order of appearance.
std::vector<std::string> parameter_names(std::span<const SearchSpace> spaces);

/// Takes pieces of the text, whole rows each.
using TakeText = std::function<void(std::string_view)>;

/// Flat rows for pandas: `read_csv`, or `json_normalize` of the lines of JSON, where parameters are
/// a map `param`. Numbers are in the shortest form that reads back the same; reals that are not
/// finite are nan, inf and -inf, in JSON texts as everywhere in this project. In CSV what is
/// missing is empty; texts with commas, quotes or line breaks stand in quotes (RFC 4180), and lists
/// as JSON.
///
/// The first line of a CSV file; nothing in JSON lines.
std::string cell_header(FlatFormat format);
std::string record_header(FlatFormat format, std::span<const std::string> parameters);

/// One row.
std::string cell_row(FlatFormat format, const CellResult& result, const CellLabel& label);

/// A row for each record of a cell, whose objective has this space.
void write_records(FlatFormat format, const CellResult& result, const SearchSpace& space,
                   std::span<const std::string> parameters, const TakeText& take);

}  // namespace sweep
