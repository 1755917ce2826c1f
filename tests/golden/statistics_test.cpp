// The comparison statistics against numbers that SciPy, scikit-learn and direct formulas gave:
// statistics.json.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "bench/results/inference/bayesian_signed_rank.hpp"
#include "bench/results/inference/bootstrap.hpp"
#include "bench/results/inference/e_process.hpp"
#include "bench/results/inference/effect_size.hpp"
#include "bench/results/inference/friedman.hpp"
#include "bench/results/inference/hodges_lehmann.hpp"
#include "bench/results/inference/mann_whitney.hpp"
#include "bench/results/inference/nemenyi.hpp"
#include "bench/results/inference/noether_effect.hpp"
#include "bench/results/inference/sequential_bounds.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"
#include "bench/results/statistics.hpp"
#include "tests/golden/statistics_case.hpp"

namespace sweep::statistics_test {

using namespace statistics_vectors;  // NOLINT(google-build-using-namespace)

Alternative alternative_of(const Case& c) {
  const std::string& text = as_text(c.input("alternative"));
  if (text == "less") return Alternative::less;
  return text == "greater" ? Alternative::greater : Alternative::two_sided;
}

ZeroRule zero_rule_of(const Case& c) {
  const std::string& text = as_text(c.input("zero_method"));
  if (text == "pratt") return ZeroRule::pratt;
  return text == "zsplit" ? ZeroRule::zsplit : ZeroRule::wilcox;
}

void check_signed_rank_exact(const Case& c) {
  const Alternative alternative = alternative_of(c);
  const SignedRank test = signed_rank(c.numbers("d"), alternative, zero_rule_of(c));
  EXPECT_TRUE(test.exact);
  c.expect(test.w_plus, "W_plus");
  c.expect(test.p, "p");
  const double smaller = std::min(test.w_plus, test.w_minus);
  c.expect_if_there(alternative == Alternative::two_sided ? smaller : test.w_plus,
                    "scipy_statistic");
}

// Two-sided, SciPy's z is that of the smaller sum.
void check_signed_rank_normal(const Case& c) {
  const Alternative alternative = alternative_of(c);
  const SignedRank test = signed_rank_normal(c.numbers("d"), alternative, zero_rule_of(c),
                                             as_bool(c.input("correction")));
  const bool is_two_sided = alternative == Alternative::two_sided;
  c.expect(is_two_sided ? -std::abs(test.z) : test.z, "z");
  c.expect(test.p, "p");
  c.expect(is_two_sided ? std::min(test.w_plus, test.w_minus) : test.w_plus, "scipy_statistic");
}

void check_effects(const Case& c) {
  c.expect_if_there(vargha_delaney(c.numbers("x"), c.numbers("y")), "A12");
  c.expect_if_there(cliffs_delta(c.numbers("x"), c.numbers("y")), "cliff");
}

void check_mann_whitney_exact(const Case& c) {
  const MannWhitney test = mann_whitney(c.numbers("x"), c.numbers("y"), alternative_of(c));
  EXPECT_TRUE(test.exact);
  c.expect(test.u, "U");
  c.expect(test.p, "p");
  check_effects(c);
}

void check_mann_whitney_normal(const Case& c) {
  const MannWhitney test = mann_whitney_normal(c.numbers("x"), c.numbers("y"), alternative_of(c),
                                               as_bool(c.input("continuity")));
  c.expect(test.u, "U");
  c.expect(test.p, "p");
  check_effects(c);
}

void check_shift(const Case& c, const Shift& shift) {
  c.expect(shift.estimate, "estimate");
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> achieved;
  if (shift.interval) {
    low = shift.interval->first;
    high = shift.interval->second;
    achieved = shift.confidence;
  }
  c.expect(low, "low");
  c.expect(high, "high");
  c.expect(achieved, "achieved");
}

Statistic statistic_of(const Case& c) {
  const std::string& text = as_text(c.input("statistic"));
  if (text == "median") return [](std::span<const double> values) { return median(values); };
  return mean_of;
}

// The statistic of all n^n samples that can be drawn.
std::vector<double> of_every_resample(std::span<const double> values, const Statistic& statistic) {
  const std::size_t n = values.size();
  const auto count = static_cast<std::size_t>(std::llround(std::pow(n, n)));
  std::vector<double> all;
  std::vector<double> sample(n);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t rest = i;
    for (double& x : sample) {
      x = values[rest % n];
      rest /= n;
    }
    all.push_back(statistic(sample));
  }
  return all;
}

void check_bca_exhaustive(const Case& c) {
  const std::vector<double> values = c.numbers("values");
  const Statistic statistic = statistic_of(c);
  const std::vector<double> all = of_every_resample(values, statistic);
  c.expect(static_cast<double>(all.size()), "resamples");
  c.expect(statistic(values), "theta");
  const BcaInterval interval =
      bca_interval(statistic(values), all, jackknife(values, statistic), c.number("confidence"));
  c.expect(interval.bias, "z0");
  c.expect(interval.acceleration, "acceleration");
  c.expect(interval.low_share, "alpha1");
  c.expect(interval.high_share, "alpha2");
  c.expect(interval.low, "low");
  c.expect(interval.high, "high");
}

void check_bca_acceleration(const Case& c) {
  c.expect(acceleration(jackknife(c.numbers("values"), statistic_of(c))), "acceleration");
}

void check_holm(const Case& c) { c.expect(holm(c.numbers("p")), "adjusted"); }

