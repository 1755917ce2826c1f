#include "algorithms/schedule/checked_asha.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace sweep::checked_asha_test {

constexpr int kMaxStep = 27;  // rungs at 1, 3, 9
using Curve = std::function<double(TrialId, int)>;

/// One worker that does what it is told, and writes down the orders to begin a trial.
class Worker {
 public:
  explicit Worker(Curve curve, const CheckedAsha::Options& options = {})
      : scheduler_({kMaxStep}, options), curve_(std::move(curve)) {}

  void work(int jobs) {
    for (int i = 0; i < jobs; ++i) {
      const Order order = scheduler_.next(fresh_);
      if (const auto* start = std::get_if<Start>(&order)) {
        starts_.push_back(start->until);
        take_steps(fresh_++, start->until);
      } else {
        const auto& resume = std::get<Resume>(order);
        resumes_.push_back(resume);
        take_steps(resume.trial, resume.until);
      }
    }
  }
  CheckedAsha& scheduler() { return scheduler_; }
  [[nodiscard]] const std::vector<int>& starts() const { return starts_; }
  [[nodiscard]] const std::vector<Resume>& resumes() const { return resumes_; }
  [[nodiscard]] TrialId fresh() const { return fresh_; }

 private:
  void take_steps(TrialId trial, int until) {
    while (steps_[trial] < until) {
      const int step = ++steps_[trial];
      const Decision decision = scheduler_.report(trial, step, curve_(trial, step));
      const bool pauses = step == until && until < kMaxStep;
      ASSERT_EQ(decision.verdict, pauses ? Verdict::pause : Verdict::go_on);
    }
    if (until == kMaxStep) scheduler_.ended(trial, TrialState::completed);
  }

  CheckedAsha scheduler_;
  Curve curve_;
  std::map<TrialId, int> steps_;
  std::vector<int> starts_;
  std::vector<Resume> resumes_;
  TrialId fresh_ = 0;
};

double rank_of(TrialId trial) { return static_cast<double>(trial * 37 % 101); }

CheckedAsha::Options often_checked() {
  CheckedAsha::Options options;
  options.check_share = 0.5;
  return options;
}

TEST(CheckedAsha, BeginsWithACheckAndAtTheSecondRung) {
  Worker worker([](TrialId trial, int) { return rank_of(trial); });
  worker.work(4);
  EXPECT_EQ(worker.starts(), std::vector({kMaxStep, 3, 3, 3}));
}

TEST(CheckedAsha, GoesDownToTheFirstRungWhereRanksHold) {
  Worker worker([](TrialId trial, int step) { return rank_of(trial) + 1.0 / step; },
                often_checked());
  worker.work(60);
  for (auto start = worker.starts().end() - 10; start != worker.starts().end(); ++start) {
    EXPECT_TRUE(*start == 1 || *start == kMaxStep) << *start;
  }
}

TEST(CheckedAsha, GoesUpToTheFirstRungWhoseRanksHold) {
  const auto turned = [](TrialId trial, int step) {
    return step < 9 ? -rank_of(trial) : rank_of(trial);
  };
  Worker worker(turned, often_checked());
  worker.work(60);
  for (auto start = worker.starts().end() - 10; start != worker.starts().end(); ++start) {
    EXPECT_TRUE(*start == 9 || *start == kMaxStep) << *start;
  }
}

TEST(CheckedAsha, StopsNothingWhereOnlyTheEndTells) {
  const auto late = [](TrialId trial, int step) {
    return step < kMaxStep ? -rank_of(trial) : rank_of(trial);
  };
  Worker worker(late, often_checked());
  worker.work(60);
  for (auto start = worker.starts().end() - 10; start != worker.starts().end(); ++start) {
    EXPECT_EQ(*start, kMaxStep);
  }
}

TEST(CheckedAsha, TakesTrialsThatWaitBelowOnBeforeNewOnes) {
  const auto turned = [](TrialId trial, int step) {
    return step < 9 ? -rank_of(trial) : rank_of(trial);
  };
  Worker worker(turned, often_checked());
  worker.work(60);
  std::size_t to_nine = 0;
  for (const Resume& resume : worker.resumes()) to_nine += resume.until == 9 ? 1 : 0;
  const auto at_three = std::count(worker.starts().begin(), worker.starts().end(), 3);
  EXPECT_GT(at_three, 3);
  EXPECT_EQ(to_nine, static_cast<std::size_t>(at_three)) << "all of them, not a third";
}

TEST(CheckedAsha, SparesStepsOnceThereIsNothingToBegin) {
  Worker worker([](TrialId trial, int) { return rank_of(trial); });
  worker.work(4);  // three wait at step 3, where four have been: the best one goes on
  const Order order = worker.scheduler().next(std::nullopt);
  ASSERT_TRUE(std::holds_alternative<Resume>(order) || std::holds_alternative<Wait>(order));
  int resumed = std::holds_alternative<Resume>(order) ? 1 : 0;
  while (std::holds_alternative<Resume>(worker.scheduler().next(std::nullopt))) ++resumed;
  EXPECT_LE(resumed, 1);
}

TEST(CheckedAsha, ForgetsChecksThatFail) {
  Worker worker([](TrialId trial, int) { return rank_of(trial); }, often_checked());
  ASSERT_EQ(worker.scheduler().next(0), Order(Start{kMaxStep}));
  static_cast<void>(worker.scheduler().report(0, 1, 5));
  worker.scheduler().ended(0, TrialState::failed);
  EXPECT_EQ(worker.scheduler().next(1), Order(Start{3}));
}

TEST(CheckedAsha, ChecksNothingIfItIsNotTo) {
  CheckedAsha::Options options;
  options.check_share = 0;
  Worker worker([](TrialId trial, int) { return rank_of(trial); }, options);
  worker.work(30);
  for (const int start : worker.starts()) EXPECT_EQ(start, 3);
}

TEST(CheckedAsha, SaysWhyATrialWaits) {
  CheckedAsha scheduler({kMaxStep}, {});
  static_cast<void>(scheduler.next(0));
  static_cast<void>(scheduler.next(1));
  static_cast<void>(scheduler.report(1, 1, 0.5));
  EXPECT_EQ(to_text(scheduler.report(1, 3, 0.25).reason),
            "rung 2: 0.25 waits for others; the best 0 of 1 go on");
}

}  // namespace sweep::checked_asha_test
