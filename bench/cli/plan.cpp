#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/config/text_file.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/given_space.hpp"
#include "bench/experiment/method.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/experiment/parse_experiment.hpp"
#include "bench/experiment/trial_count.hpp"
#include "bench/plan/plan_outcome.hpp"
#include "bench/plan/plan_page.hpp"
#include "bench/plan/plan_sections.hpp"
#include "bench/plan/run_plan.hpp"
#include "bench/reports/html/page.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/session/build_info.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"
#include "bench/terminal/progress.hpp"
#include "bench/terminal/screen.hpp"
#include "objectives/catalog.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kUsualRuns = 25;

struct PlanFlags {
  std::string file;
  std::string objective;
  std::string methods;
  std::string schedulers;
  std::string etas;
  std::string first_steps;
  std::string runs;
  std::string workers = "1,4";
  std::string seeds = "20";
  std::string price;
  std::string step_seconds;
  std::string threads;
  std::string progress = "auto";
  bool compat = false;
  bool json = false;
  std::string html;  // file
};

std::vector<std::string> list_or_none(const std::string& text) {
  return text.empty() ? std::vector<std::string>{} : split_list(text);
}

std::vector<std::uint64_t> counts(std::string_view flag, const std::string& text,
                                  std::uint64_t most) {
  std::vector<std::uint64_t> numbers;
  for (const std::string& one : split_list(text)) {
    numbers.push_back(parse_count(flag, one, 1, most));
  }
  check_once(flag, numbers);
  return numbers;
}

/// The sweep file and what it chooses itself.
struct PlannedFile {
  GivenSpace given;
  PlanChoice choice;
};

PlannedFile read_file(const PlanFlags& flags, const ExperimentPatch& patch,
                      const std::vector<std::uint64_t>& workers) {
  PlannedFile file{read_space(patch), {}};
  if (file.given.method.empty()) {
    throw SpecError(fmt::format("{}: has no method: a sweep file is expected, not parameters alone",
                                input_name(flags.file)));
  }
  file.choice = {canonical_method(file.given.method),
                 file.given.scheduler.empty() ? "none" : file.given.scheduler,
                 file.given.run_cap.value_or(kUsualRuns), workers.front()};
  return file;
}

void add_once(const std::string& item, std::vector<std::string>& items) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

// What the file says is among the choices, unless something else is asked for.
PlanGrid grid_of(const PlanFlags& flags, const PlanChoice& file,
                 const std::vector<std::uint64_t>& workers) {
  PlanGrid grid;
  grid.workers = workers;
  grid.searchers = list_or_none(flags.methods);
  if (grid.searchers.empty()) {
    grid.searchers = {"random"};
    add_once(file.searcher, grid.searchers);
    add_once("bayes", grid.searchers);
  }
  for (std::string& searcher : grid.searchers) searcher = canonical_method(searcher);
  std::vector<std::string> schedulers = list_or_none(flags.schedulers);
  if (schedulers.empty()) {
    schedulers = {"none"};  // first: of two that are alike in all, the simpler one is advised
    add_once(file.scheduler, schedulers);
    add_once("wandb-hyperband", schedulers);
  }
  grid.schedulers =
      crossed_schedulers(schedulers, list_or_none(flags.etas), list_or_none(flags.first_steps));
  grid.runs = flags.runs.empty() ? std::vector{file.runs, 2 * file.runs}
                                 : counts("--runs", flags.runs, kMostTrials);
  return grid;
}

// True of a table, and of any objective that needs no parameters from outside.
bool has_space(const std::string& objective) {
  try {
    static_cast<void>(make_objective(objective));
    return true;
  } catch (const SpecError&) {
    return false;
  }
}

std::vector<std::string> warnings_of(const PlanFlags& flags, const PlannedFile& file,
                                     bool uses_file_space) {
  std::vector<std::string> warnings = file.given.warnings;
  if (!uses_file_space) {
    warnings.push_back(fmt::format("{}: its parameters are not used: {} has a space of its own",
                                   input_name(flags.file), flags.objective));
  } else if (file.given.maximise) {
    warnings.push_back(fmt::format("{}: its metric is maximised: losses are its negatives",
                                   input_name(flags.file)));
  }
  return warnings;
}

ExperimentPatch patch_of(const PlanFlags& flags) {
  ExperimentPatch patch;
  patch.config.text = flags.file;
  patch.wandb_compat = flags.compat;
  return patch;
}

/// The plan as it was asked for, and what is to be said of it beforehand.
struct AskedPlan {
  PlanTask task;
  std::optional<PlanChoice> of_file;  // if it is among the choices
  std::vector<std::string> warnings;
};

AskedPlan asked_plan(const PlanFlags& flags) {
  ExperimentPatch patch = patch_of(flags);
  const std::vector<std::uint64_t> workers = counts("--workers", flags.workers, kMostWorkers);
  const PlannedFile file = read_file(flags, patch, workers);
  if (flags.objective.empty()) {
    throw SpecError(
        "plan needs --objective, what the sweep is like: a table of training runs, as "
        "tabular/digits-mlp (list objectives tabular), or a curve above a formula of the "
        "file's parameters, as \"curve?of='(log(lr) + 7)**2'&steps=27\"");
  }
  if (split_objectives(flags.objective).size() != 1) {
    throw SpecError(fmt::format("--objective {}: expected one", flags.objective));
  }
  const bool uses_file_space = !has_space(flags.objective);
  if (!uses_file_space) patch.config = {};
  patch.objectives = {{flags.objective, {}}};
  patch.seeds.text = flags.seeds;
  patch.threads.text = flags.threads;
  AskedPlan plan;
  plan.task.patch = std::move(patch);
  const PlanGrid grid = grid_of(flags, file.choice, workers);
  check_searchers(grid);
  plan.task.choices = choices_of(grid);
  plan.warnings = warnings_of(flags, file, uses_file_space);
  const auto& choices = plan.task.choices;
  const bool has_file = std::find(choices.begin(), choices.end(), file.choice) != choices.end();
  if (has_file) plan.of_file = file.choice;
  return plan;
}

