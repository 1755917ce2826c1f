#include "bench/results/digest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "algorithms/space/real_limits.hpp"

namespace sweep::digest_test {

constexpr double kInf = std::numeric_limits<double>::infinity();

Digest digest_of_trial(std::vector<double> point, double loss,
                       TrialState state = TrialState::completed) {
  DigestBuilder builder;
  builder.add_trial(point, state, std::vector<Observation>{{1, loss}});
  return builder.finish();
}

Digest digest_of_curve(const std::vector<Observation>& curve) {
  DigestBuilder builder;
  builder.add_trial(std::vector<double>{1, 2}, TrialState::completed, curve);
  return builder.finish();
}

TEST(Digest, IsTheSameForBlocksAndOneByOne) {
  for (const std::size_t width : {1U, 2U, 7U, 600U}) {
    std::vector<double> losses;
    std::vector<double> rows;
    for (std::size_t i = 0; i < 700; ++i) {
      losses.push_back(i % 5 == 0 ? kNaN : std::sin(static_cast<double>(i)));
      for (std::size_t j = 0; j < width; ++j) rows.push_back(static_cast<double>(i * width + j));
    }
    DigestBuilder blocks;
    const std::span<const double> all_rows = rows;
    const std::span<const double> all_losses = losses;
    blocks.add_trials(all_rows.first(3 * width), all_losses.first(3));
    blocks.add_trials(all_rows.subspan(3 * width), all_losses.subspan(3));
    blocks.add_trials({}, {});
    DigestBuilder one_by_one;
    for (std::size_t i = 0; i < losses.size(); ++i) {
      one_by_one.add_trial(all_rows.subspan(i * width, width),
                           std::isnan(losses[i]) ? TrialState::failed : TrialState::completed,
                           std::vector<Observation>{{1, losses[i]}});
    }
    EXPECT_EQ(to_hex(blocks.finish()), to_hex(one_by_one.finish())) << width;
  }
}

TEST(Digest, ChangesWithEveryPartOfATrial) {
  const std::set<Digest> different = {
      DigestBuilder().finish(),
      digest_of_trial({1, 2}, 3),
      digest_of_trial({2, 1}, 3),
      digest_of_trial({1, 2}, 4),
      digest_of_trial({1, 2}, 3, TrialState::stopped),
      digest_of_trial({1, 2}, std::nextafter(3, 4)),
      digest_of_trial({1, 2}, kInf),
      digest_of_trial({1, 2}, kNaN),
      digest_of_trial({1}, 2),
      digest_of_trial({1, 2, 3}, 3),
      digest_of_trial({0.0, 2}, 3),
      digest_of_trial({-0.0, 2}, 3),
  };
  EXPECT_EQ(different.size(), 12U);
}

TEST(Digest, ChangesWithEveryPartOfACurve) {
  const std::set<Digest> different = {
      digest_of_curve({}),
      digest_of_curve({{1, 3}}),
      digest_of_curve({{2, 3}}),
      digest_of_curve({{1, 5}, {2, 3}}),
      digest_of_curve({{1, 6}, {2, 3}}),
      digest_of_curve({{1, 5}, {3, 3}}),
      digest_of_curve({{1, 5}, {2, 4}, {3, 3}}),
  };
  EXPECT_EQ(different.size(), 7U);
}

TEST(Digest, KnowsOneNaNOnly) {
  EXPECT_EQ(digest_of_trial({kNaN}, -kNaN), digest_of_trial({-kNaN}, std::nan("7")));
}

TEST(Digest, ChangesWithTheOrderOfTrials) {
  const std::vector<double> points = {1, 2};
  DigestBuilder builder;
  builder.add_trials(points, std::vector<double>{5, 5});
  const Digest forwards = builder.finish();
  builder.add_trials(std::vector<double>{2, 1}, std::vector<double>{5, 5});
  EXPECT_NE(builder.finish(), forwards);
}

TEST(Digest, StartsAnewAfterFinishing) {
  DigestBuilder builder;
  builder.add_trial(std::vector<double>{9}, TrialState::completed,
                    std::vector<Observation>{{1, 9}});
  static_cast<void>(builder.finish());
  builder.add_trial(std::vector<double>{1}, TrialState::completed,
                    std::vector<Observation>{{1, 2}});
  EXPECT_EQ(builder.finish(), digest_of_trial({1}, 2));
}

// The 128-bit XXH3 of no bytes, as the reference implementation's xxh128sum prints it.
TEST(Digest, AgreesWithTheReferenceOnNothing) {
  EXPECT_EQ(to_hex(digest_of("")), "99aa06d3014798d86001c324468d497f");
}

TEST(Digest, ReadsItsOwnHexOnly) {
  const Digest digest = digest_of("some text");
  EXPECT_EQ(digest_from_hex(to_hex(digest)), digest);
  std::string hex = to_hex(digest);
  EXPECT_EQ(digest_from_hex(hex.substr(1)), std::nullopt);
  hex[31] = 'g';
  EXPECT_EQ(digest_from_hex(hex), std::nullopt);
  hex[31] = 'A';
  EXPECT_EQ(digest_from_hex(hex), std::nullopt);
}

Digest result_digest(const std::vector<std::pair<Cell, Digest>>& cells) {
  ResultDigest all;
  for (const auto& [cell, digest] : cells) all.add(cell, digest);
  return all.value();
}

TEST(ResultDigest, DoesNotDependOnTheOrder) {
  std::vector<std::pair<Cell, Digest>> cells;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    cells.push_back({{"random", "ackley", seed}, {seed, 2}});
  }
  const Digest forwards = result_digest(cells);
  std::reverse(cells.begin(), cells.end());
  EXPECT_EQ(result_digest(cells), forwards);
}

TEST(ResultDigest, ChangesWithEveryPartOfACell) {
  const std::set<Digest> different = {
      result_digest({}),
      result_digest({{{"ab", "c", 1}, {1, 2}}}),
      result_digest({{{"a", "bc", 1}, {1, 2}}}),
      result_digest({{{"ab", "c", 2}, {1, 2}}}),
      result_digest({{{"ab", "c", 1}, {2, 1}}}),
      result_digest({{{"ab", "c", 1}, {1, 3}}}),
      result_digest({{{"ab", "c", 1}, {1, 2}}, {{"ab", "c", 2}, {3, 4}}}),
      result_digest({{{"ab", "c", 1}, {3, 4}}, {{"ab", "c", 2}, {1, 2}}}),
  };
  EXPECT_EQ(different.size(), 8U);
}

}  // namespace sweep::digest_test
