#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/text/printable.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/reports/brackets_table.hpp"
#include "bench/reports/run_overview.hpp"
#include "bench/reports/run_report.hpp"
#include "bench/session/broken_cells.hpp"
#include "bench/session/build_info.hpp"
#include "bench/session/expected_time.hpp"
#include "bench/session/session.hpp"
#include "bench/session/session_store.hpp"
#include "bench/terminal/experiment_flags.hpp"
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
  bool any_build = false;
};

// Tables of what schedulers begin, one for each method and objective with brackets.
std::string brackets_text(const PreparedExperiment& prepared) {
  std::string text;
  const std::uint64_t seed = prepared.experiment().seeds.front();
  for (const std::string& objective : prepared.experiment().objectives) {
    for (const std::string& method : prepared.experiment().methods) {
      const Cell cell{method, objective, seed};
      const auto& scheduler = prepared.method(cell).scheduler;
      const auto plans = scheduler ? scheduler->brackets() : std::vector<BracketPlan>{};
      if (plans.empty()) continue;
      text += fmt::format("{} on {}\n{}\n", method, objective,
                          brackets_table(plans, prepared.objective(cell).max_step()));
    }
  }
  return text;
}

// A table that fits the eye; of a longer one what can be said of each method as a whole.
std::string rows_text(const RunFlags& flags, const std::string& out,
                      std::span<const SummaryRow> rows) {
  if (flags.all_rows || rows.size() <= kMostTableRows) return run_table(rows);
  const std::string report =
      out.empty() ? "With --out FILE, `report FILE`" : fmt::format("`report {}`", out);
  return run_overview(rows) +
         fmt::format(
             "\n{} rows, one for each method and objective, are too many to read: --all-rows and "
             "--json print them.\n{} compares the methods; \"lowest on\" counts objectives on "
             "which no other method\nhas a lower median best loss.\n",
             rows.size(), report);
}

// All that a program may want to know; what broke in every cell has a row here, too.
List rows_json(std::vector<SummaryRow> rows, std::span<const BrokenCells> broken) {
  for (const BrokenCells& one : broken) {
    const bool is_there = std::any_of(rows.begin(), rows.end(), [&](const SummaryRow& row) {
      return row.method == one.method && row.objective == one.objective;
    });
    if (is_there) continue;
    SummaryRow& row = rows.emplace_back();
    row.method = one.method;
    row.objective = one.objective;
    row.best.value = std::numeric_limits<double>::quiet_NaN();
  }
  List list = run_rows(rows);
  add_broken(list, broken);
  return list;
}

std::string notes_text(std::span<const BrokenCells> broken) {
  std::string notes;
  for (const BrokenCells& one : broken) notes += "\n" + printable(to_text(one));
  return notes.empty() ? "" : notes + "\n";
}

Value json_of(const std::string& out, const PreparedExperiment& prepared,
              std::span<const CellResult> results, std::span<const BrokenCells> broken) {
  return Map{{"experiment_hash", experiment_hash(prepared.experiment())},
             {"result_hash", result_hash_json(results, prepared.cells().size())},
             {"store", out.empty() ? Value() : Value(out)},
             {"rows", rows_json(summarise(results), broken)}};
}

ExitCode print_results(const RunFlags& flags, const std::string& out,
                       const PreparedExperiment& prepared, SessionResults ended) {
  const std::vector<BrokenCells> broken = broken_cells(ended.broken());
  const std::vector<CellResult> results = std::move(ended).take_finished();
  if (flags.json) {
    print_json(json_of(out, prepared, results, broken));
  } else if (!flags.quiet) {
    print_text(rows_text(flags, out, summarise(results)) + notes_text(broken) +
               fmt::format("\n{}\n", result_hash_text(results, prepared.cells().size())));
  }
  const bool is_told = !flags.json && !flags.quiet;
  for (const BrokenCells& one : broken) {
    if (!is_told) print_error(to_text(one));
  }
  return broken.empty() ? kDone : kFailed;
}

// Reports an interruption while the experiment was prepared: nothing has run, and no store was
// opened.
ExitCode report_interruption(const std::string& out, std::size_t all) {
  const std::string kept = out.empty() ? "" : fmt::format("; {} is as it was", out);
  print_note(fmt::format("interrupted: none of {} cells was begun{}", all, kept));
  return kInterrupted;
}

ExitCode report_interruption(const std::string& out, const SessionResults& results) {
  const std::string kept =
      out.empty() ? "nothing is kept without --out FILE"
                  : fmt::format("they are kept in {}; the same command continues", out);
  print_note(fmt::format("interrupted: {} of {} cells finished; {}", results.finished(),
                         results.cells(), kept));
  return kInterrupted;
}

ExitCode run(const RunFlags& flags) {
  ParsedExperiment parsed = experiment_of(flags.experiment);
  const std::atomic<bool>& stop = interrupt_requested();
  const PreparedExperiment prepared(std::move(parsed.experiment), stop);
  if (!prepared.is_complete()) return report_interruption(parsed.out, prepared.cells().size());
  if (flags.explain && !flags.quiet && !flags.json) print_text(brackets_text(prepared));
  const SessionTask task{parsed.out, parsed.threads.value_or(available_threads()),
                         flags.any_build ? Builds::any : Builds::same};
  std::optional<ProgressLine> progress(!flags.no_progress && !flags.quiet);
  const auto say = [&](const std::string& text) { flags.quiet ? void() : print_note(text); };
  ExpectedTime watched({prepared, task.threads, stop}, say, *progress);
  SessionResults results = run_session(prepared, task, stop, watched);
  progress.reset();
  if (results.foreign() > 0) {
    print_warning(fmt::format(
        "{} of {} cells are of another build or CPU: the hash is nobody's, and `report` keeps them "
        "apart",
        results.foreign(), results.cells()));
  }
  if (!results.is_over()) return report_interruption(parsed.out, results);
  return print_results(flags, parsed.out, prepared, std::move(results));
}

}  // namespace

Action add_run(Flags& flags) {
  const auto given = std::make_shared<RunFlags>();
  add_experiment_flags(flags, given->experiment);
  flags.toggle("--explain", given->explain,
               "first say which brackets of trials a scheduler begins");
  flags.toggle("--any-build", given->any_build,
               "continue a store of another build or CPU, too; reports keep their cells apart");
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
