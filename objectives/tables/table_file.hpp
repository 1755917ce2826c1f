#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "algorithms/text/option_kinds.hpp"
#include "algorithms/text/options.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// An objective of the texts of a sweep file and of a table, which messages call by these names.
/// Throws ConfigError for a mistake in either, and for a metric to maximise: a table holds losses.
Objective make_tabular(std::string_view sweep_text, const std::string& sweep_name,
                       std::string_view table_bytes, const std::string& table_name);

/// The sweep file beside a table: runs.csv.gz and runs.csv have runs.yaml.
std::string sweep_file_beside(const std::string& table_path);

/// Training runs of one's own: the table at the path `file`, with the space of the sweep file
/// beside it.
struct TableFile {
  static constexpr std::string_view kName = "tabular";
  static constexpr std::string_view kSummary =
      "training runs of yours, looked up by the nearest point";
  static constexpr std::string_view kSource = "objectives/README.md";

  struct Options {
    Path file;

    static constexpr auto fields() {
      return std::tuple{
          Field{"file", &Options::file, 0, 0, "table (CSV, gzip or not), its space beside it"}};
    }
  };
  /// Throws SpecError without a file, ConfigError for one that cannot be read, or as make_tabular
  /// does.
  static Objective make(const Options& options);
};

}  // namespace sweep
