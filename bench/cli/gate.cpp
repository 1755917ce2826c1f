#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/cli/gate_flags.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/reports/verdict/gate_report.hpp"
#include "bench/reports/verdict/github.hpp"
#include "bench/reports/verdict/junit.hpp"
#include "bench/reports/verdict/self_test_report.hpp"
#include "bench/reports/verdict/trackers.hpp"
#include "bench/reports/verdict/verdict_text.hpp"
#include "bench/session/approved_summary.hpp"
#include "bench/session/child_program.hpp"
#include "bench/session/compared_side.hpp"
#include "bench/session/instruction_count.hpp"
#include "bench/session/programs_gate.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"
#include "bench/terminal/screen.hpp"
#include "bench/verdict/gate_verdict.hpp"
#include "bench/verdict/self_test.hpp"

namespace sweep {
namespace {

// How files begin that a gate may write again, as CI does each time.
constexpr const char* kJunitBeginning = "<?xml";
constexpr const char* kJsonBeginning = "{";
constexpr const char* kApprovedBeginning = "{\"format\":";

VerdictRule rule_of(const GateFlags& flags) {
  const double alpha = parse_real("--alpha", flags.alpha);
  if (!(alpha > 0 && alpha < 0.5)) {
    throw SpecError(
        fmt::format("--alpha {}: expected a number above 0 and below 0.5", flags.alpha));
  }
  const char* const usual = flags.count ? "0.2%" : "5%";
  return {alpha, parse_tolerance(flags.tolerance.empty() ? usual : flags.tolerance)};
}

void append_row(const std::string& path, const OtavaTable& table) {
  std::ifstream file(path, std::ios::binary);
  std::string header;
  if (!std::getline(file, header)) {
    replace_file(path, table.header + "\n" + table.row + "\n", table.header);
  } else if (header == table.header) {
    append_line(path, table.row);
  } else {
    throw SpecError(fmt::format("{}: has other columns; give the name of a new file", path));
  }
}

void write_files(const GateFlags& flags, const GateVerdict& verdict) {
  if (!flags.junit.empty()) replace_file(flags.junit, junit_xml(verdict), kJunitBeginning);
  if (verdict.judgement == Judgement::not_comparable) return;
  if (!flags.bencher.empty()) replace_file(flags.bencher, bencher_json(verdict), kJsonBeginning);
  if (!flags.otava.empty()) append_row(flags.otava, otava_table(verdict));
}

void tell_github(const GateVerdict& verdict) {
  print_data(github_annotations(verdict));
  const char* const summary = std::getenv("GITHUB_STEP_SUMMARY");
  if (summary != nullptr && *summary != '\0') append_line(summary, gate_markdown(verdict));
}

void print_verdict(const GateFlags& flags, const GateVerdict& verdict) {
  if (flags.json) {
    print_json(gate_map(verdict));
  } else if (flags.markdown) {
    print_text(gate_markdown(verdict));
  } else if (verdict.judgement != Judgement::not_comparable) {
    print_text(to_text(gate_sections(verdict), output_columns()));
  }
}

ExitCode approve(const GateFlags& flags) {
  if (flags.sides.size() != 1) {
    throw SpecError("gate --approve FILE: expected one store, whose results are approved");
  }
  const Side side = whole_side(side_name(flags.sides[0]));
  replace_file(flags.approve, approved_text(side), kApprovedBeginning);
  print_text(fmt::format("approved: {} cells of {} are in {}\n", side.cells.size(), side.label,
                         flags.approve));
  return kDone;
}

GateWatch gate_watch() {
  return {[](const std::string& text) { print_note(text); }, interrupt_requested()};
}

void expect_sides(const GateFlags& flags, std::size_t count, const char* wanted) {
  if (flags.sides.size() != count) throw SpecError(fmt::format("gate: expected {}", wanted));
}

GateVerdict grown(const GateFlags& flags, const VerdictRule& rule) {
  expect_sides(flags, 2, "BASE and NEW behind --grow, each EXPERIMENT or PROGRAM:EXPERIMENT");
  constexpr std::uint64_t kFewest = 30;
  constexpr std::uint64_t kMost = 100'000;
  const std::uint64_t seeds =
      parse_count("--max-seeds", flags.max_seeds.empty() ? "40" : flags.max_seeds, kFewest, kMost);
  return grown_verdict(program_and_file(flags.sides[0]), program_and_file(flags.sides[1]), rule,
                       {"seeds", seeds}, gate_watch());
}

/// Two programs and the experiment that both run.
struct TwoPrograms {
  ProgramAndFile base;
  ProgramAndFile candidate;
};

TwoPrograms two_programs(const GateFlags& flags) {
  expect_sides(flags, 3, "two programs and an experiment file behind --interleave or --count");
  const std::string& experiment = flags.sides[2];
  return {{flags.sides[0], flags.sides[0], experiment},
          {flags.sides[1], flags.sides[1], experiment}};
}

GateVerdict timed(const GateFlags& flags, const VerdictRule& rule) {
  constexpr std::uint64_t kFewest = 30;
  constexpr std::uint64_t kMost = 10'000;
  const std::uint64_t pairs =
      parse_count("--pairs", flags.pairs.empty() ? "100" : flags.pairs, kFewest, kMost);
  const TwoPrograms programs = two_programs(flags);
  return time_verdict(programs.base, programs.candidate, rule, {"pairs", pairs}, gate_watch());
}

GateVerdict counted(const GateFlags& flags, const VerdictRule& rule) {
  const TwoPrograms programs = two_programs(flags);
  return count_verdict(programs.base, programs.candidate, rule, gate_watch());
}

GateVerdict verdict_of(const GateFlags& flags, const VerdictRule& rule) {
  if (flags.grow) return grown(flags, rule);
  if (flags.interleave) return timed(flags, rule);
  if (flags.count) return counted(flags, rule);
  expect_sides(flags, 2, "two stores, BASE and NEW, as `run --out` writes them");
  return judge(whole_side(side_name(flags.sides[0])), whole_side(side_name(flags.sides[1])), rule);
}

ExitCode test_itself(const GateFlags& flags, const VerdictRule& rule) {
  if (flags.sides.size() > 1) throw SpecError("gate --self-test: expected one experiment or store");
  constexpr std::size_t kGates = 1000;
  const Side pool = pool_of(flags.sides.empty() ? "" : flags.sides[0], gate_watch());
  const SelfTest test = self_test(pool, rule, kGates);
  const Judgement judgement = test.judgement(rule.alpha);
  if (judgement == Judgement::not_comparable) throw SpecError("gate --self-test: " + test.reason);
  const Sections sections = self_test_sections(test, rule);
  if (flags.json) {
    print_json(to_map(sections, kSelfTestKey));
  } else {
    print_text(flags.markdown ? to_markdown(sections) : to_text(sections, output_columns()));
  }
  return exit_code(judgement);
}

// A verdict that took an hour is not lost for a name that cannot be written.
void check_outputs(const GateFlags& flags) {
  if (!flags.junit.empty()) check_is_replaceable(flags.junit, kJunitBeginning);
  if (!flags.bencher.empty()) check_is_replaceable(flags.bencher, kJsonBeginning);
  if (!flags.approve.empty()) check_is_replaceable(flags.approve, kApprovedBeginning);
}

ExitCode gate_or_stop(const GateFlags& flags) {
  const VerdictRule rule = rule_of(flags);
  check_outputs(flags);
  check_modes(flags);
  if (!flags.approve.empty()) return approve(flags);
  if (flags.self_test) return test_itself(flags, rule);
  const GateVerdict verdict = verdict_of(flags, rule);
  print_verdict(flags, verdict);
  if (flags.github) tell_github(verdict);
  write_files(flags, verdict);
  if (verdict.judgement == Judgement::not_comparable) print_error(verdict.reason);
  return exit_code(verdict.judgement);
}

ExitCode gate(const GateFlags& flags) {
  try {
    return gate_or_stop(flags);
  } catch (const ChildInterrupted&) {
    print_note("interrupted: nothing is kept");
    return kInterrupted;
  }
}

void add_modes(Flags& flags, GateFlags& given) {
  flags.toggle(
      "--grow", given.grow,
      "BASE and NEW are experiment files, or PROGRAM:EXPERIMENT; seeds are added until the "
      "verdict is sure");
  flags.optional("--max-seeds", given.max_seeds,
                 "with --grow: the most seeds, looked at in five equal parts (default 40)");
  flags.toggle("--interleave", given.interleave,
               "PROGRAM_A PROGRAM_B EXPERIMENT: runs both in turn and judges processor time");
  flags.optional(
      "--pairs", given.pairs,
      "with --interleave: how often at most, looked at in five equal parts (default 100)");
  flags.toggle("--count", given.count,
               "PROGRAM_A PROGRAM_B EXPERIMENT: compares the instructions that they execute, as "
               "valgrind counts them, within 0.2 %; build both with the preset count");
  flags.toggle("--self-test", given.self_test,
               "measure false alarms and planted regressions on a store, an experiment, or by "
               "default `random` on four objectives");
}

void add_outputs(Flags& flags, GateFlags& given) {
  flags.toggle("--markdown", given.markdown, "print Markdown of fewer than 60,000 characters");
  flags.toggle("--json", given.json, "print JSON");
  flags.toggle("--github", given.github,
               "print annotations for GitHub Actions, and append Markdown to the step's summary");
  flags.optional("--junit", given.junit, "write JUnit's XML to a file");
  flags.optional("--bmf", given.bencher, "write NEW's medians for Bencher, its JSON");
  flags.optional("--otava", given.otava, "append NEW's medians to a CSV file for Apache Otava");
}

}  // namespace

Action add_gate(Flags& flags) {
  const auto given = std::make_shared<GateFlags>();
  flags.repeated("SIDE", given->sides,
                 "BASE, then NEW: stores, or approved summaries; STORE:METHOD is one method of a "
                 "store, LABEL=STORE names it");
  flags.optional(
      "--tolerance", given->tolerance,
      "what is no matter: a share of BASE's median regret (of its median loss, where the "
      "optimum is not known), 5% (default), or a difference of losses, 0.01");
  flags.optional("--alpha", given->alpha,
                 "the chance of a false verdict, worse or better, among all problems (default "
                 "0.05)");
  flags.optional("--approve", given->approve,
                 "write the results of the one store given as an approved summary, a small text to "
                 "commit, which can be BASE");
  add_modes(flags, *given);
  add_outputs(flags, *given);
  flags.examples(
      "Example:\n"
      "  sweep-bench run experiment.yaml -o new.db && sweep-bench gate base.db new.db\n"
      "\n"
      "Exit code: 0 same or better (a gain is sure, no loss is), 3 worse, 4 inconclusive, 2 not\n"
      "comparable or nothing measured; of --self-test, 3 if false alarms are above --alpha.");
  return [given] { return gate(*given); };
}

}  // namespace sweep
