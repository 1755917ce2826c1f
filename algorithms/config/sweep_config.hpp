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
  std::string method;  // grid, random, bayes or custom; empty for a bare parameters section
  std::optional<SearchSpace> space;  // nothing only if scheduler.search_space stands for it
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

/// How a sweep file is to be read.
struct ReadOptions {
  std::string file_name = "sweep file";  // in messages; a JSON file ends in .json
  Behaviour behaviour = Behaviour::corrected;
  bool parameters_only_allowed = false;  // a file without `method` is a bare parameters section
  /// Takes a file as W&B's engine does when nobody has validated it and it is asked for runs, or
  /// which to stop: mistakes that it does not look at pass. Only as W&B.
  bool is_unvalidated = false;
};

/// Reads a W&B sweep file, YAML or JSON. Throws ConfigError with all that is wrong with it.
///
/// As W&B, a file is accepted or refused exactly as the reference engine does it, whether it
/// explains or crashes (integers that fit no 64 bits, tags and the limits on size aside).
/// A bare parameters section is then not held against the checks that W&B makes for whole files:
/// the old kinds (log_uniform with exponents as limits) build.
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
