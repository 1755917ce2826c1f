#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/experiment/experiment.hpp"
#include "bench/experiment/patch.hpp"

namespace sweep {

/// An experiment as it was read, and what was said beside it.
struct ParsedExperiment {
  Experiment experiment;
  std::optional<int> threads;         // nothing: as many as the process may run at once
  std::string out;                    // the store's path; empty if nothing is to be kept
  std::vector<std::string> warnings;  // one line each
  std::vector<std::string> notes;     // what is to be said beside the results
};

/// The experiment of a file's text, with what `patch` says in the place of what the text says under
/// the same keys. `name` is what messages call the text. The inverse of to_text(experiment), but
/// for the order of lists. Throws ConfigError for a text that is no experiment file, and SpecError
/// with all that is wrong with it, a line each, with its place.
ParsedExperiment parse_experiment(const std::string& text, const std::string& name,
                                  const ExperimentPatch& patch = {});

/// The experiment of a file, or of the standard input for "-"; of the patch alone without a path.
/// Reads and throws as parse_experiment().
ParsedExperiment read_experiment(const std::string& path, const ExperimentPatch& patch);

}  // namespace sweep
