#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/space/search_space.hpp"
#include "algorithms/text/options.hpp"
#include "bench/experiment/patch.hpp"

namespace sweep {

/// What a sweep file and single parameters say of an experiment.
struct GivenSpace {
  std::optional<SearchSpace> space;
  std::string text;  // one line of YAML, a sweep file that says the same; empty without a space
  std::string method;
  std::string scheduler;  // with its options; empty if the file stops no runs early
  std::optional<std::uint64_t> run_cap;
  bool maximise = false;
  Settings imputation;  // the metric's, as options of wandb-bayes; without those at W&B's default
  std::vector<std::string> warnings;
};

/// Reads the sweep file and the parameters. A parameter given on its own replaces the file's of the
/// same name. Throws SpecError with all that is wrong.
GivenSpace read_space(const ExperimentPatch& said);

Behaviour behaviour_of(const ExperimentPatch& said);

}  // namespace sweep
