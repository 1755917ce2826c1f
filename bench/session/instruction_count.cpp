#include "bench/session/instruction_count.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "algorithms/config/text_file.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "bench/session/build_info.hpp"
#include "bench/session/child_program.hpp"
#include "bench/session/scratch_folder.hpp"
#include "bench/session/side_builder.hpp"

namespace sweep {
namespace {

std::string stopped_clock() {
  const std::filesystem::path path =
      std::filesystem::path(own_program()).parent_path() / "libstopped_clock.so";
  if (std::filesystem::exists(path)) return path;
  throw SpecError(
      fmt::format("--count: {} is not there; build the target stopped_clock", path.string()));
}

// "==12== I   refs:      22,123,456"
std::optional<std::uint64_t> count_in(const std::string& log) {
  constexpr std::string_view kLabel = "refs:";
  const std::size_t label = log.find(kLabel);
  if (label == std::string::npos) return std::nullopt;
  const std::string_view rest = std::string_view(log).substr(label + kLabel.size());
  std::string digits;
  for (const char c : rest.substr(0, rest.find('\n'))) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return parse_number<std::uint64_t>(digits);
}

// What a log says of a program that did not run, and what that means to its user.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kMeanings = {
    {{"'valgrind'", "valgrind is not installed"},
     {"Unrecognised instruction",
      "it has instructions that valgrind does not know; build both programs with the preset "
      "count"}}};

std::string complaint_of(std::string_view log) {
  for (const auto& [sign, meaning] : kMeanings) {
    if (log.find(sign) != std::string_view::npos) return std::string(meaning);
  }
  const std::size_t error = log.find("error: ");
  if (error == std::string_view::npos) return "it does not say why";
  return std::string(log.substr(error, log.find('\n', error) - error));
}

void expect_program(const std::string& path) {
  if (::access(path.c_str(), X_OK) == 0) return;
  throw SpecError(fmt::format("--count: {}: there is no such program; give its path", path));
}

ProblemVerdict count_problem(const std::string& experiment, double base, double candidate) {
  ProblemVerdict problem;
  problem.title = "instructions of " + experiment;
  problem.function = experiment;
  problem.measure = "instructions";
  problem.sample.cells = 1;
  problem.sample.distinct = 1;
  problem.sample.differences = {candidate - base};
  problem.sample.base = {1, base, {}, {}};
  problem.sample.candidate = {1, candidate, {}, {}};
  problem.sample.is_regret = false;
  problem.sample.is_identical = false;
  problem.shift = Shift{candidate - base, {}, 0};
  return problem;
}

}  // namespace

std::uint64_t instruction_count(const ProgramAndFile& side, const GateWatch& watch) {
  expect_program(side.program);
  const ScratchFolder folder;
  const std::string log = folder.path("log");
  const std::vector<std::string> words = {"setarch",
                                          "-R",
                                          "env",
                                          "-i",
                                          "PATH=/usr/bin:/bin",
                                          "LD_PRELOAD=" + stopped_clock(),
                                          "valgrind",
                                          "--tool=cachegrind",
                                          "--cache-sim=no",
                                          "--cachegrind-out-file=/dev/null",
                                          side.program,
                                          "run",
                                          side.experiment,
                                          "--threads",
                                          "1",
                                          "--no-progress"};
  const ChildEnd end = run_child(words, log, watch.interrupted);
  constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  const std::string said = read_text_file(log, kMostBytes);
  const std::optional<std::uint64_t> count = count_in(said);
  if (end.exit_code == 0 && count) return *count;
  throw SpecError(fmt::format("--count: {} run {} ended with exit code {} under valgrind: {}",
                              side.program, side.experiment, end.exit_code, complaint_of(said)));
}

GateVerdict count_verdict(const ProgramAndFile& base, const ProgramAndFile& candidate,
                          const VerdictRule& rule, const GateWatch& watch) {
  watch.say(fmt::format("counting {}", base.label));
  const auto before = static_cast<double>(instruction_count(base, watch));
  watch.say(fmt::format("counting {}", candidate.label));
  const auto after = static_cast<double>(instruction_count(candidate, watch));
  GateVerdict verdict;
  verdict.base = base.label;
  verdict.candidate = candidate.label;
  verdict.build = short_build(program_id(candidate.program));
  verdict.time = utc_time();
  verdict.rule = rule;
  verdict.test = GateTest::counts;
  verdict.cells = 1;
  ProblemVerdict problem = count_problem(base.experiment, before, after);
  problem.tolerance = rule.tolerance.at(before);
  problem.judgement = after - before > problem.tolerance   ? Judgement::worse
                      : before - after > problem.tolerance ? Judgement::better
                                                           : Judgement::same;
  verdict.problems = {problem};
  verdict.judgement = overall_judgement(verdict);
  return verdict;
}

}  // namespace sweep
