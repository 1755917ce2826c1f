#pragma once

#include <span>

#include "bench/terminal/verb.hpp"

namespace sweep {

/// The program: reads the command line, runs a verb, returns the exit code; errors are single lines
/// on the error stream. The first verb is the default one.
int run_app(std::span<const Verb> verbs, int argc, char** argv);

}  // namespace sweep
