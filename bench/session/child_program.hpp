#pragma once

#include <atomic>
#include <string>
#include <vector>

namespace sweep {

/// How a program ended that was waited for.
struct ChildEnd {
  int exit_code = 0;       // 128 + the signal if it was killed by one
  double cpu_seconds = 0;  // of user and system, in all its threads
};

/// Thrown where a child was ended because its user asked for it.
struct ChildInterrupted {};

/// Runs a program, its words after its path, to its end. Its standard input is empty, its output is
/// dropped, its errors go to a file. Throws SpecError for one that cannot be started. Once
/// `interrupted` is true the child is asked to end, too, and ChildInterrupted is thrown when it
/// has.
ChildEnd run_child(const std::vector<std::string>& words, const std::string& errors,
                   const std::atomic<bool>& interrupted);

/// The path of this very program.
std::string own_program();

}  // namespace sweep
