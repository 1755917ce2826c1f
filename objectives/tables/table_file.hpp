#pragma once

#include <string>
#include <string_view>

#include "objectives/objective.hpp"

namespace sweep {

/// An objective of the texts of a sweep file and of a table, which messages call by these names.
/// Throws ConfigError for a mistake in either, and for a metric to maximise: a table holds losses.
Objective make_tabular(std::string_view sweep_text, const std::string& sweep_name,
                       std::string_view table_bytes, const std::string& table_name);

/// The sweep file beside a table: runs.csv.gz and runs.csv have runs.yaml.
std::string sweep_file_beside(const std::string& table_path);

/// The objective of the table at `path`, with the space of the sweep file beside it. Throws
/// ConfigError for a file that cannot be read, or as make_tabular does.
Objective read_tabular(const std::string& path);

}  // namespace sweep
