#include "bench/reports/coco/coco.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <utility>

#include "bench/reports/coco/coco_triggers.hpp"

namespace sweep {
namespace {

constexpr std::string_view kSuites[] = {"bbob", "bbob-boxed", "bbob-mixint", "bbob-noisy"};

constexpr std::size_t kMostColumnsOfX = 6;

double loggable(double value) {
  if (std::isnan(value)) return kLoggedNan;
  return std::isinf(value) ? kLoggedInfinity : value;
}

/// The best of a run's evaluations so far.
class BestSoFar {
 public:
  explicit BestSoFar(const LoggedRun& run) : optimum_(run.optimum) { take(run.logged.front()); }

  bool take(const Evaluation& evaluation) {
    double value = loggable(evaluation.value);
    if (optimum_) value = std::max(value, *optimum_);
    if (value >= value_) return false;
    value_ = value;
    point_ = evaluation.point;
    return true;
  }
  [[nodiscard]] double value() const { return value_; }
  [[nodiscard]] PointView point() const { return point_; }
  [[nodiscard]] double precision() const { return value_ - optimum_.value_or(0); }

 private:
  std::optional<double> optimum_;
  double value_ = HUGE_VAL;
  PointView point_;
};

std::string header_of(const LoggedRun& run) {
  return fmt::format(
      "% f evaluations | g evaluations | best noise-free fitness - {} ({:13.12e}) + sum g_i+ | "
      "measured fitness | best measured fitness or single-digit g-values | x1 | x2...\n",
      run.optimum ? "Fopt" : "Fref", run.optimum.value_or(0));
}

/// The lines of one data file for one run.
class Block {
 public:
  explicit Block(const LoggedRun& run) : text_(header_of(run)) {}

  void add(std::uint64_t number, double value, PointView x, const BestSoFar& best) {
    fmt::format_to(std::back_inserter(text_), "{} 0 {:+10.9e} {:+10.9e} {:+10.9e}", number,
                   best.precision(), value, best.value());
    if (x.size() <= kMostColumnsOfX) {
      for (const double coordinate : x) {
        fmt::format_to(std::back_inserter(text_), " {:+5.4e}", coordinate);
      }
    }
    text_ += '\n';
    last_ = number;
  }
  // The end of the run has a line of its own, unless it has one.
  std::string close(const LoggedRun& run, const BestSoFar& best) && {
    if (last_ != run.evaluations) add(run.evaluations, best.value(), best.point(), best);
    return std::move(text_);
  }

 private:
  std::string text_;
  std::uint64_t last_ = 0;
};

// The first evaluation neither asks the targets nor reaches one.
std::string dat_of(const LoggedRun& run) {
  Block block(run);
  BestSoFar best(run);
  CocoTargets targets;
  for (const Evaluation& evaluation : run.logged) {
    const bool is_first = evaluation.number == 1;
    const bool is_shown = is_first || (best.take(evaluation) && targets.reach(best.precision()));
    if (!is_shown) continue;
    block.add(evaluation.number, loggable(evaluation.value), evaluation.point, best);
  }
  return std::move(block).close(run, best);
}

std::string tdat_of(const LoggedRun& run, std::size_t dimension) {
  Block block(run);
  BestSoFar best(run);
  CocoEvaluations shown(dimension);
  auto next = run.logged.begin();
  const auto take_up_to = [&](std::uint64_t n) {
    while (next != run.logged.end() && next->number <= n) best.take(*next++);
  };
  for (std::uint64_t n = shown.next(); n <= run.evaluations; n = shown.next()) {
    take_up_to(n);
    const Evaluation& last = *std::prev(next);
    if (last.number == n) {
      block.add(n, loggable(last.value), last.point, best);
    } else {
      block.add(n, best.value(), best.point(), best);
    }
  }
  take_up_to(run.evaluations);
  return std::move(block).close(run, best);
}

}  // namespace

std::span<const std::string_view> coco_suites() { return kSuites; }

CocoBlocks coco_blocks(const LoggedRun& run, std::size_t dimension) {
  assert(!run.logged.empty() && run.logged.front().number == 1);
  return {dat_of(run), tdat_of(run, dimension), header_of(run), header_of(run)};
}

std::string coco_data_path(const LoggedProblem& problem) {
  return fmt::format("data_f{0}/bbobexp_f{0}_DIM{1}", problem.function, problem.dimension);
}

std::string coco_index_path(const LoggedProblem& problem) {
  return fmt::format("bbobexp_f{}.info", problem.function);
}

std::string coco_entry_head(const LoggedProblem& problem, std::string_view method,
                            std::string_view comment) {
  return fmt::format(
      "suite = '{}', funcId = {}, DIM = {}, Precision = 1.000e-08, algId = '{}', logger = 'bbob', "
      "data_format = 'bbob-new2'\n% {}\n{}.dat",
      problem.suite, problem.function, problem.dimension, plain_name(method), comment,
      coco_data_path(problem));
}

std::string coco_entry_item(const LoggedRun& run) {
  BestSoFar best(run);
  for (const Evaluation& evaluation : run.logged) best.take(evaluation);
  return fmt::format(", {}:{}|{:.1e}", run.instance, run.evaluations, best.precision());
}

}  // namespace sweep
