#pragma once

#include <string>

namespace sweep {

/// The digest of this very program file: results promise equal bits for one binary only.
std::string build_id();
std::string compiler_name();
/// The model name of the CPU, "unknown" where the system does not tell.
std::string cpu_name();
/// How many threads this process may run at once.
int available_threads();

}  // namespace sweep
