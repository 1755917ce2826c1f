// The steps on the way to a bbob function: random numbers, rotations, transformations, peaks.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "objectives/bbob/gallagher_peaks.hpp"
#include "objectives/bbob/transformations.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::bbob_internals_test {

// A few roundings; the elementary functions of the machine that made the vectors count as one.
constexpr double kTolerance = 4e-15;

template <class Check>
void for_each_row(const char* section, Check check) {
  const Value vectors = read_vectors("bbob-internals.json");
  const List& rows = as_list(at(vectors, section));
  ASSERT_FALSE(rows.empty());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SCOPED_TRACE(std::string(section) + " " + std::to_string(i));
    check(rows[i]);
  }
}

int as_int(const Value& value) { return static_cast<int>(as_integer(value)); }

void expect_close(double got, double expected) {
  EXPECT_NEAR(got, expected, kTolerance * std::max(1.0, std::abs(expected)));
}

void expect_close(const std::vector<double>& got, const std::vector<double>& expected) {
  ASSERT_GE(got.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) expect_close(got[i], expected[i]);
}

TEST(BbobInternals, AgreeInUniformNumbersToTheBit) {
  for_each_row("unif", [](const Value& row) {
    const std::vector<double> u = legacy_uniform(as_integer(at(row, "seed")), 200);
    const std::vector<double> first = as_reals(at(row, "first"));
    EXPECT_TRUE(std::equal(first.begin(), first.end(), u.begin()));
    EXPECT_EQ(u[199], as_real(at(row, "at_199")));
  });
}

TEST(BbobInternals, AgreeInNormalNumbers) {
  for_each_row("gauss", [](const Value& row) {
    expect_close(legacy_normal(as_integer(at(row, "seed")), as_int(at(row, "n"))),
                 as_reals(at(row, "g")));
  });
}

TEST(BbobInternals, AgreeInRotations) {
  for_each_row("rotation", [](const Value& row) {
    const SquareMatrix m = legacy_rotation(as_integer(at(row, "seed")), as_int(at(row, "d")));
    const List& rows = as_list(at(row, "rows"));
    for (int i = 0; i < m.size(); ++i) {
      const std::vector<double> expected = as_reals(rows.at(static_cast<std::size_t>(i)));
      for (int j = 0; j < m.size(); ++j) {
        expect_close(m(i, j), expected.at(static_cast<std::size_t>(j)));
      }
    }
  });
}

TEST(BbobInternals, AgreeInTheLowestValues) {
  for_each_row("fopt", [](const Value& row) {
    const std::vector<double> expected = as_reals(at(row, "i1to15"));
    for (int instance = 1; instance <= 15; ++instance) {
      const detail::BbobSetting setting({as_int(at(row, "f")), 2, instance}, {});
      EXPECT_EQ(setting.f_opt, expected[static_cast<std::size_t>(instance - 1)]);
    }
  });
}

TEST(BbobInternals, AgreeInRandomOptima) {
  for_each_row("xopt0", [](const Value& row) {
    const detail::BbobSetting setting({1, as_int(at(row, "d")), 1}, {});
    EXPECT_EQ(setting.random_optimum(as_integer(at(row, "seed"))), as_reals(at(row, "x")));
  });
}

TEST(BbobInternals, AgreeInTheOscillation) {
  for_each_row("t_osz", [](const Value& row) {
    const std::vector<double> sample = as_reals(row);
    // Also for small numbers, so relative to them.
    EXPECT_NEAR(detail::t_osz(sample[0]), sample[1], kTolerance * std::abs(sample[1]));
    EXPECT_DOUBLE_EQ(detail::t_osz_to_the_bit(sample[0]), sample[1]);
  });
}

TEST(BbobInternals, AgreeInTheAsymmetry) {
  for_each_row("t_asy", [](const Value& row) {
    const detail::Row slopes = detail::asymmetry(as_real(at(row, "beta")), as_int(at(row, "d")));
    const detail::Pack y = detail::t_asy(as_real(at(row, "x")), slopes[as_int(at(row, "i"))]);
    expect_close(y[0], as_real(at(row, "y")));
  });
}

TEST(BbobInternals, AgreeInThePeaks) {
  for_each_row("gallagher", [](const Value& row) {
    const BbobProblem problem{as_int(at(row, "f")), as_int(at(row, "d")), as_int(at(row, "i"))};
    const detail::GallagherPeaks got = detail::gallagher_peaks({problem, {}});
    const std::vector<double> heights = as_reals(at(row, "first4_heights"));
    for (std::size_t i = 0; i < 4; ++i) {
      expect_close(got.peaks[i].height, heights.at(i));
      expect_close(got.peaks[i].shape, as_reals(as_list(at(row, "first4_shapes")).at(i)));
      expect_close(got.peaks[i].centre,
                   as_reals(as_list(at(row, "first4_rotated_positions")).at(i)));
    }
  });
}

}  // namespace sweep::bbob_internals_test
