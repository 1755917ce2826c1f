#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace sweep {

/// What the program does once the command line is understood; returns the exit code.
using Action = std::function<int()>;

/// A word of the command line. `add` gives it its flags and returns its action.
struct Verb {
  std::string_view name;
  std::string_view summary;
  Action (*add)(CLI::App& app);
};

/// Every verb there is. The first is the default one.
std::span<const Verb> verbs();

Action add_eval(CLI::App& app);
Action add_list(CLI::App& app);
Action add_next(CLI::App& app);
Action add_run(CLI::App& app);
Action add_space(CLI::App& app);
Action add_verify(CLI::App& app);

}  // namespace sweep
