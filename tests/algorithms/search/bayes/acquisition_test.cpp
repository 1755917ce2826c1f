#include "algorithms/search/bayes/acquisition.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/model/gp/log_improvement.hpp"
#include "algorithms/search/bayes/loss_model.hpp"

namespace sweep::acquisition_test {

using Row = std::vector<double>;

const SearchSpace kSmall({{"n", IntUniform{1, 12}},
                          {"kind", Categorical({"a", "b", "c"})},
                          {"m", IntUniform{0, 9}}});
const SearchSpace kLarge({{"n", IntUniform{1, 100}}, {"m", IntUniform{1, 200}}});
const SearchSpace kCoarse({{"a", IntUniform{1, 12}},
                           {"b", IntUniform{1, 11}},
                           {"kind", Categorical({"a", "b", "c", "d"})},
                           {"c", IntUniform{1, 12}},
                           {"d", IntUniform{1, 12}}});
const SearchSpace kContinuous({{"x", Uniform{0, 1}},
                               {"kind", Categorical({"a", "b"})},
                               {"z", Normal{0, 1}}});

double wave(const Row& row) {
  double sum = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    sum += std::sin((3 + static_cast<double>(k)) * row[k]) + row[k] * row[k];
  }
  return sum;
}

double slope(const Row& row) { return row[0] + row.back(); }

// A search that has met some rows of a space, drawn at random.
struct Search {
  Search(const SearchSpace& space, std::size_t n, double (*loss)(const Row&)) : columns(space) {
    Stream draws(1);
    for (TrialId id = 0; id < n; ++id) {
      Row row;
      for (std::size_t k = 0; k < columns.width(); ++k) {
        row.push_back(columns.coordinate(k, draws.uniform()));
      }
      trials.end(id, row, loss(row));
    }
  }

  [[nodiscard]] ArdPosterior posterior() const {
    RowTable table(columns.width());
    Row targets;
    for (const auto& trial : trials.ended()) {
      table.append(trial.row);
      targets.push_back(trial.loss);
    }
    ArdScales scales(columns.width());
    for (double& log : scales.logs) log = -0.7;
    scales.logs.back() = std::log(1e-6);
    return {columns.kinds(), table, targets, scales};
  }

  [[nodiscard]] Row best_row() const { return trials.ended()[*trials.best()].row; }

  Encoding columns;
  TrialTable trials;
};

double score(const ArdPosterior& posterior, double best, const Row& row) {
  return log_improvement(best, posterior.at(row)).value;
}

TEST(BestAcquisition, IsTheBestUnmetRowOfASmallSpace) {
  const Search search(kSmall, 20, wave);
  const ArdPosterior posterior = search.posterior();
  const double best = best_mean(posterior);
  const auto found =
      best_acquisition({search.columns, search.trials, posterior, best, {}}, Stream(1));
  ASSERT_TRUE(found);
  EXPECT_FALSE(search.trials.has_seen(*found));
  for (Count i = 0; i < *search.columns.cardinality(); ++i) {
    const Row row = search.columns.row_at(i);
    if (search.trials.has_seen(row)) continue;
    EXPECT_LE(score(posterior, best, row), score(posterior, best, *found) + 1e-9);
  }
}

TEST(BestAcquisition, MeetsEachRowOfASmallSpaceOnceAndEnds) {
  Search search(SearchSpace({{"n", IntUniform{1, 6}}, {"k", Categorical({"a", "b"})}}), 1, wave);
  for (TrialId id = 1; id < 12; ++id) {
    const ArdPosterior posterior = search.posterior();
    const auto row = best_acquisition(
        {search.columns, search.trials, posterior, best_mean(posterior), {search.best_row()}},
        Stream(id));
    ASSERT_TRUE(row) << id;
    EXPECT_FALSE(search.trials.has_seen(*row)) << id;
    search.trials.end(id, *row, wave(*row));
  }
  EXPECT_EQ(search.trials.rows_seen(), 12u);
  const ArdPosterior posterior = search.posterior();
  EXPECT_FALSE(best_acquisition(
      {search.columns, search.trials, posterior, best_mean(posterior), {}}, Stream(1)));
}

