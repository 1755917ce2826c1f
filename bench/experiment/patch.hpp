#pragma once

#include <optional>
#include <string>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/config/node.hpp"

namespace sweep {

/// A value as text, and where the experiment file has it; line 0 if a flag gave it.
struct GivenText {
  std::string text;
  Mark mark;
};

/// What was said of an experiment, by a file or on the command line: texts, not yet looked at, and
/// empty where nothing was said. Which key goes where, experiment_keys() tells.
struct ExperimentPatch {
  std::vector<GivenText> methods;
  std::vector<GivenText> objectives;
  GivenText config;                        // path of a sweep file
  std::vector<std::string> parameters;     // "x={min: 0.01, max: 0.1}"
  std::optional<Node> config_in_file;      // a sweep file written in place
  std::optional<Node> parameters_in_file;  // a `parameters:` section
  std::optional<bool> wandb_compat;
  GivenText trials;
  GivenText budget;
  GivenText workers;
  GivenText seeds;
  std::vector<GivenText> settings;  // "grid.levels=10"
  GivenText threads;
  GivenText record;
  GivenText out;
  std::string file_name;            // of the experiment file, as messages call it
  std::vector<Diagnostic> misfits;  // entries of the file that say nothing of an experiment
};

}  // namespace sweep
