#pragma once

#include <string>

#include "bench/experiment/parse_experiment.hpp"

namespace sweep {

class Flags;

/// The words of the command line that describe an experiment: its file, and what wins over it. They
/// stand here, the one place where the terminal knows the experiment, because a flag is a word of
/// the command line; what each key takes, and its help, is told by experiment_keys().
struct ExperimentFlags {
  std::string file;
  ExperimentPatch patch;
};

/// The flags that give a space to an expression.
void add_space_flags(Flags& flags, ExperimentPatch& given);

/// The experiment file, and the flags that decide the result.
void add_result_flags(Flags& flags, ExperimentFlags& given);

/// The flags of add_result_flags(), and those that say how to get there and what to keep.
void add_experiment_flags(Flags& flags, ExperimentFlags& given);

/// The experiment that they describe; its warnings are printed. Throws as read_experiment.
ParsedExperiment experiment_of(const ExperimentFlags& given);

}  // namespace sweep