void expect_differing(const Case& c, std::span<const double> ranks, double difference,
                      std::string_view key) {
  std::vector<std::vector<double>> pairs;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    for (std::size_t j = i + 1; j < ranks.size(); ++j) {
      if (std::abs(ranks[i] - ranks[j]) < difference) continue;
      pairs.push_back({static_cast<double>(i), static_cast<double>(j)});
    }
  }
  std::vector<std::vector<double>> wanted;
  for (const Value& pair : as_list(c.expected(key))) wanted.push_back(as_reals(pair));
  EXPECT_EQ(pairs, wanted) << key;
}

void check_friedman_nemenyi(const Case& c) {
  std::vector<std::vector<double>> rows;
  for (const Value& row : as_list(c.input("rows"))) rows.push_back(as_reals(row));
  const Friedman test = friedman(rows);
  c.expect(test.mean_ranks, "mean_ranks");
  c.expect(test.chi_squared, "chi2");
  c.expect(test.p, "p");
  c.expect(test.f, "F");
  c.expect(static_cast<double>(test.df1), "df1");
  c.expect(static_cast<double>(test.df2), "df2");
  c.expect(test.p_f, "pF");
  for (const auto& [alpha, cd, different] :
       {std::tuple(0.05, "cd05", "different05"), std::tuple(0.10, "cd10", "different10")}) {
    const double difference = critical_difference(rows.front().size(), rows.size(), alpha);
    EXPECT_NEAR(difference, as_real(c.expected(cd)), c.tolerance("cd_absolute"));
    expect_differing(c, test.mean_ranks, difference, different);
  }
}

void check_tost(const Case& c) {
  const std::vector<double> d = c.numbers("d");
  const double delta = c.number("delta");
  c.expect(signed_rank(shifted(d, delta), Alternative::greater).p, "p_lower");
  c.expect(signed_rank(shifted(d, -delta), Alternative::less).p, "p_upper");
  c.expect(equivalence_p(d, delta), "p");
}

void check_bayes(const Case& c) {
  const Posterior posterior = bayesian_signed_rank(c.numbers("d"), c.number("rope"), Stream(1),
                                                   50'000, c.number("prior_strength"));
  c.expect(posterior.left, "left");
  c.expect(posterior.rope, "rope");
  c.expect(posterior.right, "right");
}

void expect_first(const Case& c, std::span<const double> evidence, double level,
                  std::string_view key) {
  const auto first = first_at_least(evidence, level);
  c.expect(first ? std::optional(static_cast<double>(*first)) : std::nullopt, key);
}

void check_e_process(const Case& c) {
  const Evidence evidence = e_process(c.numbers("d"));
  c.expect(evidence.above, "M_plus");
  c.expect(evidence.below, "M_minus");
  expect_first(c, evidence.above, 20, "first_plus_20");
  expect_first(c, evidence.above, 40, "first_plus_40");
  expect_first(c, evidence.below, 20, "first_minus_20");
  expect_first(c, evidence.below, 40, "first_minus_40");
}

void check_group_sequential(const Case& c) {
  const std::vector<double> d = c.numbers("d");
  std::vector<std::size_t> look_at;
  std::vector<double> z;
  std::vector<double> bounds;
  for (const Value& pairs : as_list(c.input("looks"))) {
    look_at.push_back(static_cast<std::size_t>(as_integer(pairs)));
    z.push_back(signed_rank_z(std::span(d).first(look_at.back())));
  }
  const int looks = static_cast<int>(look_at.size());
  for (int look = 1; look <= looks; ++look) bounds.push_back(wang_tsiatis_bound(look, looks, 0.05));
  c.expect(z, "z");
  c.expect(bounds, "bounds");
  const std::optional<int> stop = stopping_look(d, look_at, 0.05);
  c.expect(stop ? std::optional<double>(*stop) : std::nullopt, "stop");
}

void check_mde(const Case& c) {
  const NoetherEffect effect = noether_effect(c.count("n"), c.number("alpha"), c.number("power"));
  c.expect(effect.p1, "p1");
  c.expect(effect.normal_shift, "normal_shift");
}

Checks checks() {
  return {
      {"signed_rank_exact", check_signed_rank_exact},
      {"signed_rank_normal", check_signed_rank_normal},
      {"mann_whitney_exact", check_mann_whitney_exact},
      {"mann_whitney_normal", check_mann_whitney_normal},
      {"hodges_lehmann_1",
       [](const Case& c) { check_shift(c, paired_shift(c.numbers("d"), c.number("confidence"))); }},
      {"hodges_lehmann_2",
       [](const Case& c) {
         check_shift(c, sample_shift(c.numbers("x"), c.numbers("y"), c.number("confidence")));
       }},
      {"bca_exhaustive", check_bca_exhaustive},
      {"bca_acceleration", check_bca_acceleration},
      {"holm", check_holm},
      {"friedman_nemenyi", check_friedman_nemenyi},
      {"tost_signed_rank", check_tost},
      {"bayes_signed_rank", check_bayes},
      {"e_process", check_e_process},
      {"group_sequential", check_group_sequential},
      {"mde_noether", check_mde}};
}

TEST(StatisticsVectors, Agree) {
  const std::size_t all = count_cases(kImportanceKinds, false);
  EXPECT_GE(all, 84u);
  EXPECT_EQ(check_cases(checks()), all);
}

}  // namespace sweep::statistics_test
