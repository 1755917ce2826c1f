#pragma once

#include <string>

#include "bench/results/record.hpp"
#include "bench/store/database.hpp"

namespace sweep {

/// What a store holds and what made it. Results of two stores are comparable bit for bit only if
/// the experiment, the build and the CPU are the same.
struct StoreHeader {
  std::string experiment_text;  // the whole experiment, as it may be given again
  std::string experiment_hash;  // of the part that decides the results
  std::string build_id;
  std::string compiler;
  std::string cpu;
  std::string version;
  RecordLevel record = RecordLevel::best;
};

namespace detail {

/// Makes the tables of an empty file and writes the header, or refuses with a SpecError a file that
/// is no store, is damaged, or belongs to another experiment, build, CPU or record level. Call
/// within a transaction.
void create_or_check(Database& database, const StoreHeader& header);

/// Refuses with a SpecError what is no store that this version can read.
StoreHeader read_header(Database& database);

}  // namespace detail
}  // namespace sweep
