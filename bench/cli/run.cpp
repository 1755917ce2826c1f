#include <fmt/format.h>

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/printable.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/method.hpp"
#include "bench/experiment/scheduler_warnings.hpp"
#include "bench/reports/brackets_table.hpp"
#include "bench/reports/run_answer.hpp"
#include "bench/results/broken_cells.hpp"
#include "bench/results/digest.hpp"
#include "bench/session/build_info.hpp"
#include "bench/session/expected_time.hpp"
#include "bench/session/session.hpp"
#include "bench/session/session_store.hpp"
#include "bench/terminal/experiment_flags.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/progress.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

struct RunFlags {
  ExperimentFlags experiment;
  bool quiet = false;
  bool no_progress = false;
  std::string progress = "auto";
  bool json = false;
  bool all_rows = false;
  bool explain = false;
  bool any_build = false;
  std::string expected_hash;
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

std::string notes_text(std::span<const BrokenCells> broken) {
  std::string notes;
  for (const BrokenCells& one : broken) notes += "\n" + printable(to_text(one));
  return notes.empty() ? "" : notes + "\n";
}

// Methods by the names of what ran: `bayes` is W&B's own where its engine is asked for.
template <class Row>
void label_methods(const Experiment& experiment, std::vector<Row>& rows) {
  for (Row& row : rows) row.method = method_label(row.method, experiment.behaviour);
}

/// What is said of the results.
struct RunAnswer {
  std::vector<CellResult> results;
  std::vector<SummaryRow> rows;
  std::vector<BrokenCells> broken;
  std::vector<std::string> notes;
};

RunAnswer answer_of(const PreparedExperiment& prepared, SessionResults ended,
                    const std::vector<std::string>& notes) {
  RunAnswer answer;
  answer.broken = broken_cells(ended.broken());
  answer.results = std::move(ended).take_finished();
  answer.rows = summarise(answer.results);
  answer.notes = notes;
  label_methods(prepared.experiment(), answer.rows);
  label_methods(prepared.experiment(), answer.broken);
  return answer;
}

Value json_of(const std::string& out, const PreparedExperiment& prepared, RunAnswer answer) {
  return Map{{"experiment_hash", experiment_hash(prepared.experiment())},
             {"result_hash", result_hash_json(answer.results, prepared.cells().size())},
             {"store", out.empty() ? Value() : Value(out)},
             {"notes", List(answer.notes.begin(), answer.notes.end())},
             {"rows", rows_json(std::move(answer.rows), answer.broken)}};
}

std::string text_of(const RunFlags& flags, const std::string& out,
                    const PreparedExperiment& prepared, const RunAnswer& answer) {
  const std::optional<std::size_t> width = output_columns();
  std::string text =
      rows_text(answer.rows, {flags.all_rows, out, width}) + notes_text(answer.broken);
  for (const std::string& note : answer.notes) {
    text += "\n" + (width ? wrapped(note, *width) : note) + "\n";
  }
  return text + fmt::format("\n{}\n", result_hash_text(answer.results, prepared.cells().size()));
}

void check_expected_hash(const std::string& hash) {
  if (hash.empty() || digest_from_hex(hash)) return;
  throw SpecError(fmt::format("--expect-hash {}: expected a result hash, 32 digits 0-9 a-f", hash));
}

// Cells that broke are no result: their failure goes first.
ExitCode code_of(const RunFlags& flags, const RunAnswer& answer) {
  if (!answer.broken.empty()) return kFailed;
  const std::string hash = result_hash(answer.results);
  if (flags.expected_hash.empty() || flags.expected_hash == hash) return kDone;
  print_error(fmt::format("the result hash is {}, expected {}", hash, flags.expected_hash));
  return kWorse;
}

ExitCode print_results(const RunFlags& flags, const ParsedExperiment& parsed,
                       const PreparedExperiment& prepared, SessionResults ended) {
  RunAnswer answer = answer_of(prepared, std::move(ended), parsed.notes);
  const bool is_told = !flags.json && !flags.quiet;
  if (is_told) print_text(text_of(flags, parsed.out, prepared, answer));
  for (const BrokenCells& one : answer.broken) {
    if (!is_told) print_error(to_text(one));
  }
  const ExitCode code = code_of(flags, answer);
  if (flags.json) print_json(json_of(parsed.out, prepared, std::move(answer)));
  return code;
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

ProgressKind shown_progress(const RunFlags& flags) {
  const ProgressKind kind = progress_kind(flags.progress);
  return flags.no_progress || flags.quiet ? ProgressKind::none : kind;
}

void warn_of_schedulers(const RunFlags& flags, const PreparedExperiment& prepared) {
  for (const std::string& warning : scheduler_warnings(prepared)) print_warning(warning);
  if (!flags.explain || !brackets_text(prepared).empty()) return;
  print_warning(
      "--explain: no method here begins brackets of trials; those with sha or hyperband do");
}

ExitCode run(const RunFlags& flags) {
  static_cast<void>(shown_progress(flags));  // refused before anything is read
  check_expected_hash(flags.expected_hash);
  ParsedExperiment parsed = experiment_of(flags.experiment);
  const std::atomic<bool>& stop = interrupt_requested();
  const PreparedExperiment prepared(std::move(parsed.experiment), stop);
  if (!prepared.is_complete()) return report_interruption(parsed.out, prepared.cells().size());
  if (!flags.quiet) warn_of_schedulers(flags, prepared);
  if (flags.explain && !flags.quiet && !flags.json) print_text(brackets_text(prepared));
  const SessionTask task{parsed.out, parsed.threads.value_or(available_threads()),
                         flags.any_build ? Builds::any : Builds::same};
  std::optional<ProgressLine> progress(shown_progress(flags));
  const auto say = [&](const std::string& text) {
    progress->wipe();
    print_note(text);
  };
  ExpectedTime watched({prepared, task.threads, stop}, say, *progress);
  CellObserver& observer = flags.quiet ? static_cast<CellObserver&>(*progress) : watched;
  SessionResults results = run_session(prepared, task, stop, observer);
  progress.reset();
  if (results.foreign() > 0) {
    print_warning(fmt::format(
        "{} of {} cells are of another build or CPU: the hash is nobody's, and `report` keeps them "
        "apart",
        results.foreign(), results.cells()));
  }
  if (!results.is_over()) return report_interruption(parsed.out, results);
  return print_results(flags, parsed, prepared, std::move(results));
}

}  // namespace

Action add_run(Flags& flags) {
  const auto given = std::make_shared<RunFlags>();
  add_experiment_flags(flags, given->experiment);
  flags.toggle("--explain", given->explain,
               "first say which brackets of trials a scheduler begins");
  flags.toggle("--any-build", given->any_build,
               "continue a store of another build or CPU, too; reports keep their cells apart");
  flags.optional("--expect-hash", given->expected_hash,
                 "exit with 3 if the result hash is another: results were to stay as they are");
  flags.toggle("--all-rows", given->all_rows,
               "print the whole table, also beyond 60 rows, where one row per method is printed");
  flags.toggle("--quiet", given->quiet, "print nothing but errors");
  flags.letter("-q");
  flags.optional("--progress", given->progress,
                 "auto (default): a line that is drawn anew, on a terminal only; plain: a line "
                 "every 30 s, for logs; none");
  flags.choices({"auto", "none", "plain"});
  flags.toggle("--no-progress", given->no_progress, "as --progress none");
  flags.toggle("--json", given->json, "print JSON instead of a table");
  flags.examples(
      "Examples:\n"
      "  sweep-bench run --method random,grid --objective 'branin,ackley?dim=5'\n"
      "  sweep-bench run --objective 'sphere?dim=2,sphere?dim=5' --trials 20D -o run.db\n"
      "The second runs 40 trials on the one, and 100 on the other.");
  return [given] { return run(*given); };
}

}  // namespace sweep
