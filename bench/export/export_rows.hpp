#pragma once

#include <string>

#include "bench/reports/flat/flat_rows.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {

/// What a row of a flat export stands for.
enum class RowKind { cells, records };

/// Writes flat rows to a new file, or to the standard output if `out` is empty or "-"; false if the
/// user interrupted it. Throws as OutputTarget.
bool export_rows(FlatFormat format, RowKind kind, const StoredResults& stored,
                 const std::string& out, bool shows_progress);

}  // namespace sweep
