#include "bench/session/reported_trials.hpp"

#include "tests/bench/store/store_fixture.hpp"

namespace sweep::reported_trials_test {

class ReportedTrialsTest : public StoreTest {
 protected:
  /// The sheet of one cell of two trials, whose points are `values`, row by row.
  [[nodiscard]] TrialSheet sheet_of(const std::string& parameters,
                                    std::vector<double> values) const {
    StoreContents stored = contents();
    stored.header.record = RecordLevel::trials;
    stored.objectives[0].space = "{parameters: {" + parameters + "}}";
    Store store = Store::open(path(), stored);
    CellResult result = cell(1);
    result.records = {{0, 1, 1.5, TrialState::completed}, {1, 1, 0.25, TrialState::completed}};
    result.points = std::move(values);
    EXPECT_TRUE(store.append(result));
    return reported_trials(opened_stores({path()}), 100).at(0);
  }
};

TEST_F(ReportedTrialsTest, AreTakenByTheLogarithmIfTheirDistributionIs) {
  const TrialSheet sheet = sheet_of(
      "normal: {distribution: log_normal, mu: 0.0, sigma: 1.0}, "
      "uniform: {distribution: log_uniform_values, min: 0.001, max: 1.0}, "
      "linear: {distribution: uniform, min: 1.0, max: 2.0}, "
      "either: {distribution: zero_or, p: 0.1, inner: {distribution: log_uniform_values, min: "
      "0.001, max: 1.0}}",
      {0.1, 0.5, 1, 0.01, 12, 0.01, 2, 0.1});
  ASSERT_EQ(sheet.parameters.size(), 4U);
  for (const TrialColumn& column : sheet.parameters) {
    EXPECT_EQ(column.is_logarithmic, column.name != "linear") << column.name;
  }
}

TEST_F(ReportedTrialsTest, AreTakenAsTheyAreIfOneIsZero) {
  const TrialSheet sheet = sheet_of(
      "normal: {distribution: q_log_normal, mu: 0.0, sigma: 1.0, q: 1.0}, "
      "either: {distribution: zero_or, p: 0.1, inner: {distribution: log_uniform_values, min: "
      "0.001, max: 1.0}}",
      {1, 0.01, 0, 0});
  ASSERT_EQ(sheet.parameters.size(), 2U);
  for (const TrialColumn& column : sheet.parameters) {
    EXPECT_FALSE(column.is_logarithmic) << column.name;
  }
}

}  // namespace sweep::reported_trials_test
