#include "bench/session/programs_gate.hpp"

#include <fmt/format.h>

#include <fstream>
#include <string_view>
#include <vector>

#include "algorithms/config/text_file.hpp"
#include "algorithms/text/error.hpp"
#include "bench/results/statistics.hpp"
#include "bench/session/approved_summary.hpp"
#include "bench/session/child_program.hpp"
#include "bench/session/compared_side.hpp"
#include "bench/session/scratch_folder.hpp"

namespace sweep {
namespace {

using Words = std::vector<std::string>;

// What is run where nothing is named: quick, and with losses of four kinds.
const Words kDefaultExperiment = {
    "--method", "random", "--objective", "branin,ackley?dim=5,hartmann6,rastrigin?dim=3",
    "--trials", "25",     "--seeds",     "40"};

bool is_store(const std::string& path) {
  constexpr std::string_view kMagic = "SQLite format 3";
  std::string begin(kMagic.size(), ' ');
  std::ifstream(path, std::ios::binary)
      .read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin == kMagic;
}

// The first line that says what went wrong.
std::string complaint_in(const std::string& log) {
  constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  constexpr std::string_view kMark = "error: ";
  const std::string said = read_text_file(log, kMostBytes);
  const std::size_t mark = said.find(kMark);
  if (mark == std::string::npos) return "it does not say why";
  return said.substr(mark + kMark.size(), said.find('\n', mark) - mark - kMark.size());
}

// What a program is told beside its experiment; the results go to a new store.
ChildEnd run_experiment(const ProgramAndFile& side, const ScratchFolder& folder, const Words& more,
                        const GateWatch& watch) {
  const std::string store = folder.path("run.db");
  Words words = {side.program, "run", "--quiet", "--out", store};
  if (!side.experiment.empty()) words.push_back(side.experiment);
  words.insert(words.end(), more.begin(), more.end());
  const std::string log = folder.path("log");
  const ChildEnd end = run_child(words, log, watch.interrupted);
  if (end.exit_code == 0) return end;
  throw SpecError(fmt::format("{} run {} ended with exit code {}: {}", side.program,
                              side.experiment, end.exit_code, complaint_in(log)));
}

Side cells_of(const ProgramAndFile& side, std::size_t first, std::size_t last,
              const GateWatch& watch) {
  const ScratchFolder folder;
  run_experiment(side, folder, {"--seeds", fmt::format("{}..{}", first, last)}, watch);
  Side cells = read_side({side.label, folder.path("run.db"), {}}).side;
  cells.origin = side.label;
  return cells;
}

// The first execution is slower than the others; what it stores tells the build, and when.
Side warmed_up(const ProgramAndFile& side, const GateWatch& watch) {
  const ScratchFolder folder;
  run_experiment(side, folder, {"--threads", "1"}, watch);
  return read_side({side.label, folder.path("run.db"), {}}).side;
}

double cpu_seconds_of(const ProgramAndFile& side, const GateWatch& watch) {
  const ScratchFolder folder;
  return run_experiment(side, folder, {"--threads", "1"}, watch).cpu_seconds;
}

/// The processor times of a baseline and a candidate, pair by pair.
struct PairedTimes {
  std::vector<double> base;
  std::vector<double> candidate;

  void add(const ProgramAndFile& first, const ProgramAndFile& second, const GateWatch& watch) {
    const bool is_swapped = base.size() % 2 == 1;
    const double before = cpu_seconds_of(is_swapped ? second : first, watch);
    const double after = cpu_seconds_of(is_swapped ? first : second, watch);
    base.push_back(is_swapped ? after : before);
    candidate.push_back(is_swapped ? before : after);
  }
};

ProblemVerdict time_problem(const PairedTimes& times, const std::string& experiment) {
  ProblemVerdict problem;
  problem.title = "processor seconds of " + experiment;
  problem.function = experiment;
  problem.measure = "processor seconds";
  ProblemSample& sample = problem.sample;
  for (std::size_t i = 0; i < times.base.size(); ++i) {
    sample.differences.push_back(times.candidate[i] - times.base[i]);
  }
  sample.cells = times.base.size();
  sample.distinct = times.base.size();
  sample.base = median_with_interval(times.base);
  sample.candidate = median_with_interval(times.candidate);
  sample.is_regret = false;
  sample.is_identical = false;
  return problem;
}

}  // namespace

ProgramAndFile program_and_file(const std::string& text) {
  const SideName name = side_name(text);
  if (!name.method) return {name.label, own_program(), name.path};
  return {name.label, name.path, *name.method};
}

Side pool_of(const std::string& text, const GateWatch& watch) {
  if (!text.empty()) {
    const SideName name = side_name(text);
    if (name.method || is_store(name.path) || is_approved_summary(name.path)) {
      return whole_side(name);
    }
  }
  const ScratchFolder folder;
  run_experiment({text, own_program(), text}, folder, text.empty() ? kDefaultExperiment : Words{},
                 watch);
  return read_side({text, folder.path("run.db"), {}}).side;
}

GateVerdict grown_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                          const VerdictRule& rule, const SequentialPlan& plan,
                          const GateWatch& watch) {
  Side base_side;
  Side candidate_side;
  GateVerdict verdict;
  for (int look = 1; look <= plan.looks; ++look) {
    const std::size_t first = plan.most_at(look - 1) + 1;
    watch.say(
        fmt::format("look {} of {}: seeds {}..{}", look, plan.looks, first, plan.most_at(look)));
    add_cells(base_side, cells_of(base, first, plan.most_at(look), watch));
    add_cells(candidate_side, cells_of(candidate, first, plan.most_at(look), watch));
    verdict = judge_look(base_side, candidate_side, rule, plan, look);
    if (is_settled(verdict)) break;
  }
  return verdict;
}

GateVerdict time_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                         const VerdictRule& rule, const SequentialPlan& plan,
                         const GateWatch& watch) {
  cpu_seconds_of(base, watch);
  const Side warm = warmed_up(candidate, watch);
  PairedTimes times;
  GateVerdict verdict;
  verdict.build = warm.build;
  verdict.time = warm.time;
  verdict.base = base.label;
  verdict.candidate = candidate.label;
  verdict.rule = rule;
  for (int look = 1; look <= plan.looks; ++look) {
    const std::size_t pairs = plan.most_at(look);
    watch.say(fmt::format("look {} of {}: {} and {} in turn, up to {} times", look, plan.looks,
                          base.label, candidate.label, pairs));
    while (times.base.size() < pairs) times.add(base, candidate, watch);
    verdict.cells = pairs;
    verdict.notes.clear();
    verdict.problems = {time_problem(times, base.experiment)};
    verdict.pooled = judge_together(verdict.problems, rule);
    apply_look(verdict, plan, look);
    if (is_settled(verdict)) break;
  }
  return verdict;
}

}  // namespace sweep
