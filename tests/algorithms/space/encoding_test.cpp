#include "algorithms/space/encoding.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sweep::encoding_test {

const SearchSpace kMixed({{"x", Uniform{-2, 3}},
                          {"fixed", Constant{7}},
                          {"lr", LogUniform::between(1e-5, 1)},
                          {"kind", Categorical({"a", "b", "c"}, {0.5, 0.2, 0.3})},
                          {"n", IntUniform{3, 40}},
                          {"q", Quantised{Uniform{0, 1}, 0.25}},
                          {"decay", ZeroOr{0.3, LogUniform::between(1e-4, 1e-1)}},
                          {"z", Normal{1, 2}}});

const SearchSpace kFinite({{"kind", Categorical({"a", "b", "c"}, {0.5, 0.2, 0.3})},
                           {"fixed", Constant{7}},
                           {"n", IntUniform{-1, 2}},
                           {"q", Quantised{Uniform{0, 1}, 0.5}}});

Point random_point(const SearchSpace& space, Stream stream) {
  UnitPoint unit{std::vector<double>(space.size())};
  stream.fill_uniform(unit.values);
  return space.from_unit(unit);
}

TEST(Encoding, AreTheParametersThatVary) {
  using Kind = EncodedColumn::Kind;
  const Encoding columns(kMixed);
  const Kind kinds[] = {Kind::continuous, Kind::continuous, Kind::category,  Kind::stepped,
                        Kind::stepped,    Kind::stepped,    Kind::continuous};
  const std::size_t parameters[] = {0, 2, 3, 4, 5, 6, 7};
  ASSERT_EQ(columns.width(), 7u);
  for (std::size_t k = 0; k < columns.width(); ++k) {
    EXPECT_EQ(columns[k].kind, kinds[k]) << k;
    EXPECT_EQ(columns[k].parameter, parameters[k]) << k;
    EXPECT_EQ(columns.kinds().is_category[k] != 0, columns.is_category(k)) << k;
  }
  EXPECT_FALSE(columns.cardinality());
  EXPECT_EQ(*Encoding(kFinite).cardinality(), Count{36});
}

TEST(Encoding, TakePointsThereAndBack) {
  const Encoding columns(kMixed);
  for (std::uint64_t i = 0; i < 200; ++i) {
    const Point point = random_point(kMixed, Stream(1).child(i));
    const auto row = columns.row_of(point.values);
    const Point back = columns.point_of(row);
    for (std::size_t p = 0; p < kMixed.size(); ++p) {
      // Continuous values by way of a probability: its rounding, times the range of 1/density.
      EXPECT_NEAR(back.values[p], point.values[p], 1e-11) << kMixed[p].name;
    }
    EXPECT_TRUE(kMixed.contains(back.values));
    for (std::size_t k = 0; k < columns.width(); ++k) {
      EXPECT_GE(row[k], 0);
      if (!columns.is_category(k)) {
        EXPECT_LE(row[k], 1);
      }
    }
  }
}

TEST(Encoding, SnapRowsToThoseOfTheirPoints) {
  const Encoding columns(kMixed);
  Stream draws(2);
  for (int i = 0; i < 200; ++i) {
    std::vector<double> row;
    for (std::size_t k = 0; k < columns.width(); ++k) {
      const double wide = 1.6 * draws.uniform() - 0.3;  // outside the cube, too
      row.push_back(columns.is_category(k) ? static_cast<double>(draws.index(3)) : wide);
    }
    columns.snap(row);
    auto again = row;
    columns.snap(again);
    EXPECT_EQ(again, row);
    const auto known = columns.row_of(columns.point_of(row).values);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (columns[k].kind == EncodedColumn::Kind::continuous) {
        EXPECT_NEAR(known[k], row[k], 1e-12) << k;
      } else {
        EXPECT_EQ(known[k], row[k]) << k;
      }
    }
  }
}

TEST(Encoding, KeepUnboundedValuesFinite) {
  const SearchSpace space({{"z", Normal{0, 1}}, {"l", LogNormal{0, 2}}, {"x", Uniform{2, 3}}});
  const Encoding columns(space);
  for (const double end : {-7.0, 0.0, 1.0, 8.0}) {
    std::vector<double> row(3, end);
    columns.snap(row);
    const Point point = columns.point_of(row);
    EXPECT_TRUE(space.contains(point.values)) << end;
    EXPECT_LT(std::abs(point.values[0]), 5) << end;
    EXPECT_EQ(point.values[2], end > 0.5 ? 3 : 2);  // bounds are values
  }
}

TEST(Encoding, NumberEachRowOnce) {
  const Encoding columns(kFinite);
  std::set<std::vector<double>> rows;
  for (Count i = 0; i < *columns.cardinality(); ++i) {
    const auto row = columns.row_at(i);
    auto snapped = row;
    columns.snap(snapped);
    EXPECT_EQ(snapped, row);
    const Point point = columns.point_of(row);
    EXPECT_TRUE(kFinite.contains(point.values));
    EXPECT_EQ(columns.row_of(point.values), row);
    rows.insert(row);
  }
  EXPECT_EQ(rows.size(), 36u);
}

TEST(Encoding, ListTheCoordinatesOfAColumn) {
  const Encoding columns(kFinite);
  EXPECT_EQ(columns.coordinates(0), (std::vector<double>{0, 1, 2}));
  // The centres of four cells of 1/4; and of cells of 1/4, 1/2 and 1/4, as rounding makes them.
  const std::vector<double> quarters = {0.125, 0.375, 0.625, 0.875};
  const std::vector<double> rounded = {0.125, 0.5, 0.875};
  const auto n = columns.coordinates(1);
  const auto q = columns.coordinates(2);
  ASSERT_EQ(n.size(), 4u);
  ASSERT_EQ(q.size(), 3u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(n[i], quarters[i], 1e-15);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(q[i], rounded[i], 1e-15);
}

TEST(Encoding, DrawAnotherCategoryByProbability) {
  const Encoding columns(kFinite);
  Stream draws(3);
  constexpr int kDraws = 2000;
  int seconds = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double other = columns.other_category(0, 0, draws);
    EXPECT_NE(other, 0);
    if (other == 1) ++seconds;
  }
  // 0.2 of 0.5; five deviations of a share of 2000 are 0.055.
  EXPECT_NEAR(seconds / static_cast<double>(kDraws), 0.4, 0.055);
  const Encoding sure(SearchSpace({{"k", Categorical({"a", "b"}, {1, 0})}}));
  EXPECT_EQ(sure.other_category(0, 0, draws), 0);
}

TEST(Encoding, PutCategoriesAtTheMiddleOfTheirProbability) {
  const Encoding columns(kFinite);
  const auto units = columns.unit_row(std::vector<double>{1, 0.375, 0.5});
  EXPECT_NEAR(units[0], 0.6, 1e-15);
  EXPECT_EQ(units[1], 0.375);
  EXPECT_EQ(units[2], 0.5);
}

}  // namespace sweep::encoding_test