// 20000 rows, too many to be scored whole: what is found is among the best thousandth.
TEST(BestAcquisition, FindsOneOfTheBestRowsOfALargerSpace) {
  for (const auto loss : {wave, slope}) {
    const Search search(kLarge, 15, loss);
    const ArdPosterior posterior = search.posterior();
    const double best = best_mean(posterior);
    const auto found = best_acquisition(
        {search.columns, search.trials, posterior, best, {search.best_row()}}, Stream(1));
    ASSERT_TRUE(found);
    const double value = score(posterior, best, *found);
    int better = 0;
    for (Count i = 0; i < *search.columns.cardinality(); ++i) {
      const Row row = search.columns.row_at(i);
      if (!search.trials.has_seen(row) && score(posterior, best, row) > value + 1e-9) ++better;
    }
    EXPECT_LE(better, 20);
  }
}

// All of a column's few values are tried from the row that is returned.
TEST(BestAcquisition, IsNotImprovedOnByAnotherValueOfOneColumn) {
  const Search search(kCoarse, 30, wave);
  const ArdPosterior posterior = search.posterior();
  const double best = best_mean(posterior);
  const auto found = best_acquisition(
      {search.columns, search.trials, posterior, best, {search.best_row()}}, Stream(1));
  ASSERT_TRUE(found);
  for (std::size_t k = 0; k < search.columns.width(); ++k) {
    for (const double x : search.columns.coordinates(k)) {
      Row row = *found;
      row[k] = x;
      if (search.trials.has_seen(row)) continue;
      // A climb ends where another round gains less than 1e-3.
      EXPECT_LE(score(posterior, best, row), score(posterior, best, *found) + 1e-3) << k;
    }
  }
}

// Else the same point has two rows, and could be tried twice.
TEST(BestAcquisition, HasTheRowOfItsPoint) {
  for (const SearchSpace& space : {kLarge, kContinuous}) {
    for (const auto loss : {wave, slope}) {
      Search search(space, 10, loss);
      for (TrialId id = 10; id < 16; ++id) {
        const ArdPosterior posterior = search.posterior();
        const auto row = best_acquisition(
            {search.columns, search.trials, posterior, best_mean(posterior), {search.best_row()}},
            Stream(id));
        ASSERT_TRUE(row);
        Row snapped = *row;
        search.columns.snap(snapped);
        EXPECT_EQ(snapped, *row);
        EXPECT_FALSE(search.trials.has_seen(*row));
        EXPECT_TRUE(space.contains(search.columns.point_of(*row).values));
        search.trials.end(id, *row, loss(*row));
      }
    }
  }
}

TEST(BestAcquisition, IsAtLeastAsGoodAsRandomRows) {
  const Search search(kContinuous, 10, wave);
  const ArdPosterior posterior = search.posterior();
  const double best = best_mean(posterior);
  const auto found = best_acquisition(
      {search.columns, search.trials, posterior, best, {search.best_row()}}, Stream(1));
  ASSERT_TRUE(found);
  Stream draws(9);
  for (int i = 0; i < 2000; ++i) {
    Row row;
    for (std::size_t k = 0; k < 3; ++k)
      row.push_back(search.columns.coordinate(k, draws.uniform()));
    // A climb ends where another round gains less than 1e-3.
    EXPECT_LE(score(posterior, best, row), score(posterior, best, *found) + 2e-3);
  }
}

TEST(BestAcquisition, DependsOnItsStreamAndTaskOnly) {
  const Search search(kContinuous, 10, wave);
  const ArdPosterior posterior = search.posterior();
  const AcquisitionTask task{
      search.columns, search.trials, posterior, best_mean(posterior), {search.best_row()}};
  EXPECT_EQ(best_acquisition(task, Stream(1)), best_acquisition(task, Stream(1)));
}

}  // namespace sweep::acquisition_test
