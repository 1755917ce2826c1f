#include "algorithms/schedule/patience.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/schedule/threshold.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/text/error.hpp"

namespace sweep::patience_test {

// The least that is no NaN; NaN if there is none.
double least(const std::vector<double>& losses, std::size_t begin, std::size_t end) {
  double best = kNaN;
  for (std::size_t i = begin; i < end; ++i) best = std::fmin(best, losses[i]);
  return best;
}

/// The rule from all losses: the best of the last patience + 1 against the best before them.
bool is_to_stop(const std::vector<double>& losses, const Patience::Options& options) {
  const std::size_t window = options.patience + 1;
  if (losses.size() <= window) return false;
  const std::size_t split = losses.size() - window;
  return least(losses, 0, split) + options.min_delta < least(losses, split, losses.size());
}

TEST(Patience, DecidesAsItsRuleSays) {
  int stopped = 0;
  for (const std::uint64_t patience : {0, 1, 2, 5}) {
    for (const double min_delta : {0.0, 0.5, 2.0}) {
      const Patience::Options options{patience, min_delta};
      Patience scheduler({1000}, options);
      for (TrialId trial = 0; trial < 100; ++trial) {
        static_cast<void>(scheduler.next(trial));
        Stream stream = Stream(patience).child(trial);
        std::vector<double> losses;
        // Also after it has said so once, as the rule looks at all that there is.
        while (losses.size() < 30) {
          const double loss = std::floor(stream.uniform() * 12) / 2;
          const double wild = stream.uniform();
          losses.push_back(wild < 0.15 ? kNaN : wild < 0.2 ? kInfinity : loss);
          const int step = static_cast<int>(losses.size());
          const bool stops = scheduler.report(trial, step, losses.back()).verdict == Verdict::stop;
          ASSERT_EQ(stops, is_to_stop(losses, options))
              << patience << " " << min_delta << " trial " << trial << " step " << step;
          stopped += stops ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(stopped, 1000);
}

TEST(Patience, SaysWhyATrialStops) {
  Patience patience({100}, {1, 0});
  static_cast<void>(patience.next(0));
  static_cast<void>(patience.report(0, 1, 0.5));
  static_cast<void>(patience.report(0, 2, 0.75));
  EXPECT_EQ(to_text(patience.report(0, 3, 0.625).reason),
            "step 3: 0.625, the best of the last 2, is no progress from 0.5");
}

TEST(Threshold, StopsOutsideOfItsBounds) {
  struct Row {
    double loss;
    bool stops;
  };
  for (const Row& row : {Row{1, false}, Row{3, false}, Row{2, false}, Row{0.99, true},
                         Row{3.01, true}, Row{kNaN, true}, Row{-kInfinity, true}}) {
    Threshold threshold({100}, {1, 3, 0, 1});
    static_cast<void>(threshold.next(0));
    EXPECT_EQ(threshold.report(0, 1, row.loss).verdict, row.stops ? Verdict::stop : Verdict::go_on)
        << row.loss;
  }
}

TEST(Threshold, LooksAtTheFirstReportOfEachInterval) {
  Threshold threshold({100}, {-1, 1, 3, 4});
  static_cast<void>(threshold.next(0));
  std::vector<int> looks;
  for (const int step : {1, 2, 3, 4, 6, 8, 9, 11, 12, 16}) {
    if (threshold.report(0, step, 5).verdict == Verdict::stop) looks.push_back(step);
  }
  EXPECT_EQ(looks, (std::vector{3, 8, 11, 16}));  // from 3, 7, 11, 15
}

TEST(Threshold, SaysWhichBound) {
  Threshold threshold({100}, {-1, 1, 0, 1});
  for (TrialId trial = 0; trial < 2; ++trial) static_cast<void>(threshold.next(trial));
  EXPECT_EQ(to_text(threshold.report(0, 4, 5).reason), "step 4: 5 is above 1");
  EXPECT_EQ(to_text(threshold.report(1, 4, -5).reason), "step 4: -5 is below -1");
}

TEST(Threshold, RefusesBoundsInTheWrongOrder) {
  EXPECT_THROW(Threshold({100}, {2, 1, 0, 1}), SpecError);
}

}  // namespace sweep::patience_test
