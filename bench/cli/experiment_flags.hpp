#pragma once

#include <string>
#include <vector>

#include "bench/cli/space_flags.hpp"
#include "bench/run/experiment.hpp"

namespace CLI {
class App;
}

namespace sweep {

/// The flags that describe an experiment, as text; empty where they were not given. An experiment
/// file says the same with the same names, and flags win over it.
struct ExperimentFlags {
  std::string file;
  std::vector<std::string> methods;
  std::vector<std::string> objectives;
  SpaceFlags space;
  std::string trials;
  std::string seeds;
  std::string threads;
  std::vector<std::string> settings;
  std::string record;
  std::string out;
};

void add_experiment_flags(CLI::App& app, ExperimentFlags& flags);

/// Adds what the experiment file says where a flag says nothing. Throws ConfigError for a file
/// that cannot be read, unknown keys, values of the wrong type.
void merge_experiment_file(ExperimentFlags& flags);

/// The experiment that the flags describe. Throws SpecError for what is out of range.
Experiment to_experiment(const ExperimentFlags& flags);

/// The number of threads asked for, or as many as this process may run at once.
int threads_of(const ExperimentFlags& flags);

}  // namespace sweep
