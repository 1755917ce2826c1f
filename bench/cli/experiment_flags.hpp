#pragma once

#include <string>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "bench/cli/space_flags.hpp"
#include "bench/experiment/experiment.hpp"

namespace sweep {

class Flags;

/// A value as text, and where the experiment file has it; line 0 if a flag gave it.
struct GivenText {
  std::string text;
  Mark mark;
};

/// The flags that describe an experiment, as text; empty where they were not given. An experiment
/// file says the same with the same names, and flags win over it.
struct ExperimentFlags {
  std::string file;
  std::vector<GivenText> methods;
  std::vector<GivenText> objectives;
  SpaceFlags space;
  GivenText trials;
  GivenText budget;
  GivenText workers;
  GivenText seeds;
  GivenText threads;
  std::vector<GivenText> settings;
  GivenText record;
  std::string out;
  std::vector<Diagnostic> misfits;  // entries of the file that say nothing of an experiment
};

/// The flags that decide the result.
void add_result_flags(Flags& flags, ExperimentFlags& given);

/// The same, and those that say how to get there and what to keep: --threads and --record.
void add_experiment_flags(Flags& flags, ExperimentFlags& given);

/// Adds what the experiment file says where a flag says nothing; `--set` and `--param` win entry by
/// entry. Entries that do not fit become misfits. Throws ConfigError for a file that cannot be
/// read.
void merge_experiment_file(ExperimentFlags& flags);

/// The same for a text that is there already; `flags.file` is its name in messages.
void merge_experiment_text(ExperimentFlags& flags, const std::string& text);

/// The experiment that the flags describe. Throws SpecError with all that is wrong with it.
Experiment to_experiment(const ExperimentFlags& flags);

/// The number of threads asked for, or as many as this process may run at once.
int threads_of(const ExperimentFlags& flags);

}  // namespace sweep
