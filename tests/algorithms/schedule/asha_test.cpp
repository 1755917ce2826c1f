#include "algorithms/schedule/asha.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "algorithms/space/stream.hpp"
#include "algorithms/text/error.hpp"

namespace sweep::asha_test {

double loss_of(TrialId trial, int step) {
  Stream stream = Stream(17).child(trial).child(static_cast<std::uint64_t>(step));
  return std::floor(stream.uniform() * 200);  // with ties
}

/// Algorithm 2 of the paper, word by word: sorts each rung anew for each job.
class PaperAsha {
 public:
  PaperAsha(std::size_t rungs, double eta) : rungs_(rungs), promoted_(rungs), eta_(eta) {}

  // The trial to promote, and the rung that it is promoted from.
  std::optional<std::pair<TrialId, std::size_t>> job() {
    for (std::size_t k = rungs_.size() - 1; k-- > 0;) {
      std::sort(rungs_[k].begin(), rungs_[k].end());
      const auto best = static_cast<std::size_t>(static_cast<double>(rungs_[k].size()) / eta_);
      for (std::size_t i = 0; i < best; ++i) {
        if (promoted_[k].insert(rungs_[k][i].second).second) return {{rungs_[k][i].second, k}};
      }
    }
    return std::nullopt;
  }
  void finished(std::size_t rung, TrialId trial, double loss) {
    rungs_[rung].push_back({loss, trial});
  }

 private:
  std::vector<std::vector<std::pair<double, TrialId>>> rungs_;
  std::vector<std::set<TrialId>> promoted_;
  double eta_;
};

class AshaByEta : public testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(Etas, AshaByEta, testing::Values(2.0, 3.0, 4.0, 1.5), [](const auto& eta) {
  return "eta" + std::to_string(int(eta.param * 10));
});

// One worker: each job is done before the next one is asked for.
TEST_P(AshaByEta, WithOneWorkerDoesWhatThePaperSays) {
  constexpr int kMaxStep = 64;
  const double eta = GetParam();
  Asha asha({kMaxStep}, {AshaForm::promotion, eta, 1, 0});
  std::vector<int> steps;
  for (double step = 1; step <= kMaxStep; step *= eta) {
    if (steps.empty() || int(step) > steps.back()) steps.push_back(int(step));
  }
  steps.back() = kMaxStep;
  PaperAsha paper(steps.size(), eta);
  TrialId fresh = 0;
  for (int job = 0; job < 600; ++job) {
    const auto expected = paper.job();
    const Order order = asha.next(fresh);
    const std::size_t rung = expected ? expected->second + 1 : 0;
    const TrialId trial = expected ? expected->first : fresh++;
    const Order wanted = expected ? Order(Resume{trial, steps[rung]}) : Order(Start{steps[0]});
    ASSERT_EQ(order, wanted) << "job " << job;
    const double loss = loss_of(trial, steps[rung]);
    const Decision decision = asha.report(trial, steps[rung], loss);
    EXPECT_EQ(decision.verdict, rung + 1 == steps.size() ? Verdict::go_on : Verdict::pause);
    paper.finished(rung, trial, loss);
  }
}

TEST(Asha, StoppingKeepsTheBestShareSoFar) {
  Asha asha({9}, {AshaForm::stopping, 3, 1, 0});
  const double losses[] = {5, 6, 4, 4, 4.5, 3, 5, 3.5};
  // The first goes on; then the best floor(n/3), one at least, equal ones too.
  const bool goes_on[] = {true, false, true, true, false, true, false, true};
  for (TrialId trial = 0; trial < 8; ++trial) {
    ASSERT_EQ(asha.next(trial), Order(Start{9}));
    const Decision decision = asha.report(trial, 1, losses[trial]);
    EXPECT_EQ(decision.verdict, goes_on[trial] ? Verdict::go_on : Verdict::stop) << trial;
    EXPECT_EQ(decision.reason.of, trial + 1);
  }
}

TEST(Asha, SaysWhyATrialStops) {
  Asha asha({9}, {AshaForm::stopping, 3, 1, 0});
  for (const TrialId trial : {0, 1}) static_cast<void>(asha.next(trial));
  static_cast<void>(asha.report(0, 1, 0.5));
  EXPECT_EQ(to_text(asha.report(1, 1, 0.75).reason), "rung 1: 0.75 is not among the best 1 of 2");
}

TEST(Asha, RefusesARateThatLeavesNoRung) {
  EXPECT_NO_THROW(Asha({81}, {AshaForm::promotion, 3, 1, 4}));
  EXPECT_THROW(Asha({81}, {AshaForm::promotion, 3, 1, 5}), SpecError);
}

TEST(Asha, SaysHowManyRungsThereAre) {
  Asha::Options options;
  options.s = 3;
  try {
    static_cast<void>(Asha({9}, options));
    FAIL();
  } catch (const SpecError& error) {
    EXPECT_STREQ(error.what(),
                 "asha.s = 3: expected at most 2, as max_step 9 has 3 rungs for min_step 1 and "
                 "eta 3");
  }
}

}  // namespace sweep::asha_test
