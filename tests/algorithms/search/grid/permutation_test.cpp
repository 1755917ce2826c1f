#include "algorithms/search/grid/permutation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sweep::permutation_test {

TEST(Permutation, MapsEveryPositionToAnotherPoint) {
  for (const unsigned n : {1u, 2u, 3u, 16u, 17u, 1000u}) {
    const Permutation permutation(n, Stream(3));
    std::vector<bool> met(n);
    for (unsigned i = 0; i < n; ++i) {
      const Count image = permutation(i);
      ASSERT_LT(image, n);
      EXPECT_FALSE(met[static_cast<std::size_t>(image)]);
      met[static_cast<std::size_t>(image)] = true;
      EXPECT_EQ(permutation.inverse(image), i);
    }
  }
}

TEST(Permutation, WorksUpToTwoToThe127) {
  const Count n = kLargestCount;
  const Permutation permutation(n, Stream(3));
  for (const Count i : {Count{0}, Count{1}, n / 2, n - 1}) {
    EXPECT_LT(permutation(i), n);
    EXPECT_EQ(permutation.inverse(permutation(i)), i);
  }
}

TEST(Permutation, DependsOnItsKey) {
  const Permutation a(1'000'000, Stream(1));
  const Permutation b(1'000'000, Stream(2));
  int same = 0;
  for (unsigned i = 0; i < 100; ++i) same += a(i) == b(i) ? 1 : 0;
  EXPECT_LE(same, 1);
}

// Where 0 goes, over many keys: each of 8 places equally often.
TEST(Permutation, TreatsAllPlacesAlike) {
  const int keys = 8000;
  std::vector<int> counts(8);
  for (int key = 0; key < keys; ++key) {
    ++counts[static_cast<std::size_t>(Permutation(8, Stream(static_cast<std::uint64_t>(key)))(0))];
  }
  const double deviation = std::sqrt(keys / 8.0 * (7.0 / 8));
  for (const int count : counts) EXPECT_NEAR(count, keys / 8.0, 5 * deviation);
}

}  // namespace sweep::permutation_test
