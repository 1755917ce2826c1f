#pragma once

#include <memory>
#include <string>

#include "bench/store/database.hpp"

namespace sweep::detail {

/// The store that another process is writing, as it was at one moment: the file and its journal are
/// copied as bytes, without a lock, so that the writer never waits and never fails. Returns the
/// copy, which is gone with its connection and which messages call by the store's path.
///
/// Copied is the file first, then its journal (SQLite's WAL). The writer only appends to the
/// journal, and moves what is in it to the file, until it begins the journal anew under another
/// salt; so as long as the salt is the same before and after, whatever was torn while the file was
/// copied stands whole in the journal, and a torn end of the journal is no committed cell. Where
/// the salt is another one, or a transaction of another kind is under way, everything is copied
/// again, within `wait_ms`. Then StoreBusy is thrown. SQLite file format, section 4,
/// https://www.sqlite.org/fileformat2.html#walformat.
std::unique_ptr<Database> snapshot_of(const std::string& path, int wait_ms);

}  // namespace sweep::detail
