#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/config/node.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

class Flags;

/// The part of an experiment file that gives a space, with its places in the file.
struct SpaceInFile {
  std::string file_name;
  std::optional<Node> config;      // a sweep file written in place
  std::optional<Node> parameters;  // a `parameters:` section
};

/// The flags that give a space to an expression, as text.
struct SpaceFlags {
  std::string config;                   // path of a sweep file
  std::vector<std::string> parameters;  // "x={min: 0.01, max: 0.1}"
  std::optional<bool> wandb_compat;
  SpaceInFile in_file;
};

/// What a sweep file and parameters on the command line say of an experiment.
struct GivenSpace {
  std::optional<SearchSpace> space;
  std::string text;  // one line of YAML, a sweep file that says the same; empty without a space
  std::string method;
  std::string scheduler;  // with its options; empty if the file stops no runs early
  std::optional<std::uint64_t> run_cap;
  bool maximise = false;
  Settings imputation;  // the metric's, as options of wandb-bayes; without those at W&B's default
};

void add_space_flags(Flags& flags, SpaceFlags& given);

/// Reads the files and flags. A parameter of a flag replaces the file's of the same name. Throws
/// SpecError with all that is wrong.
GivenSpace read_space(const SpaceFlags& flags);

Behaviour behaviour_of(bool is_wandb_compat);
Behaviour behaviour_of(const SpaceFlags& flags);

}  // namespace sweep
