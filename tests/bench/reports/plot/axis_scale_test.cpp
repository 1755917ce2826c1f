#include "bench/reports/plot/axis_scale.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include <limits>

namespace sweep::axis_scale_test {

constexpr double kInf = std::numeric_limits<double>::infinity();

std::vector<std::string> texts(const AxisScale& axis, std::size_t most) {
  std::vector<std::string> all;
  for (const Tick& tick : axis.ticks(most)) all.push_back(tick.text);
  return all;
}

using Texts = std::vector<std::string>;

TEST(AxisScale, SpacesValuesEvenlyOrByTheirLogarithms) {
  const AxisScale linear(FigureScale::linear, {0, 10, kInf});
  EXPECT_DOUBLE_EQ(linear.share(2.5).value(), 0.25);
  const AxisScale logarithmic(FigureScale::logarithmic, {1, 100, kInf});
  EXPECT_DOUBLE_EQ(logarithmic.share(10).value(), 0.5);
  EXPECT_FALSE(logarithmic.share(kInf).has_value());
  EXPECT_FALSE(logarithmic.share(std::numeric_limits<double>::quiet_NaN()).has_value());
}

TEST(AxisScale, PutsWhatALogarithmCannotShowAtItsFoot) {
  const AxisScale axis(FigureScale::logarithmic, {0, 1e-4, 1});
  EXPECT_TRUE(axis.is_cut());
  EXPECT_EQ(axis.share(0), 0.0);
  EXPECT_EQ(texts(axis, 5).front(), "<=0.0001");
  EXPECT_FALSE(AxisScale(FigureScale::logarithmic, {1e-4, 1}).is_cut());
}

TEST(AxisScale, ShowsSixteenDecadesAtMost) {
  const AxisScale axis(FigureScale::logarithmic, {1e-300, 1});
  EXPECT_DOUBLE_EQ(axis.low(), 1e-16);
  EXPECT_TRUE(axis.is_cut());
}

TEST(AxisScale, NamesPowersAndPartsOfThem) {
  const AxisScale wide(FigureScale::logarithmic, {1e-8, 1e4});
  EXPECT_EQ(texts(wide, 5), (Texts{"1e-8", "1e-5", "0.01", "10", "10000"}));
  const AxisScale narrow(FigureScale::logarithmic, {1, 20});
  EXPECT_EQ(texts(narrow, 6), (Texts{"1", "2", "5", "10", "20"}));
}

TEST(AxisScale, NamesRoundNumbers) {
  EXPECT_EQ(texts(AxisScale(FigureScale::linear, {0, 1}), 6),
            (Texts{"0", "0.2", "0.4", "0.6", "0.8", "1"}));
  EXPECT_EQ(texts(AxisScale(FigureScale::linear, {-7, 12}), 5), (Texts{"-5", "0", "5", "10"}));
}

TEST(AxisScale, HasAWidthWhateverTheValues) {
  for (const auto scale : {FigureScale::linear, FigureScale::logarithmic}) {
    for (const std::vector<double>& values : {std::vector<double>{},
                                              {0},
                                              {3, 3},
                                              {-2},
                                              {kInf},
                                              {-1, 0},
                                              {0.9, std::nextafter(0.9, 1)}}) {
      const AxisScale axis(scale, values);
      EXPECT_LT(axis.low(), axis.high());
      EXPECT_GE(axis.ticks(4).size(), 2U);
    }
  }
}

}  // namespace sweep::axis_scale_test
