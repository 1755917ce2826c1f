#include "bench/results/record.hpp"

#include <gtest/gtest.h>

namespace sweep::record_test {

TEST(Record, IsTheLastOfItsTrialWhereAnotherTrialFollows) {
  const std::vector<Record> records = {{4, 1, 3}, {4, 2, 2}, {1, 1, 5}, {4, 3, 1}};
  std::vector<bool> last;
  for (std::size_t i = 0; i < records.size(); ++i) last.push_back(is_last_of_trial(records, i));
  EXPECT_EQ(last, (std::vector{false, true, true, true}));
}

}  // namespace sweep::record_test
