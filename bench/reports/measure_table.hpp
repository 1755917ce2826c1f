#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/text/value.hpp"

namespace sweep {

/// A number or text as a table shows it, and as JSON has it.
struct Shown {
  std::string text;
  Value value;
};

Shown shown(std::string text);
Shown shown(std::size_t count);
/// With four significant digits in the text.
Shown shown(double number);
Shown shown_missing();  // "-", null

/// What a column is called, and its key in JSON.
struct MeasureColumn {
  std::string heading;
  std::string key;
  bool is_listed = false;  // JSON has one list of all columns of this key
};

/// What one measure says of the data sets: rows that are as long as the columns are many.
struct MeasureTable {
  std::vector<MeasureColumn> columns;
  std::size_t text_columns = 0;  // the first ones, which stand left
  std::vector<std::vector<Shown>> rows;
};

std::string to_text(const MeasureTable& table);
/// A table of GitHub's Markdown.
std::string to_markdown(const MeasureTable& table);
/// A map for each row.
List to_list(const MeasureTable& table);

}  // namespace sweep
