#include "algorithms/search/tpe/thinned_trials.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace sweep::thinned_trials_test {

using Added = ThinnedTrials::Added;

ThinnedTrials::Member member(TrialId id) { return {id, static_cast<std::uint32_t>(id) + 7}; }

ThinnedTrials after(TrialId n) {
  ThinnedTrials trials;
  for (TrialId id = 0; id < n; ++id) trials.add(member(id));
  return trials;
}

bool has(const ThinnedTrials& trials, TrialId id) {
  return std::count(trials.members().begin(), trials.members().end(), member(id)) > 0;
}

TEST(ThinnedTrials, AreAllOfThemUpToTheMost) {
  const ThinnedTrials trials = after(ThinnedTrials::kMost);
  ASSERT_EQ(trials.members().size(), ThinnedTrials::kMost);
  for (TrialId id = 0; id < ThinnedTrials::kMost; ++id) {
    EXPECT_EQ(trials.members()[id], member(id));
    EXPECT_FALSE(trials.is_sampled(id));
  }
  EXPECT_EQ(trials.sample(), 0U);
  EXPECT_EQ(trials.sampled(), 0U);
}

TEST(ThinnedTrials, MakeRoomAtTheNextOne) {
  ThinnedTrials trials = after(ThinnedTrials::kMost);
  EXPECT_EQ(trials.add(member(ThinnedTrials::kMost)), Added::thinned);
  EXPECT_EQ(trials.sampled(), ThinnedTrials::kNewest + 1);
  EXPECT_TRUE(trials.is_sampled(ThinnedTrials::kNewest));
  EXPECT_FALSE(trials.is_sampled(ThinnedTrials::kNewest + 1));
  EXPECT_EQ(trials.members().size(), trials.sample() + ThinnedTrials::kNewest);
  EXPECT_EQ(trials.add(member(ThinnedTrials::kMost + 1)), Added::alone);
}

// The sequence of the golden ratio puts into every stretch of ids its share, but for two.
TEST(ThinnedTrials, SampleOldOnesEvenly) {
  const ThinnedTrials trials = after(100'000);
  EXPECT_EQ(trials.size(), 100'000U);
  EXPECT_LE(trials.sample(), ThinnedTrials::kNewest / 2);
  EXPECT_GE(trials.sample(), ThinnedTrials::kNewest / 8);
  const auto sample = trials.members().first(trials.sample());
  const auto share = static_cast<double>(trials.sample()) / static_cast<double>(trials.sampled());
  for (TrialId from = 0; from + 10'000 <= trials.sampled(); from += 10'000) {
    const auto there = std::count_if(sample.begin(), sample.end(), [&](const auto& trial) {
      return trial.id >= from && trial.id < from + 10'000;
    });
    EXPECT_NEAR(static_cast<double>(there), share * 10'000, 2) << from;
  }
}

TEST(ThinnedTrials, HaveAllNewOnes) {
  for (TrialId n = 2000; n < 9000; n += 239) {
    const ThinnedTrials trials = after(n);
    EXPECT_LE(trials.members().size(), ThinnedTrials::kMost);
    for (TrialId id = n - ThinnedTrials::kNewest; id < n; ++id) ASSERT_TRUE(has(trials, id)) << n;
  }
}

TEST(ThinnedTrials, CountThoseThatLeave) {
  ThinnedTrials trials = after(5000);
  const std::size_t members = trials.members().size();
  const std::size_t sample = trials.sample();
  const TrialId in_sample = trials.members()[1].id;
  TrialId left_out = 0;
  while (has(trials, left_out)) ++left_out;
  trials.remove(member(left_out));
  EXPECT_EQ(trials.members().size(), members);
  EXPECT_EQ(trials.size(), 4999U);
  trials.remove(member(in_sample));
  EXPECT_EQ(trials.members().size(), members - 1);
  EXPECT_EQ(trials.sample(), sample - 1);
  trials.remove(member(4999));
  EXPECT_EQ(trials.sample(), sample - 1);
  EXPECT_EQ(trials.size(), 4997U);
  EXPECT_EQ(trials.add(member(left_out)), Added::left_out);
  EXPECT_EQ(trials.add(member(in_sample)), Added::alone);
  EXPECT_TRUE(has(trials, in_sample));
  EXPECT_EQ(trials.sample(), sample);
  EXPECT_EQ(trials.size(), 4999U);
}

// Old ones come up late, by the thousand, and all of the new ones leave.
TEST(ThinnedTrials, StayInOrderHoweverTheyCome) {
  ThinnedTrials trials;
  for (TrialId id = 20'000; id < 24'000; ++id) trials.add(member(id));
  for (TrialId id = 20'000; id-- > 0;) trials.add(member(id));
  for (TrialId id = 22'000; id < 24'000; ++id) trials.remove(member(id));
  EXPECT_EQ(trials.size(), 22'000U);
  for (TrialId id = 24'000; id < 40'000; ++id) trials.add(member(id));
  EXPECT_EQ(trials.size(), 38'000U);
  EXPECT_LE(trials.members().size(), ThinnedTrials::kMost);
  const auto all = trials.members();
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                             [](const auto& a, const auto& b) { return a.id < b.id; }));
  const auto is_sampled = [&](const auto& trial) { return trials.is_sampled(trial.id); };
  EXPECT_EQ(static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_sampled)),
            trials.sample());
}

}  // namespace sweep::thinned_trials_test
