#include "bench/reports/verdict/verdict_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace sweep {
namespace {

constexpr std::size_t kMostNamed = 3;

std::string counted(std::size_t count, const char* thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

// Problems with a judgement, and by how much they changed; the first few.
std::string named(const std::vector<ProblemVerdict>& problems) {
  std::vector<std::string> names;
  for (const ProblemVerdict& problem : problems) {
    if (names.size() > kMostNamed) break;
    names.push_back(names.size() == kMostNamed
                        ? "..."
                        : fmt::format("{} {}", problem.title, change_text(problem)));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// "on 1 of 4 problems, and on several together: tpe on 4 problems together +12 %, ..".
std::string on_some(const GateVerdict& verdict, Judgement judgement) {
  std::vector<ProblemVerdict> all = verdict.telling();
  std::erase_if(all, [&](const ProblemVerdict& one) { return one.judgement != judgement; });
  const std::size_t alone = verdict.count(judgement);
  const char* const together = all.empty()  ? ""
                               : alone == 0 ? " alone, but together"
                                            : ", and together";
  for (const ProblemVerdict& problem : verdict.problems) {
    if (problem.judgement == judgement) all.push_back(problem);
  }
  return fmt::format("on {} of {}{}: {}", alone, counted(verdict.problems.size(), "problem"),
                     together, named(all));
}

std::string same_text(const GateVerdict& verdict) {
  const std::string all = counted(verdict.problems.size(), "problem");
  if (verdict.identical == verdict.problems.size()) {
    return fmt::format("identical: {} has the results of {}, bit for bit, in {} on {}",
                       verdict.candidate, verdict.base, counted(verdict.cells, "cell"), all);
  }
  return fmt::format("same: {} is within {} of {} on {} ({} of cells, {} identical)",
                     verdict.candidate, to_text(verdict.rule.tolerance), verdict.base, all,
                     counted(verdict.cells, "pair"), verdict.identical);
}

// The pairs that would settle all problems that are open; nothing if no number is advised.
std::optional<std::size_t> pairs_needed(const GateVerdict& verdict) {
  std::size_t most = 0;
  for (const ProblemVerdict& problem : verdict.problems) {
    if (problem.judgement != Judgement::inconclusive) continue;
    if (!problem.pairs_needed) return std::nullopt;
    most = std::max(most, *problem.pairs_needed);
  }
  return most;
}

std::string inconclusive_text(const GateVerdict& verdict) {
  const std::optional<std::size_t> needed = pairs_needed(verdict);
  return fmt::format("inconclusive: {} against {} is open {}{}", verdict.candidate, verdict.base,
                     on_some(verdict, Judgement::inconclusive),
                     needed
                         ? fmt::format("; about {} pairs for each problem would settle it", *needed)
                         : "; no reasonable number of pairs would settle it");
}

std::string signed_number(double number) { return fmt::format("{:+.3g}", number); }

std::string with_interval(const Shift& shift, double unit, const char* suffix) {
  const std::string estimate = signed_number(shift.estimate / unit) + suffix;
  if (!shift.interval) return estimate;
  return fmt::format("{} [{:.3g}, {:.3g}]", estimate, shift.interval->first / unit,
                     shift.interval->second / unit);
}

}  // namespace

std::string change_text(const ProblemVerdict& problem) {
  if (problem.sample.is_identical || !problem.shift) return "-";
  constexpr double kManyTimes = 10;
  const double shift = problem.shift->estimate;
  const double scale = std::abs(problem.sample.base.value);
  if (!(scale > 0) || !std::isfinite(scale) || !std::isfinite(shift)) {
    return with_interval(*problem.shift, 1, "");
  }
  return std::abs(shift) >= kManyTimes * scale ? with_interval(*problem.shift, scale, " times")
                                               : with_interval(*problem.shift, scale / 100, " %");
}

std::string pairs_text(const ProblemVerdict& problem) {
  const ProblemSample& sample = problem.sample;
  const std::size_t pairs = sample.differences.size();
  if (pairs == sample.cells || sample.is_identical) return fmt::format("{}", pairs);
  return fmt::format("{} (no variance: {} of {})", pairs,
                     counted(sample.distinct, "distinct outcome"), sample.cells);
}

std::string judgement_text(const ProblemVerdict& problem) {
  return problem.sample.is_identical ? "identical" : std::string(to_text(problem.judgement));
}

std::string remark_of(const ProblemVerdict& problem) {
  if (problem.judgement != Judgement::inconclusive) return "";
  const std::size_t pairs = problem.sample.differences.size();
  const std::string few =
      pairs < kFewestPairs
          ? fmt::format("{} show{} nothing, ", counted(pairs, "pair"), pairs == 1 ? "s" : "")
          : "";
  return few + (problem.pairs_needed
                    ? fmt::format("about {} pairs would settle it", *problem.pairs_needed)
                    : "no reasonable number of pairs would settle it");
}

std::string sentence_of(const GateVerdict& verdict) {
  switch (verdict.judgement) {
    case Judgement::same:
      return same_text(verdict);
    case Judgement::better:
      return fmt::format("better: {} than {} {}; none is shown to be worse, {} open",
                         verdict.candidate, verdict.base, on_some(verdict, Judgement::better),
                         verdict.count(Judgement::inconclusive));
    case Judgement::worse:
      return fmt::format("worse: {} than {} {}", verdict.candidate, verdict.base,
                         on_some(verdict, Judgement::worse));
    case Judgement::inconclusive:
      return inconclusive_text(verdict);
    case Judgement::not_comparable:
      return "not comparable: " + verdict.reason;
  }
  return "";
}

}  // namespace sweep
