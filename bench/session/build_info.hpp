#pragma once

#include <string>

namespace sweep {

/// The digest of a program file and of the C library's version, whose logarithm the results
/// depend on: equal bits are promised for one pair of them only.
std::string program_id(const std::string& path);
/// The id of this very program.
std::string build_id();
/// The time now, "2026-01-31T12:00:00Z".
std::string utc_time();
std::string compiler_name();
/// The model name of the CPU, or what an ARM core calls itself; "unknown" where the system does not
/// tell.
std::string cpu_name();
/// How many threads this process may run at once.
int available_threads();

}  // namespace sweep
