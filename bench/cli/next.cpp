#include <memory>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/text_file.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/behaviour.hpp"
#include "bench/experiment/method.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/sweep/next.hpp"
#include "bench/sweep/running_sweep.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSuggestions = 100'000;

struct NextFlags {
  std::string file;
  std::string runs;
  std::string n = "1";
  std::string seed;
  std::vector<std::string> settings;
  bool wandb_compat = false;
  bool json = false;
};

Value answer_json(const NextAnswer& answer, const SweepConfig& config, Behaviour behaviour) {
  List runs;
  for (const Suggestion& suggestion : answer.suggestions) {
    runs.push_back(Map{{"config", to_configuration(*config.space, suggestion.point.values)},
                       {"search_info", search_info(suggestion, config, behaviour)}});
  }
  if (answer.is_over) runs.push_back(Value());
  return Map{{"runs", runs}};
}

// W&B's random draws do not look at the runs, so a sweep that asks again and again needs other
// ones.
std::uint64_t seed_of(const NextFlags& flags, const std::vector<Run>& runs) {
  if (!flags.seed.empty()) return parse_count("--seed", flags.seed, 0, kLargestSeed);
  return flags.wandb_compat ? runs.size() + 1 : 1;
}

ExitCode next(const NextFlags& flags) {
  check_standard_input({flags.file, flags.runs});
  const Behaviour behaviour = behaviour_of(flags.wandb_compat);
  const RunningSweep sweep = read_running_sweep(flags.file, behaviour);
  const SweepConfig& config = sweep.config;
  for (const std::string& warning : sweep.warnings) print_warning(warning);
  const std::vector<Run> runs =
      flags.runs.empty() ? std::vector<Run>() : read_runs_file(flags.runs);
  const std::uint64_t n = parse_count("-n", flags.n, 1, kMostSuggestions);
  const NextAnswer answer =
      next_suggestions({config, runs, searcher_settings(flags.settings, config.method),
                        seed_of(flags, runs), n, behaviour});
  for (const std::string& warning : old_option_names(parse_settings(flags.settings))) {
    print_warning(warning);
  }
  for (const std::string& warning : answer.warnings) print_warning(warning);
  if (flags.json) {
    print_json(answer_json(answer, config, behaviour));
    return kDone;
  }
  for (const Suggestion& suggestion : answer.suggestions) {
    print_json(to_configuration(*config.space, suggestion.point.values));
  }
  for (const std::string& fallback : answer.fallbacks) print_warning(fallback);
  if (answer.is_over) print_note("nothing is left to try");
  return kDone;
}

}  // namespace

Action add_next(Flags& flags) {
  const auto given = std::make_shared<NextFlags>();
  flags.required("FILE", given->file, "sweep file (YAML or JSON); - for standard input");
  flags.optional("--runs", given->runs, "runs so far, as W&B exports them (JSON); - for stdin");
  flags.optional("-n", given->n, "how many configurations (default 1)");
  flags.optional(
      "--seed", given->seed,
      "names the random numbers (default 1; with --wandb-compat the number of runs + 1)");
  flags.repeated("--set", given->settings, "an option of the searcher: grid.levels=10; repeat");
  flags.toggle("--wandb-compat", given->wandb_compat, "as W&B's engine answers, quirks included");
  flags.toggle("--json", given->json, "print JSON; null once nothing is left to try");
  flags.examples("Example:\n  sweep-bench next sweep.yaml --runs runs.json -n 4 --json");
  return [given] { return next(*given); };
}

}  // namespace sweep
