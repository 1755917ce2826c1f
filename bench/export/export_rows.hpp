#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "bench/reports/flat/flat_rows.hpp"
#include "bench/session/cell_observer.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {

/// What a row of a flat export stands for.
enum class RowKind { cells, records };

/// Flat rows in a format.
struct RowFormat {
  FlatFormat format = FlatFormat::csv;
  RowKind kind = RowKind::records;
};

/// Names a text of these rows that a spreadsheet would take for a formula; nothing if there is
/// none.
std::optional<std::string> formula_in(RowKind kind, const StoredResults& stored);

/// Writes flat rows until `stop` is true; false if it was stopped.
bool write_rows(const RowFormat& format, const StoredResults& stored, const TakeText& take,
                const std::atomic<bool>& stop, CellObserver& observer);

/// Writes them to a new file, which is not there if it was stopped. Throws as OutputTarget.
bool export_rows(const RowFormat& format, const StoredResults& stored, const std::string& out,
                 const std::atomic<bool>& stop, CellObserver& observer);

}  // namespace sweep
