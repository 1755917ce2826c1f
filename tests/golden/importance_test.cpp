// Correlations, forests and analyses of variance against numbers that SciPy, scikit-learn and
// direct formulas gave: statistics.json.
#include <gtest/gtest.h>

#include <map>

#include "bench/results/importance/correlation.hpp"
#include "bench/results/importance/functional_anova.hpp"
#include "bench/results/importance/parameter_importance.hpp"
#include "tests/golden/statistics_case.hpp"

namespace sweep::importance_test {

using namespace statistics_vectors;  // NOLINT(google-build-using-namespace)

void check_correlation(const Case& c) {
  c.expect(pearson(c.numbers("x"), c.numbers("y")), "pearson");
  c.expect(spearman(c.numbers("x"), c.numbers("y")), "spearman");
}

// Each entry of a nested table as a box, the outermost list on the first axis.
void add_boxes(const Value& table, const std::vector<AxisPart>& sides,
               std::vector<ValueBox>& boxes) {
  if (table.as<List>() == nullptr) {
    boxes.push_back({as_real(table), sides});
    return;
  }
  const List& entries = as_list(table);
  const auto count = static_cast<double>(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto at = static_cast<double>(i);
    std::vector<AxisPart> deeper = sides;
    deeper.push_back({{at / count, (at + 1) / count}});
    add_boxes(entries[i], deeper, boxes);
  }
}

std::string key_of(const std::vector<std::size_t>& axes) {
  std::string key;
  for (const std::size_t axis : axes) key += (key.empty() ? "" : ",") + std::to_string(axis);
  return key;
}

void check_fanova_grid(const Case& c) {
  std::vector<ValueBox> boxes;
  add_boxes(c.input("table"), {}, boxes);
  const std::vector<VarianceShare> shares = functional_anova(boxes, boxes.front().sides.size());
  const Value& fractions = c.expected("fractions");
  EXPECT_EQ(shares.size(), as_map(fractions).size());
  for (const VarianceShare& share : shares) {
    const std::string key = key_of(share.axes);
    c.expect_near(share.share, at(fractions, key), key);
  }
}

/// A column of the case as a factor: numbers, or texts, whose levels are sorted.
Factor factor_of(const std::string& name, const Value& column) {
  Factor factor{name, {}, {}};
  if (as_list(column).front().as<std::string>() == nullptr) {
    factor.values = as_reals(column);
    return factor;
  }
  std::map<std::string, double> places;
  for (const Value& text : as_list(column)) places[as_text(text)] = 0;
  for (auto& [level, place] : places) {
    place = static_cast<double>(factor.levels.size());
    factor.levels.push_back(level);
  }
  for (const Value& text : as_list(column)) factor.values.push_back(places.at(as_text(text)));
  return factor;
}

void expect_correlations(const Case& c, const Factor& factor, const FactorImportance& importance) {
  constexpr double kExact = 1e-9;
  const Value& wanted = at(c.expected("correlation"), factor.name);
  for (std::size_t i = 0; i < importance.correlations.size(); ++i) {
    const Value& number = factor.is_category() ? at(wanted, factor.levels[i]) : wanted;
    const auto& got = importance.correlations[i];
    ASSERT_EQ(got.has_value(), !number.is_null()) << factor.name;
    if (!got) continue;
    EXPECT_NEAR(*got, as_real(number), kExact) << factor.name;
  }
}

void check_forest(const Case& c) {
  std::vector<Factor> factors;
  for (const auto& [name, column] : as_map(c.input("columns"))) {
    factors.push_back(factor_of(as_text(name), column));
  }
  const ParameterImportance all = parameter_importance(factors, c.numbers("y"), Stream(1));
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const std::vector<double> band = as_reals(at(c.expected("band"), factors[i].name));
    EXPECT_GE(all.factors[i].forest, band[0]) << factors[i].name;
    EXPECT_LE(all.factors[i].forest, band[1]) << factors[i].name;
    expect_correlations(c, factors[i], all.factors[i]);
  }
}

TEST(ImportanceVectors, Agree) {
  const std::size_t all = count_cases(kImportanceKinds, true);
  EXPECT_GE(all, 7u);
  EXPECT_EQ(check_cases({{"correlation", check_correlation},
                         {"fanova_grid", check_fanova_grid},
                         {"forest_importance", check_forest}}),
            all);
}

}  // namespace sweep::importance_test
