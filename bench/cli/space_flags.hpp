#pragma once

#include <optional>
#include <string>
#include <vector>

#include "algorithms/space/search_space.hpp"

namespace CLI {
class App;
}

namespace sweep {

/// The flags that give a space to an expression, as text.
struct SpaceFlags {
  std::string config;                   // path of a sweep file
  std::string config_text;              // a sweep file as JSON, from within an experiment file
  std::vector<std::string> parameters;  // "x={min: 0.01, max: 0.1}"
  bool wandb_compat = false;
};

/// What a sweep file and parameters on the command line say of an experiment.
struct GivenSpace {
  std::optional<SearchSpace> space;
  std::string text;  // as JSON, a sweep file that says the same; empty without a space
  std::string method;
  std::optional<std::uint64_t> run_cap;
  bool maximise = false;
};

void add_space_flags(CLI::App& app, SpaceFlags& flags);

/// Reads the files and flags. A parameter of a flag replaces the file's of the same name. Throws
/// ConfigError.
GivenSpace read_space(const SpaceFlags& flags);

Behaviour behaviour_of(const SpaceFlags& flags);

}  // namespace sweep
