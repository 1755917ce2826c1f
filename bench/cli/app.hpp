#pragma once

namespace sweep {

/// The program: reads the command line, runs a verb, returns the exit code. 0 done, 1 failed while
/// running, 2 bad input, 130 interrupted; errors are single lines on the error stream.
int run_app(int argc, char** argv);

}  // namespace sweep
