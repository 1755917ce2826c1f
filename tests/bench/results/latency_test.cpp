#include "bench/results/latency.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sweep::latency_test {

// Half a bucket of 1/32 of its octave's lower end.
constexpr double kHalfBucket = 1.0 / 64;

TEST(LatencyHistogram, SaysNothingWhenEmpty) {
  EXPECT_EQ(LatencyHistogram().quantile(0.5), std::nullopt);
  EXPECT_EQ(LatencyHistogram().count(), 0U);
}

TEST(LatencyHistogram, IsOffByHalfABucketAtMost) {
  for (double nanoseconds = 1; nanoseconds < 4e12; nanoseconds *= 1.0173) {
    LatencyHistogram histogram;
    histogram.add(nanoseconds);
    EXPECT_NEAR(*histogram.quantile(0.5) / nanoseconds, 1, 2 * kHalfBucket) << nanoseconds;
    if (nanoseconds >= 64) {
      EXPECT_NEAR(*histogram.quantile(0.5) / nanoseconds, 1, kHalfBucket) << nanoseconds;
    }
  }
}

TEST(LatencyHistogram, IsExactForFewNanoseconds) {
  for (int nanoseconds = 1; nanoseconds <= 32; ++nanoseconds) {
    LatencyHistogram histogram;
    histogram.add(nanoseconds);
    EXPECT_EQ(histogram.quantile(1), nanoseconds);
  }
}

TEST(LatencyHistogram, CountsWhatLiesOutsideAtTheEnds) {
  for (const double low : {0.0, -5.0, 0.5, std::numeric_limits<double>::quiet_NaN()}) {
    LatencyHistogram histogram;
    histogram.add(low);
    EXPECT_EQ(histogram.quantile(0.5), 1) << low;
  }
  LatencyHistogram histogram;
  histogram.add(std::numeric_limits<double>::infinity());
  EXPECT_NEAR(*histogram.quantile(0.5) / 0x1p42, 1, 2 * kHalfBucket);
}

TEST(LatencyHistogram, FindsTheQuantilesOfARamp) {
  LatencyHistogram histogram;
  for (int i = 10000; i >= 1; --i) histogram.add(100.0 * i);
  for (const double p : {0.001, 0.1, 0.5, 0.9, 0.99, 1.0}) {
    EXPECT_NEAR(*histogram.quantile(p) / (1e6 * p), 1, 2 * kHalfBucket) << p;
  }
  EXPECT_EQ(histogram.quantile(0), histogram.quantile(0.0001));
}

TEST(LatencyHistogram, TakesManyAtOnceAsOneByOne) {
  LatencyHistogram one_by_one;
  for (int i = 0; i < 7; ++i) one_by_one.add(250);
  LatencyHistogram at_once;
  at_once.add(250, 7);
  at_once.add(90, 0);
  EXPECT_EQ(at_once, one_by_one);
}

TEST(LatencyHistogram, MergesAsIfAllHadBeenAddedToOne) {
  LatencyHistogram evens;
  LatencyHistogram odds;
  LatencyHistogram all;
  for (int i = 1; i < 2000; ++i) {
    const double nanoseconds = std::pow(1.01, i);
    (i % 2 == 0 ? evens : odds).add(nanoseconds);
    all.add(nanoseconds);
  }
  odds.merge(evens);
  EXPECT_EQ(odds, all);
  all.merge(all);
  EXPECT_EQ(all.count(), 2 * odds.count());
  EXPECT_EQ(all.quantile(0.3), odds.quantile(0.3));
}

TEST(LatencyHistogram, ReadsItsOwnText) {
  LatencyHistogram histogram;
  histogram.add(1024, 5);
  histogram.add(1152);
  histogram.add(7e9, 1'000'000'000'000);
  EXPECT_EQ(histogram.to_text().substr(0, 11), "320:5 324:1");
  EXPECT_EQ(LatencyHistogram::from_text(histogram.to_text()), histogram);
  EXPECT_EQ(LatencyHistogram::from_text(""), LatencyHistogram());
}

TEST(LatencyHistogram, RefusesOtherText) {
  for (const char* text : {"x", "1", "1:", ":1", "1:0", "1:2 ", "1:2  3:4", "1:2,3:4", "-1:2",
                           "1:-2", "1344:1", "1:99999999999999999999", "99999999999:1"}) {
    EXPECT_EQ(LatencyHistogram::from_text(text), std::nullopt) << text;
  }
}

}  // namespace sweep::latency_test
