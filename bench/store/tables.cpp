#include "bench/store/tables.hpp"

namespace sweep::detail {
namespace {

constexpr OwnColumn kExperimentOwn[] = {
    {"id", "INTEGER PRIMARY KEY CHECK (id = 1)", "a store has one experiment"},
    {"checksum", "TEXT NOT NULL", "of the row"},
};
constexpr Column<StoreHeader> kExperiment[] = {
    column<&StoreHeader::experiment_text>("text", "the experiment as a file; it may be run again"),
    column<&StoreHeader::experiment_hash>("hash", "of what decides its results"),
    column<&StoreHeader::record>("record_level", "what is kept: best, trials or steps"),
    column<&StoreHeader::cells>("cells", "how many there are once it is finished"),
    column<&StoreHeader::in_order>("in_order", "1: trials end in the order of their numbers",
                                   Presence::if_known),
};

constexpr OwnColumn kObjectiveOwn[] = {
    {"id", "INTEGER PRIMARY KEY", "cell.objective"},
    {"checksum", "TEXT NOT NULL", "of the row"},
};
constexpr auto kIfKnown = Presence::if_known;
constexpr Column<ObjectiveInfo> kObjective[] = {
    column<&ObjectiveInfo::name>("name", "its one text"),
    column<&ObjectiveInfo::space>("space", "its parameters as a line of YAML; empty: not known",
                                  kIfKnown),
    column<&ObjectiveInfo::dimension>("dimension", "parameters that are no constants"),
    column<&ObjectiveInfo::max_step>("max_step", "length of its learning curve", kIfKnown),
    column<&ObjectiveInfo::optimum>("optimum", "lowest loss without noise, where it is known"),
    column<&ObjectiveInfo::is_noisy>("is_noisy", "1: a loss may be another than without noise"),
    column<&ObjectiveInfo::family>("family", "bbob; empty if it is of none", kIfKnown),
    column<&ObjectiveInfo::function>("function", "number in the family", kIfKnown),
    column<&ObjectiveInfo::instance>("instance", "number in the family", kIfKnown),
    column<&ObjectiveInfo::function_name>("function_name", "the same in any dimension", kIfKnown),
    column<&ObjectiveInfo::group>("function_group", "of alike functions of the family", kIfKnown),
    column<&ObjectiveInfo::options>("options", "that change a member of a family", kIfKnown),
    column<&ObjectiveInfo::layout, &OutcomeLayout::objectives>(
        "objectives", "numbers of an outcome that are minimised; the first is the loss", kIfKnown),
    column<&ObjectiveInfo::layout, &OutcomeLayout::constraints>(
        "constraints", "numbers after them, which are met at or below 0", kIfKnown),
};

constexpr OwnColumn kProvenanceOwn[] = {
    {"id", "INTEGER PRIMARY KEY", "cell.provenance; from 1"},
    {"checksum", "TEXT NOT NULL", "of the row"},
};
constexpr Column<Provenance> kProvenance[] = {
    column<&Provenance::build_id>("build_id", "digest of the program and the C library"),
    column<&Provenance::compiler>("compiler", "that built it"),
    column<&Provenance::cpu>("cpu", "model"),
    column<&Provenance::version>("version", "of sweep-bench"),
    column<&Provenance::host>("host", "name of the machine; empty: not known"),
    column<&Provenance::time>("time", "UTC, when the run began; empty: not known"),
};

constexpr OwnColumn kCellOwn[] = {
    {"id", "INTEGER PRIMARY KEY", "record.cell and timing.cell"},
    {"objective", "INTEGER NOT NULL REFERENCES objective (id)", "what was minimised"},
    {"provenance", "INTEGER NOT NULL REFERENCES provenance (id)", "what computed it"},
    {"records", "TEXT NOT NULL", "digest of its rows in record, in order"},
    {"checksum", "TEXT NOT NULL", "of the row and its timing"},
};
constexpr Column<CellResult> kCell[] = {
    column<&CellResult::cell, &Cell::method>("method", "as the experiment names it"),
    column<&CellResult::method_key>("method_key", "with all its options; empty: not known"),
    column<&CellResult::cell, &Cell::seed>("seed", "signed, of the same 64 bits"),
    column<&CellResult::trials>("trials", "points evaluated"),
    column<&CellResult::failed>("failed", "trials without a loss"),
    column<&CellResult::duplicates>("duplicates", "points proposed before; NULL: not counted"),
    column<&CellResult::fallbacks>("fallbacks", "points drawn at random instead of by a model"),
    column<&CellResult::exhausted>("exhausted", "1: the searcher had nothing left to try"),
    column<&CellResult::best_loss>("best_loss", "as observed, of full length; NULL: none"),
    column<&CellResult::incumbent_loss>("incumbent_loss", "without noise, of that trial's point"),
    column<&CellResult::optimum>("optimum", "of the objective, where it is known"),
    column<&CellResult::digest>("digest", "stands for every trial"),
    column<&CellResult::use, &ClusterUse::seconds>("seconds", "virtual, to the last event"),
    column<&CellResult::use, &ClusterUse::worker_seconds>("worker_seconds",
                                                          "virtual, that workers were busy"),
    column<&CellResult::use, &ClusterUse::steps>("steps", "taken by all trials"),
    column<&CellResult::use, &ClusterUse::full_steps>("full_steps", "without a scheduler"),
    column<&CellResult::use, &ClusterUse::stopped>("stopped", "trials that a scheduler stopped"),
    column<&CellResult::use, &ClusterUse::best_stopped>(
        "best_stopped", "of the three that would have ended best; NULL: not known"),
    column<&CellResult::failure>("failure", "why the searcher broke; empty if it did not"),
};

constexpr OwnColumn kRecordOwn[] = {
    {"cell", "INTEGER NOT NULL", "cell.id"},
    {"position", "INTEGER NOT NULL", "in the order of reporting, from 0"},
    {"point", "BLOB NOT NULL", "native values: little-endian doubles, a category's index"},
};
constexpr Column<Record> kRecord[] = {
    column<&Record::trial>("trial", "from 0, in the order of asking"),
    column<&Record::step>("step", "after which the loss was reported, from 1"),
    column<&Record::loss>("loss", "as observed; NULL: it failed"),
    column<&Record::state>("state", "0 running, 1 completed, 2 stopped, 3 failed"),
    column<&Record::seconds>("seconds", "virtual, when the trial ended"),
    column<&Record::exact>("exact", "loss without noise; NULL: not known"),
    column<&Record::steps>("steps", "of all trials, when the trial ended; 0: not known"),
};

constexpr OwnColumn kTimingOwn[] = {{"cell", "INTEGER PRIMARY KEY", "cell.id"}};
constexpr Column<Timing> kTiming[] = {
    column<&Timing::searcher_seconds>("searcher_seconds", "wall clock, of all suggestions"),
    column<&Timing::cell_seconds>("cell_seconds", "wall clock, of the whole cell"),
    column<&Timing::suggest>("suggest", "histogram of nanoseconds per suggestion"),
};

constexpr OwnColumn kSealOwn[] = {
    {"id", "INTEGER PRIMARY KEY CHECK (id = 1)", "a store has one seal"},
};
constexpr Column<Seal> kSeal[] = {
    column<&Seal::rows>("rows", "digest of all checksums: no row is lost, none is there twice"),
};

constexpr Table<StoreHeader> kExperimentTable{"experiment", "what the cells are of", kExperimentOwn,
                                              kExperiment, ""};
constexpr Table<ObjectiveInfo> kObjectiveTable{"objective", "what the experiment minimises",
                                               kObjectiveOwn, kObjective, "UNIQUE (name)"};
constexpr Table<Provenance> kProvenanceTable{"provenance", "what computed cells", kProvenanceOwn,
                                             kProvenance, ""};
constexpr Table<CellResult> kCellTable{"cell", "a method on an objective with a seed", kCellOwn,
                                       kCell, "UNIQUE (method, objective, seed)"};
constexpr Table<Record> kRecordTable{
    "record", "what trials reported",         kRecordOwn,
    kRecord,  "PRIMARY KEY (cell, position)", "STRICT, WITHOUT ROWID"};
constexpr Table<Timing> kTimingTable{"timing", "wall clock, which is no result", kTimingOwn,
                                     kTiming, ""};
constexpr Table<Seal> kSealTable{"seal", "what is there", kSealOwn, kSeal, ""};

}  // namespace

const Table<StoreHeader>& experiment_table() { return kExperimentTable; }
const Table<ObjectiveInfo>& objective_table() { return kObjectiveTable; }
const Table<Provenance>& provenance_table() { return kProvenanceTable; }
const Table<CellResult>& cell_table() { return kCellTable; }
const Table<Record>& record_table() { return kRecordTable; }
const Table<Timing>& timing_table() { return kTimingTable; }
const Table<Seal>& seal_table() { return kSealTable; }

std::string tables_sql() {
  return create_sql(kExperimentTable) + create_sql(kObjectiveTable) + create_sql(kProvenanceTable) +
         create_sql(kCellTable) + create_sql(kRecordTable) + create_sql(kTimingTable) +
         create_sql(kSealTable);
}

}  // namespace sweep::detail
