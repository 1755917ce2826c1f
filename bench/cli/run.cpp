#include <fmt/format.h>

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/cli/brackets_text.hpp"
#include "bench/cli/experiment_flags.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/reports/run_overview.hpp"
#include "bench/reports/run_report.hpp"
#include "bench/results/digest.hpp"
#include "bench/run/runner.hpp"
#include "bench/session/store_contents.hpp"
#include "bench/session/store_upgrade.hpp"
#include "bench/store/store.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/progress.hpp"

namespace sweep {
namespace {

struct RunFlags {
  ExperimentFlags experiment;
  bool quiet = false;
  bool no_progress = false;
  bool json = false;
  bool all_rows = false;
  bool explain = false;
};

/// The results of an experiment, each in the place of its cell.
class Results {
 public:
  explicit Results(std::size_t cells) : results_(cells), is_there_(cells) {}

  void put(std::size_t index, CellResult&& result) {
    finished_ += is_there_[index] ? 0 : 1;
    is_there_[index] = true;
    // Gone for good: an assignment of nothing would keep their memory.
    std::vector<Record>().swap(result.records);
    std::vector<double>().swap(result.points);
    results_[index] = std::move(result);
  }
  [[nodiscard]] std::size_t finished() const { return finished_; }
  [[nodiscard]] std::span<const CellResult> all() const { return results_; }
  [[nodiscard]] std::vector<std::size_t> missing() const {
    std::vector<std::size_t> indices;
    indices.reserve(results_.size() - finished_);
    for (std::size_t i = 0; i < results_.size(); ++i) {
      if (!is_there_[i]) indices.push_back(i);
    }
    return indices;
  }

 private:
  std::vector<CellResult> results_;
  std::vector<bool> is_there_;
  std::size_t finished_ = 0;
};

void take_stored(const std::string& path, const PreparedExperiment& prepared, const Store& store,
                 Results& results) {
  for (CellResult& result : store.finished()) {
    const auto index = prepared.index_of(result.cell);
    if (!index) {
      throw SpecError(fmt::format(
          "{}: the store is damaged: its cell {}, {}, seed {} is not of this experiment", path,
          result.cell.method, result.cell.objective, result.cell.seed));
    }
    if (!result.is_plain()) {
      store.read_records(result);
      result.trajectory = improvements(result);
    }
    results.put(*index, std::move(result));
  }
}

std::string hash_of(std::span<const CellResult> results) {
  ResultDigest all;
  for (const CellResult& result : results) all.add(result.cell, result.digest);
  return to_hex(all.value());
}

// A table that fits the eye; of a longer one what can be said of each method as a whole.
std::string rows_text(const RunFlags& flags, std::span<const SummaryRow> rows) {
  if (flags.all_rows || rows.size() <= kMostTableRows) return run_table(rows);
  const std::string& out = flags.experiment.out;
  const std::string report =
      out.empty() ? "With --out FILE, `report FILE`" : fmt::format("`report {}`", out);
  return run_overview(rows) +
         fmt::format(
             "\n{} rows, one for each method and objective, are too many to read: --all-rows and "
             "--json print them.\n{} compares the methods; \"lowest on\" counts objectives on "
             "which no other method\nhas a lower median best loss.\n",
             rows.size(), report);
}

void print_result(const RunFlags& flags, const StoreHeader& header,
                  std::span<const CellResult> results) {
  const std::vector<SummaryRow> rows = summarise(results);
  const std::string hash = hash_of(results);
  if (flags.json) {
    print_json(Map{{"experiment_hash", header.experiment_hash},
                   {"result_hash", hash},
                   {"store", flags.experiment.out.empty() ? Value() : Value(flags.experiment.out)},
                   {"rows", run_rows(rows)}});
  } else if (!flags.quiet) {
    print_text(rows_text(flags, rows) + fmt::format("\nresult hash {}\n", hash));
  }
}

// While the experiment was prepared: nothing has run, and no store was opened.
int report_interruption(const RunFlags& flags, std::size_t all) {
  const std::string kept =
      flags.experiment.out.empty() ? "" : fmt::format("; {} is as it was", flags.experiment.out);
  fmt::print(stderr, "interrupted: none of {} cells was begun{}\n", all, kept);
  return kInterrupted;
}

int report_interruption(const RunFlags& flags, std::size_t finished, std::size_t all) {
  const std::string kept =
      flags.experiment.out.empty()
          ? "nothing is kept without --out FILE"
          : fmt::format("they are kept in {}; the same command continues", flags.experiment.out);
  fmt::print(stderr, "interrupted: {} of {} cells finished; {}\n", finished, all, kept);
  return kInterrupted;
}

// Runs the cells that are missing; false if an interruption kept it from that.
bool run_missing(const RunFlags& flags, const PreparedExperiment& prepared,
                 std::optional<Store>& store, Results& results) {
  const std::vector<std::size_t> missing = results.missing();
  const std::atomic<bool>& stop = interrupt_requested();
  ProgressLine progress(missing.size(), !flags.no_progress && !flags.quiet);
  const auto finished = [&](std::size_t index, CellResult&& result) {
    if (store && !store->append(result, stop)) return;
    results.put(index, std::move(result));
    progress.advance();
  };
  run_cells(prepared, missing, threads_of(flags.experiment), stop, finished);
  if (stop && store) store->keep_journal();
  return !stop || results.finished() == prepared.cells().size();
}

int run(RunFlags flags) {
  merge_experiment_file(flags.experiment);
  Experiment experiment = to_experiment(flags.experiment);
  const PreparedExperiment prepared(std::move(experiment), interrupt_requested());
  if (!prepared.is_complete()) return report_interruption(flags, prepared.cells().size());
  if (flags.explain && !flags.quiet && !flags.json) print_text(brackets_text(prepared));
  const StoreContents contents = store_contents(prepared);
  Results results(prepared.cells().size());
  std::optional<Store> store;
  if (!flags.experiment.out.empty()) {
    store = Store::open(flags.experiment.out, contents, {.upgrade = store_upgrade});
    take_stored(flags.experiment.out, prepared, *store, results);
  }
  if (!run_missing(flags, prepared, store, results)) {
    return report_interruption(flags, results.finished(), prepared.cells().size());
  }
  print_result(flags, contents.header, results.all());
  return 0;
}

}  // namespace

Action add_run(Flags& flags) {
  const auto given = std::make_shared<RunFlags>();
  add_experiment_flags(flags, given->experiment);
  flags.optional("--out", given->experiment.out,
                 "SQLite file for the results; an interrupted run continues");
  flags.toggle("--explain", given->explain,
               "first say which brackets of trials a scheduler begins");
  flags.toggle("--all-rows", given->all_rows,
               "print the whole table, also beyond 60 rows, where one row per method is printed");
  flags.toggle("--quiet", given->quiet, "print nothing but errors");
  flags.toggle("--no-progress", given->no_progress, "no progress line on a terminal");
  flags.toggle("--json", given->json, "print JSON instead of a table");
  flags.examples(
      "Examples:\n"
      "  sweep-bench run --method random,grid --objective 'branin,ackley?dim=5' --trials 100\n"
      "  sweep-bench run --objective 'sphere?dim=2,sphere?dim=5' --trials 20D --out run.db"
      "   # 40 and 100 trials");
  return [given] { return run(*given); };
}

}  // namespace sweep
