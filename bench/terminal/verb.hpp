#pragma once

#include <functional>
#include <string_view>

#include "bench/terminal/exit_code.hpp"

namespace sweep {

class Flags;

/// What the program does once the command line is understood; returns the exit code.
using Action = std::function<ExitCode()>;

/// A word of the command line. `add` gives it its flags and returns its action.
struct Verb {
  std::string_view name;
  std::string_view summary;
  Action (*add)(Flags& flags);
};

}  // namespace sweep
