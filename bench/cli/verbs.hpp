#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace sweep {

class Flags;

/// What the program does once the command line is understood; returns the exit code.
using Action = std::function<int()>;

/// A word of the command line. `add` gives it its flags and returns its action.
struct Verb {
  std::string_view name;
  std::string_view summary;
  Action (*add)(Flags& flags);
};

/// Every verb there is. The first is the default one.
std::span<const Verb> verbs();

Action add_audit(Flags& flags);
Action add_eval(Flags& flags);
Action add_export(Flags& flags);
Action add_list(Flags& flags);
Action add_next(Flags& flags);
Action add_posterior(Flags& flags);
Action add_report(Flags& flags);
Action add_run(Flags& flags);
Action add_space(Flags& flags);
Action add_stop(Flags& flags);
Action add_verify(Flags& flags);

}  // namespace sweep
