#pragma once

#include <span>
#include <string_view>

#include "objectives/objective.hpp"

namespace sweep {

/// A table of objectives/data, as the build put it into the library.
struct EmbeddedTable {
  std::string_view name;     // "tabular/digits-mlp"
  std::string_view summary;  // the description of its sweep file
  std::string_view sweep_file;
  std::string_view table;  // packed with gzip
};

/// Sorted by name.
std::span<const EmbeddedTable> embedded_tables();

/// The objective of a table that there is. It is read once, when it is first asked for, and shared
/// by everyone who asks. Safe on all threads.
Objective embedded_objective(std::string_view name);

}  // namespace sweep
