#pragma once

#include "bench/export/log_groups.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {

/// Writes the folder of a log format at a new path; false if the user interrupted it, and then
/// nothing is there. Throws SpecError if none of the cells can be in it, as logged_run(), and as
/// OutputTarget. Says in a warning how many cells are left out.
bool export_logs(LogFormat format, const StoredResults& stored, const std::string& out,
                 bool shows_progress);

}  // namespace sweep
