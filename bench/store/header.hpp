#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/results/objective_info.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"
#include "bench/store/database.hpp"

namespace sweep {

/// What experiment a store is of.
struct StoreHeader {
  std::string experiment_text;  // the whole experiment, as it may be given again
  std::string experiment_hash;  // of the part that decides the results
  RecordLevel record = RecordLevel::best;
  std::optional<std::uint64_t> cells;  // of the whole experiment; nothing if that is not known
  bool in_order = false;               // known: trials end in the order of their numbers
};

/// What a run tells the store that it writes: its experiment, what that minimises, and itself.
struct StoreContents {
  StoreHeader header;
  std::vector<ObjectiveInfo> objectives;
  Provenance provenance;
};

/// Which cells may stand beside those of this run. Results of two builds, or on two CPUs, are not
/// the same bit for bit.
enum class Builds { same, any };

namespace detail {

/// Makes the tables of an empty file and writes the header and the objectives.
void create_tables(Database& database, const StoreContents& contents);

/// Refuses with a SpecError a store of another experiment or record level, or, unless it may be of
/// any, with cells of another build or CPU.
void check_contents(Database& database, const StoreContents& contents, Builds builds);

/// Each refuses with a SpecError what is damaged.
StoreHeader read_header(Database& database);
std::vector<ObjectiveInfo> read_objectives(Database& database);  // by id, as are the provenances
std::vector<Provenance> read_provenances(Database& database);

/// The id of the row, which is added, and the store's seal renewed, if it is not there. An
/// objective that nobody described has a name and no more.
std::int64_t objective_id(Database& database, const std::string& name);
std::int64_t provenance_id(Database& database, const Provenance& provenance);

/// Writes the checksums of the experiment, all objectives and provenances anew, as a migration has
/// left them.
void seal_header(Database& database);

}  // namespace detail
}  // namespace sweep
