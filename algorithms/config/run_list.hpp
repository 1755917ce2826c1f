#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// The states of a run at W&B.
enum class RunState { pending, running, finished, killed, crashed, failed, preempted, preempting };

std::string_view to_text(RunState state);
/// True if the run has ended: finished, killed, crashed or failed.
bool is_terminal(RunState state);

/// A run of a sweep as W&B exports it.
struct Run {
  std::string name;                    // empty if it has none
  RunState state = RunState::pending;  // also if none is given
  Map config;                          // see configuration.hpp
  std::vector<Map> history;            // rows of metric name -> value
  std::optional<Map> summary = Map{};  // nothing only if it is null
};

/// Longest list of runs that is read.
inline constexpr std::size_t kMaxRunListBytes = std::size_t{256} << 20;

/// Reads `[{"name": .., "state": .., "config": {..}, "history": [..], "summary": {..}}, ..]` or
/// `{"runs": [..]}`. Other fields are ignored. `sampledHistory` stands for history;
/// `summaryMetrics` and `summary_metrics` for summary. NaN, Infinity and -Infinity without quotes
/// are read, as Python writes them. Throws ConfigError with the position.
std::vector<Run> read_runs(std::string_view text, const std::string& file_name);

/// Reads the runs of a file, "-" for standard input.
std::vector<Run> read_runs_file(const std::string& path);

/// The value of a metric: a finite number. Booleans, texts ("NaN" too), null and integers that
/// fit no 64 bits are none.
std::optional<double> metric_value(const Value& value);

/// The entry of a metric in a row of the history or in the summary; nullptr if there is none.
/// Corrected, `loss.min` also is the "min" in the map that `loss` is.
const Value* find_metric(const Map& row, std::string_view metric, Behaviour behaviour);

/// The valid values of a metric, row by row; rows without one are skipped.
std::vector<double> valid_history(const Run& run, std::string_view metric,
                                  Behaviour behaviour = Behaviour::corrected);

/// The least (or, to maximise, the greatest) valid value over history and summary, if there is
/// one. As W&B, a summary of null hides the history.
std::optional<double> best_value(const Run& run, std::string_view metric, bool maximise,
                                 Behaviour behaviour = Behaviour::corrected);

}  // namespace sweep
