#pragma once

#include <string>
#include <vector>

namespace sweep {

/// How a program ended that was waited for.
struct ChildEnd {
  int exit_code = 0;       // 128 + the signal if it was killed by one
  double cpu_seconds = 0;  // of user and system, in all its threads
};

/// Runs a program, its words after its path, to its end. Its standard input is empty, its output is
/// dropped, its errors go where `errors` says, or to ours if that is empty. Throws SpecError for
/// one that cannot be started.
ChildEnd run_child(const std::vector<std::string>& words, const std::string& errors = "");

/// The path of this very program.
std::string own_program();

}  // namespace sweep
