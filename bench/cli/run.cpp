#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <set>

#include "bench/cli/build_info.hpp"
#include "bench/cli/experiment_flags.hpp"
#include "bench/cli/interrupt.hpp"
#include "bench/cli/output.hpp"
#include "bench/cli/progress.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/reports/run_report.hpp"
#include "bench/results/digest.hpp"
#include "bench/results/store.hpp"
#include "bench/run/runner.hpp"

namespace sweep {
namespace {

constexpr int kInterrupted = 130;

struct RunFlags {
  ExperimentFlags experiment;
  bool quiet = false;
  bool no_progress = false;
  bool json = false;
};

StoreHeader header_of(const Experiment& experiment) {
  const std::string text = to_text(experiment);
  return {text,       to_hex(digest_of(text)), build_id(),       compiler_name(),
          cpu_name(), SWEEP_VERSION,           experiment.record};
}

std::vector<Cell> unfinished(const std::vector<Cell>& cells,
                             const std::vector<CellResult>& finished) {
  std::set<Cell> done;
  for (const CellResult& result : finished) done.insert(result.cell);
  std::vector<Cell> left;
  for (const Cell& cell : cells) {
    if (!done.contains(cell)) left.push_back(cell);
  }
  return left;
}

// The results in the order of the experiment's cells; nothing if some are missing.
std::optional<std::vector<CellResult>> in_order(const std::vector<Cell>& cells,
                                                std::vector<CellResult> results) {
  if (results.size() != cells.size()) return std::nullopt;
  std::map<Cell, CellResult*> by_cell;
  for (CellResult& result : results) by_cell[result.cell] = &result;
  std::vector<CellResult> ordered;
  ordered.reserve(cells.size());
  for (const Cell& cell : cells) ordered.push_back(std::move(*by_cell.at(cell)));
  return ordered;
}

std::string hash_of(std::span<const CellResult> results) {
  std::vector<std::pair<Cell, Digest>> digests;
  for (const CellResult& result : results) digests.emplace_back(result.cell, result.digest);
  return to_hex(combine(digests));
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
    print_text(run_table(rows) + fmt::format("\nresult hash {}\n", hash));
  }
}

int report_interruption(const RunFlags& flags, std::size_t finished, std::size_t all) {
  const std::string kept =
      flags.experiment.out.empty()
          ? "nothing is kept without --out FILE"
          : fmt::format("they are kept in {}; the same command continues", flags.experiment.out);
  fmt::print(stderr, "interrupted: {} of {} cells finished; {}\n", finished, all, kept);
  return kInterrupted;
}

int run(RunFlags flags) {
  const std::atomic<bool>& stop = interrupt_requested();
  merge_experiment_file(flags.experiment);
  const PreparedExperiment prepared(to_experiment(flags.experiment));
  const StoreHeader header = header_of(prepared.experiment());
  std::optional<Store> store;
  std::vector<CellResult> results;
  if (!flags.experiment.out.empty()) {
    store = Store::open(flags.experiment.out, header);
    results = store->finished();
  }
  const std::vector<Cell> left = unfinished(prepared.cells(), results);
  {
    Progress progress(left.size(), !flags.no_progress && !flags.quiet);
    const auto finished = [&](CellResult& result) {
      if (store) store->append(result);
      result.records = {};
      result.points = {};
      progress.advance();
    };
    for (auto& result : run_cells(prepared, left, threads_of(flags.experiment), stop, finished)) {
      if (result) results.push_back(*std::move(result));
    }
  }
  const std::size_t finished = results.size();
  const auto ordered = in_order(prepared.cells(), std::move(results));
  if (!ordered) return report_interruption(flags, finished, prepared.cells().size());
  print_result(flags, header, *ordered);
  return 0;
}

}  // namespace

Action add_run(CLI::App& app) {
  const auto flags = std::make_shared<RunFlags>();
  add_experiment_flags(app, flags->experiment);
  app.add_option("--out", flags->experiment.out,
                 "SQLite file for the results; an interrupted run continues");
  app.add_flag("--quiet", flags->quiet, "print nothing but errors");
  app.add_flag("--no-progress", flags->no_progress, "no progress line on a terminal");
  app.add_flag("--json", flags->json, "print JSON instead of a table");
  app.footer(
      "Example:\n"
      "  sweep-bench run --method random,grid --objective 'branin,ackley?dim=5' --trials 100");
  return [flags] { return run(*flags); };
}

}  // namespace sweep
