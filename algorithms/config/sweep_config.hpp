#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/config/text_file.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/early_terminate.hpp"
#include "algorithms/space/impute.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

struct Node;

/// What a sweep improves.
struct Metric {
  std::string name;
  bool maximise = false;
  std::optional<double> target;  // the sweep ends once a run reaches it
  Impute impute = Impute::worst;
  std::optional<Impute> impute_while_running;  // nothing: running runs are not imputed
};

/// A sweep file that was read and checked.
struct SweepConfig {
  std::string method;  // grid, random, bayes or custom; empty if nobody needs it
  /// Nothing if scheduler.search_space stands for it, or nobody needs it.
  std::optional<SearchSpace> space;
  std::optional<Metric> metric;
  std::vector<Metric> metrics;  // of a custom method: two or more, instead of `metric`
  std::optional<EarlyTerminate> early_terminate;
  std::optional<std::uint64_t> run_cap;
  Value document;  // the whole file, with what only matters to W&B's servers

  std::vector<Diagnostic> warnings;
  /// What W&B accepts in a file but fails at when it is asked for a run, or which runs to stop.
  /// Only as W&B: corrected, these are errors.
  std::vector<Diagnostic> next_errors;
  std::vector<Diagnostic> stop_errors;
};

/// What a sweep file is read for.
///
/// validate     all of it; as W&B, what W&B's check of new sweeps takes.
/// whole_sweep  all of it; as W&B, what its engine takes when nobody has checked the file.
/// next_run     the next runs: early_terminate is not needed.
/// stop_runs    which runs to stop: neither method nor parameters are needed, the metric is.
///
/// As W&B, the last three take what its engine takes, and warn of what its check complains of.
/// Corrected, a file is refused for what is needed and wrong, and else warned of.
enum class SweepUse { validate, whole_sweep, next_run, stop_runs };

/// How a sweep file is to be read.
struct ReadOptions {
  std::string file_name = "sweep file";  // in messages; a JSON file ends in .json
  Behaviour behaviour = Behaviour::corrected;
  bool parameters_only_allowed = false;  // a file without `method` is a bare parameters section
  SweepUse use = SweepUse::validate;
};

/// Reads a W&B sweep file, YAML or JSON. Throws ConfigError with all that is wrong with it.
///
/// As W&B, a file is accepted or refused exactly as the reference does it for that use, whether it
/// explains or crashes (integers that fit no 64 bits, tags and the limits on size aside).
/// A bare parameters section is not held against the checks that W&B makes for whole files.
SweepConfig read_sweep(std::string_view text, const ReadOptions& options = {});

/// Reads a sweep from a document that is parsed already, as a part of another file.
SweepConfig read_sweep_node(Node document, const ReadOptions& options = {});

/// Reads the sweep of a file, "-" for standard input. `options.file_name` is not used.
SweepConfig read_sweep_file(const std::string& path, ReadOptions options = {});

/// One parameter as a flag gives it: `x={min: 0.01, max: 0.1}`. Throws SpecError.
/// A nested parameter becomes several.
std::vector<Parameter> read_parameter(std::string_view text,
                                      Behaviour behaviour = Behaviour::corrected);

}  // namespace sweep
