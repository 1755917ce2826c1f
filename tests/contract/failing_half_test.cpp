// Half of the space fails. Whoever learns from results leaves it: at most half as many trials fail
// as random search loses, which is every second one.
//
// Exempt are searchers that need no results (they ask in blocks: random, grid), as nothing tells
// them where trials fail; and the twins of W&B's engine, which do what it does, whatever that is.
// With one of its switches turned a searcher may be slower: it loses at most three quarters.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/tuner/tuner.hpp"
#include "tests/support/searcher_variants.hpp"

namespace sweep::failing_half_test {

constexpr std::uint64_t kCells = 6;
constexpr std::uint64_t kTrials = 60;

/// A space of which random search meets the failing half with a probability of 1/2.
struct Half {
  std::string name;
  SearchSpace space;
  double (*loss)(PointView);  // NaN: fails
};

double beside_zero(PointView x) {
  return x[0] < 0 ? kNaN : std::pow(x[0] - 0.5, 2) + std::pow(x[1] - 0.3, 2);
}

double below_a_rate(PointView x) {
  return x[0] > 1e-3 ? kNaN : std::pow(std::log10(x[0]) + 4.5, 2) + x[1];
}

double with_some_categories(PointView x) {
  return x[0] >= 2 ? kNaN : x[0] + std::pow(x[1] - 0.3, 2);
}

const std::vector<Half>& halves() {
  static const std::vector<Half> all = {
      {"NegativeNumbers", SearchSpace({{"x", Uniform{-1, 1}}, {"y", Uniform{-1, 1}}}), beside_zero},
      {"HighRates",
       SearchSpace({{"lr", LogUniform::between(1e-6, 1)}, {"depth", IntUniform{1, 8}}}),
       below_a_rate},
      {"TwoCategoriesOfFour",
       SearchSpace({{"c", Categorical({"a", "b", "c", "d"})}, {"y", Uniform{0, 1}}}),
       with_some_categories}};
  return all;
}

std::uint64_t failures(Searcher searcher, Scheduler scheduler, int max_step, const Half& half,
                       std::uint64_t seed) {
  Tuner tuner({std::move(searcher), std::move(scheduler),
               Budget(BudgetUnit::trials, kTrials, max_step), Stream(seed), max_step});
  std::uint64_t failed = 0;
  for (NextJob next = tuner.next(); const Job* job = std::get_if<Job>(&next); next = tuner.next()) {
    for (int step = job->from + 1; step <= job->until; ++step) {
      const double loss = half.loss(job->point) / step;
      if (tuner.report(job->trial, {step, loss}).verdict != Verdict::go_on) break;
    }
    while (const auto ended = tuner.take_ended()) {
      failed += ended->trial.state == TrialState::failed ? 1 : 0;
    }
  }
  return failed;
}

std::uint64_t failures(const SearcherVariant& variant, std::string_view scheduler, int max_step,
                       const Half& half) {
  std::uint64_t failed = 0;
  for (std::uint64_t seed = 0; seed < kCells; ++seed) {
    failed += failures(make_searcher(variant.row.name, {half.space, kTrials}, variant.settings),
                       make_scheduler(scheduler, {max_step}, {}), max_step, half, seed);
  }
  return failed;
}

bool is_twin(std::string_view name) {
  const auto rows = searcher_catalog();
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.twin == name; });
}

std::vector<SearcherVariant> learners() {
  std::vector<SearcherVariant> all = searcher_variants();
  std::erase_if(all, [](const SearcherVariant& variant) {
    const SearchSpace& space = halves().front().space;
    const Searcher made = make_searcher(variant.row.name, {space, kTrials}, variant.settings);
    // Half of what `prior` proposes for a first step is random, and the first generation of
    // `evolution` is as large as these cells: by their papers.
    const bool is_half_random = variant.row.name == "prior" || variant.row.name == "evolution";
    return made.asks_blocks() || is_twin(variant.row.name) || is_half_random;
  });
  return all;
}

class EachLearner : public testing::TestWithParam<SearcherVariant> {};

INSTANTIATE_TEST_SUITE_P(Catalog, EachLearner, testing::ValuesIn(learners()),
                         [](const auto& row) { return name_of(row.param); });

TEST_P(EachLearner, LosesAtMostHalfOfWhatRandomSearchDoes) {
  if (!GetParam().settings.empty()) {
    EXPECT_LE(failures(GetParam(), "none", 1, halves().front()), kCells * kTrials * 3 / 8);
    return;
  }
  for (const Half& half : halves()) {
    EXPECT_LE(failures(GetParam(), "none", 1, half), kCells * kTrials / 4) << half.name;
  }
}

TEST(FailingHalf, MeetsRandomSearchEverySecondTime) {
  const auto* random = find_searcher("random");
  ASSERT_NE(random, nullptr);
  constexpr double kMean = kCells * kTrials / 2.0;
  const double kDeviation = std::sqrt(kCells * kTrials) / 2;
  for (const Half& half : halves()) {
    const auto failed = static_cast<double>(failures({*random, {}}, "none", 1, half));
    EXPECT_NEAR(failed, kMean, 4 * kDeviation) << half.name;  // 6e-5 by chance
  }
}

// As in bohb, which is kde with hyperband: most trials never come to their last step.
TEST(FailingHalf, IsLeftUnderSchedulersToo) {
  for (const std::string_view searcher : {"kde", "tpe"}) {
    const auto* row = find_searcher(searcher);
    ASSERT_NE(row, nullptr) << searcher;
    for (const std::string_view scheduler : {"hyperband", "asha", "median"}) {
      for (const Half& half : halves()) {
        EXPECT_LE(failures({*row, {}}, scheduler, 9, half), kCells * kTrials / 4)
            << searcher << ' ' << scheduler << ' ' << half.name;
      }
    }
  }
}

}  // namespace sweep::failing_half_test
