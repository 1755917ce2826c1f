#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "bench/export/log_groups.hpp"
#include "bench/session/cell_observer.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {

/// What became of an export.
struct LogExport {
  bool is_complete = false;           // if not, it was stopped, and nothing is there
  std::vector<std::string> warnings;  // how many cells are left out, and why
};

/// Writes the folder of a log format at a new path, until `stop` is true. Throws SpecError if none
/// of the cells can be in it, as logged_run(), and as OutputTarget.
LogExport export_logs(LogFormat format, const StoredResults& stored, const std::string& out,
                      const std::atomic<bool>& stop, CellObserver& observer);

}  // namespace sweep