void print_answer(const PlanFlags& flags, const PlanAnswer& answer,
                  const std::vector<std::string>& warnings) {
  if (flags.json) {
    return print_json(Map{{"sentence", answer.sentence},
                          {"verdict", answer.json},
                          {"options", to_list(answer.table)},
                          {"warnings", List(warnings.begin(), warnings.end())}});
  }
  const auto width = output_columns();
  print_text(to_text(answer.table, width) + "\n" +
             (width ? wrapped(answer.sentence, *width) : answer.sentence) + "\n");
}

void write_plan_page(const PlanFlags& flags, const Sections& sections, OutputTarget& target) {
  OutputFile file(target.partial());
  file.write(html_page(fmt::format("sweep-bench plan: {}", input_name(flags.file)), sections));
  file.close();
  target.complete();
}

// Told before anything is run: a plan may take long.
std::unique_ptr<OutputTarget> page_target(const PlanFlags& flags) {
  if (flags.html.empty()) return nullptr;
  if (flags.json) throw SpecError("--json and --html exclude each other");
  return std::make_unique<OutputTarget>(flags.html, OutputTarget::Kind::file);
}

ExitCode plan(const PlanFlags& flags) {
  const std::unique_ptr<OutputTarget> page = page_target(flags);
  const ProgressKind kind = progress_kind(flags.progress);
  const PlanRates rates{
      flags.step_seconds.empty() ? 1 : parse_positive("--step-seconds", flags.step_seconds, "90"),
      flags.price.empty() ? std::nullopt : std::optional(parse_price(flags.price))};
  AskedPlan plan = asked_plan(flags);
  PlanExperiments experiments = prepare_plan(plan.task);
  plan.warnings.insert(plan.warnings.end(), experiments.warnings.begin(),
                       experiments.warnings.end());
  for (const std::string& warning : plan.warnings) print_warning(warning);
  std::optional<ProgressLine> progress(kind);
  const int threads = experiments.threads.value_or(available_threads());
  const PlanResults results = run_plan(experiments, threads, interrupt_requested(), *progress);
  progress.reset();
  if (!results.broken.empty()) {
    for (const std::string& why : results.broken) print_error(why);
    return kFailed;
  }
  if (!results.is_complete) {
    print_note("interrupted: nothing is kept of a plan");
    return kInterrupted;
  }
  const PlanVerdict verdict = plan_verdict(results.planned, rates);
  const PlanAnswer answer = plan_answer(verdict, results.planned, plan.of_file);
  if (page) {
    write_plan_page(flags, plan_page(verdict, answer, plan.warnings), *page);
  } else {
    print_answer(flags, answer, plan.warnings);
  }
  return kDone;
}

}  // namespace

Action add_plan(Flags& flags) {
  const auto given = std::make_shared<PlanFlags>();
  flags.required("FILE", given->file, "sweep file (YAML or JSON); - for standard input");
  flags.optional(
      "--objective", given->objective,
      "what the sweep is like: a table of training runs (tabular/digits-mlp), or a curve "
      "above a formula of the file's parameters (curve?of='FORMULA'&steps=27)");
  flags.optional("--method", given->methods,
                 "searchers to compare (default: the file's, random, bayes)");
  flags.optional("--scheduler", given->schedulers,
                 "early terminations, with options (default: the file's, none, wandb-hyperband)");
  flags.optional("--eta", given->etas, "values of eta for each scheduler that has one: 2,3");
  flags.optional("--min-iter", given->first_steps,
                 "values of the first step at which a scheduler looks: 1,3");
  flags.optional("--runs", given->runs,
                 "numbers of runs (default: the file's run_cap or 25, and twice that)");
  flags.optional("--workers", given->workers, "numbers of workers, or agents (default 1,4)");
  flags.optional("--seeds", given->seeds, "repetitions of each choice (default 20)");
  flags.optional("--price", given->price, "of an hour of one worker: 2.5/h");
  flags.optional("--step-seconds", given->step_seconds,
                 "seconds of yours for a second of the objective: of a curve, what a step takes "
                 "(default 1)");
  flags.optional("--threads", given->threads, "default: all cores; no effect on the answer");
  flags.toggle("--wandb-compat", given->compat, "search with W&B's own engine, quirks included");
  flags.optional("--progress", given->progress,
                 "auto (default), plain (a line every 30 s) or none");
  flags.choices({"auto", "none", "plain"});
  flags.toggle("--json", given->json, "print JSON");
  flags.optional("--html", given->html,
                 "write the answer as a page with a picture to this file instead");
  flags.examples(
      "Runs every choice on the objective, in simulation, and says which one to take: the "
      "cheapest\n"
      "of those whose loss is not shown to be above the lowest (signed-rank test of differences "
      "paired\n"
      "by seed, 5 %, Holm). Hours are those from a sweep's start to its end, and all workers are "
      "paid for them.\n"
      "Example:\n"
      "  sweep-bench plan sweep.yaml --objective tabular/digits-mlp --price 2.5/h\n"
      "  sweep-bench plan sweep.yaml --objective tabular/digits-mlp --html plan.html");
  return [given] { return plan(*given); };
}

}  // namespace sweep
