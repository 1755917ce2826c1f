#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "objectives/catalog.hpp"
#include "tests/support/objectives.hpp"

namespace sweep::functions_test {

// The textbook forms lose up to a few hundred roundings of terms about as large as the value.
double tolerance(double value) { return 1e-12 * std::max(1.0, std::abs(value)); }

double loss_at(const Objective& objective, const std::vector<double>& x) {
  return objective.loss(x, objective.max_step(), Stream{0});
}

struct KnownValue {
  const char* objective;
  std::vector<double> x;
  double value;
};

// Computed in another language from the formulas as their sources write them.
const KnownValue kKnownValues[] = {
    {"ackley?dim=2", {1, 1}, 3.6253849384403627},
    {"ackley?dim=3", {-20.5, 3.25, 7}, 20.12403040423135},
    {"beale", {0, 0}, 14.203125},
    {"beale", {-4.5, 2}, 969.328125},
    {"branin", {0, 0}, 55.602112642270264},
    {"branin", {10, 15}, 145.87219087939556},
    {"bukin6", {-10, 0}, 100.0},
    {"bukin6", {-15, 3}, 86.65254037844386},
    {"cross-in-tray", {0, 0}, -0.0001},
    {"cross-in-tray", {1, -2}, -1.9971370808055857},
    {"dixon-price?dim=3", {0, 0, 0}, 1.0},
    {"dixon-price?dim=3", {1, 2, -3}, 866.0},
    {"drop-wave", {1, 0}, -0.7375415834929969},
    {"drop-wave", {-3, 4}, -0.003281863419644392},
    {"easom", {0, 0}, -2.675287991074243e-09},
    {"easom", {3, 4}, -0.30356407658780027},
    {"eggholder", {0, 0}, -25.460337185286313},
    {"eggholder", {-512, 100}, 387.3851283785958},
    {"goldstein-price", {0, 0}, 600.0},
    {"goldstein-price", {1, 1}, 1876.0},
    {"griewank?dim=2", {100, -200}, 14.361254653183178},
    {"griewank?dim=3", {1, 2, 3}, 1.0170279701835734},
    {"hartmann3", {0.5, 0.5, 0.5}, -0.6280220150705937},
    {"hartmann3", {0, 1, 0.8}, -0.8619019548494499},
    {"hartmann6", {0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, -0.5053149917022333},
    {"hartmann6", {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, -1.4069105761385297},
    {"levy?dim=2", {0, 0}, 0.7158445541169746},
    {"levy?dim=3", {-9, 4.5, 2}, 28.879255404771072},
    {"michalewicz?dim=2", {2.2, 1.57}, -1.801140718473825},
    {"michalewicz?dim=5", {1, 2, 1.3, 0.7, 3}, -1.0452497138760584},
    {"rastrigin?dim=2", {0.5, 0.5}, 40.5},
    {"rastrigin?dim=3", {1, -2.25, 3}, 25.0625},
    {"rosenbrock?dim=2", {-1.2, 1}, 24.2},
    {"rosenbrock?dim=4", {0, 1, 2, -3}, 5102.0},
    {"schwefel?dim=2", {0, 0}, 837.9657745448678},
    {"schwefel?dim=3", {-302.5, 203.8, 100}, 808.9631069977252},
    {"shekel", {5, 5, 5, 5}, -0.8646158345828573},
    {"shekel?m=5", {1, 2, 3, 4}, -0.1936924709041272},
    {"shekel?m=7", {8, 8, 8, 7}, -0.980137106404483},
    {"six-hump-camel", {1, 1}, 3.2333333333333334},
    {"six-hump-camel", {-2, 0.5}, 1.9833333333333307},
    {"sphere?dim=2", {3, -4}, 25.0},
    {"sphere?dim=4", {1, 2, 3, 0.5}, 14.25},
    {"styblinski-tang?dim=2", {0, 1}, -5.0},
    {"styblinski-tang?dim=3", {-5, 5, 2}, 206.0},
    {"zakharov?dim=2", {1, 1}, 9.3125},
    {"zakharov?dim=3", {-1, 2, -3}, 104.0},
};

TEST(Functions, MatchTheirFormulasAwayFromTheOptimum) {
  for (const KnownValue& c : kKnownValues) {
    EXPECT_NEAR(loss_at(make_objective(c.objective), c.x), c.value, tolerance(c.value))
        << c.objective;
  }
}

struct KnownOptimum {
  const char* objective;
  double published;
  double digits;  // half a unit of the last digit published
};

TEST(Functions, ReachThePublishedOptimum) {
  const KnownOptimum cases[] = {{"ackley?dim=5", 0, 1e-15},
                                {"beale", 0, 1e-15},
                                {"branin", 0.397887, 5e-7},
                                {"bukin6", 0, 1e-15},
                                {"counting-ones?categories=3&continuous=4", -7, 0},
                                {"cross-in-tray", -2.06261, 5e-6},
                                {"dixon-price?dim=7", 0, 1e-15},
                                {"drop-wave", -1, 1e-15},
                                {"easom", -1, 1e-15},
                                {"eggholder", -959.6407, 5e-5},
                                {"goldstein-price", 3, 1e-14},
                                {"griewank?dim=5", 0, 1e-15},
                                {"hartmann3", -3.86278, 5e-6},
                                {"hartmann6", -3.32237, 5e-6},
                                {"hpo12", 0, 0},
                                {"hpo12r", 0, 0},
                                {"hpo6", 0, 0},
                                {"levy?dim=10", 0, 1e-15},
                                {"mf-borehole", -309.5755876604, 5e-11},
                                {"mf-branin", 0.397887, 5e-7},
                                {"mf-currin", -13.798722044728434, 5e-15},
                                {"mf-hartmann3", -3.86278, 5e-6},
                                {"mf-hartmann6", -3.32237, 5e-6},
                                {"michalewicz?dim=2", -1.8013, 5e-5},
                                {"michalewicz?dim=5", -4.687658, 5e-7},
                                {"michalewicz?dim=10", -9.66015, 5e-6},
                                {"rastrigin?dim=4", 0, 1e-15},
                                {"rosenbrock?dim=5", 0, 1e-15},
                                {"schwefel?dim=3", 0, 1e-12},
                                {"shekel", -10.5364, 5e-5},
                                {"shekel?m=5", -10.1532, 5e-5},
                                {"shekel?m=7", -10.4029, 5e-5},
                                {"six-hump-camel", -1.0316, 5e-5},
                                {"sphere?dim=20", 0, 1e-15},
                                {"styblinski-tang?dim=5", -39.16617 * 5, 5e-5},
                                {"x**3 + y", 1.000001, 1e-15},
                                {"zakharov?dim=3", 0, 1e-15}};
  for (const KnownOptimum& c : cases) {
    const Objective objective = make_objective(c.objective);
    const auto optimum = objective.optimum();
    ASSERT_TRUE(optimum && !optimum->points.empty()) << c.objective;
    EXPECT_NEAR(optimum->value, c.published, c.digits) << c.objective;
    for (const Point& point : optimum->points) {
      EXPECT_TRUE(objective.space().contains(point.values)) << c.objective;
      EXPECT_NEAR(loss_at(objective, point.values), optimum->value, tolerance(optimum->value))
          << c.objective;
    }
  }
}

// All but the tables, where runs fail, and the families.
std::vector<Objective> whole_catalog() {
  std::vector<Objective> objectives;
  for (const ObjectiveRow& row : objective_catalog()) {
    if (row.name.starts_with("tabular/")) continue;
    objectives.push_back(make_objective(row.name));
    if (row.options.front().name != "dim") continue;
    objectives.push_back(make_objective(std::string(row.name) + "?dim=5"));
  }
  for (const char* m : {"shekel?m=5", "shekel?m=7"}) objectives.push_back(make_objective(m));
  for (const std::string& member : first_members()) objectives.push_back(make_objective(member));
  return objectives;
}

TEST(Functions, AreNowhereBelowTheirOptimum) {
  for (const Objective& objective : whole_catalog()) {
    const double optimum = objective.optimum().value().value;
    Stream stream{1};
    std::vector<double> row(objective.space().size());
    for (int i = 0; i < 5000; ++i) {
      stream.fill_uniform(row);
      objective.space().from_unit(row);
      ASSERT_GE(objective.exact_loss(row), optimum - tolerance(optimum));
    }
  }
}

// A point that is off the optimum by d is found out by steps of about d in some direction.
TEST(Functions, RiseInEveryDirectionFromTheirOptimum) {
  for (const Objective& objective : whole_catalog()) {
    const Optimum optimum = objective.optimum().value();
    Stream stream{2};
    for (const Point& best : optimum.points) {
      for (int i = 0; i < 2000; ++i) {
        std::vector<double> u = objective.space().to_unit(best.values).values;
        const double length = std::pow(10, -1 - 7 * stream.uniform());
        for (double& x : u) x = std::clamp(x + length * stream.normal(), 0.0, 1.0);
        objective.space().from_unit(u);
        ASSERT_GE(objective.exact_loss(u), optimum.value - tolerance(optimum.value) / 10);
      }
    }
  }
}

// What wrappers rely on when they evaluate outside of the domain.
TEST(Functions, DefinedOutsideTheirDomainAreNotBelowTheirOptimumThere) {
  for (const Objective& objective : whole_catalog()) {
    if (!objective.defined_outside_domain()) continue;
    const double optimum = objective.optimum().value().value;
    Stream stream{3};
    std::vector<double> x(objective.space().size());
    for (int i = 0; i < 5000; ++i) {
      for (std::size_t k = 0; k < x.size(); ++k) {
        const Interval range = support(objective.space()[k].distribution);
        x[k] = range.lo + (range.hi - range.lo) * (1.6 * stream.uniform() - 0.3);
      }
      ASSERT_GE(objective.exact_loss(x), optimum - tolerance(optimum));
    }
  }
}

TEST(Functions, FallBelowTheirOptimumOutsideWhereTheySayTheyAreNotDefined) {
  EXPECT_LT(loss_at(make_objective("schwefel?dim=1"), {713}), -100);
  EXPECT_LT(loss_at(make_objective("eggholder"), {800, 700}), -1000);
  EXPECT_LT(loss_at(make_objective("michalewicz?dim=1"), {-4.9676}), -0.9);
}

TEST(Functions, HaveNoKnownOptimumWhereNobodyKnowsIt) {
  EXPECT_FALSE(make_objective("michalewicz?dim=11").optimum().has_value());
}

TEST(Functions, HaveTheDimensionAskedFor) {
  for (const ObjectiveRow& row : objective_catalog()) {
    if (row.options.front().name != "dim") continue;
    for (const std::size_t dim : {2, 3, 10, 1000}) {
      const Objective objective =
          make_objective(std::string(row.name) + "?dim=" + std::to_string(dim));
      EXPECT_EQ(objective.space().size(), dim) << row.name;
      EXPECT_EQ(objective.space()[dim - 1].name, "x" + std::to_string(dim - 1));
    }
  }
}

TEST(Hpo, MatchesItsFormula) {
  const KnownValue cases[] = {
      {"hpo6", {1e-2, 64, 1, 5, .3, 1e-4}, 0.5784916723762387},
      {"hpo6", {1e-6, 8, 2, 8, 0, .1}, 1.6151898215084326},
      {"hpo6", {.5, 515, 3, 1, .9, 1e-8}, 1.2139625939012062},  // 515 is clipped to 512
      {"hpo12", {1e-2, 64, 1, 5, .3, 1e-4, 512, .1, 2, 0, .95, .01}, 0.6089846040235793},
      {"hpo12", {1e-5, 131, 3, 2, .5, 1e-3, 100, .2, 3, 2, .6, .4}, 2.179198103330462},
      {"hpo12", {1e-2, 64, 1, 5, .5, 1e-4, 1030, 0, 1, 1, .99, 1e-4}, 0.9593009317288637},
      {"hpo12r", {1e-2, 64, 1, 5, .3, 1e-4, 512, .1, 2, 0, .95, .01}, 0.7425645363932923},
      {"hpo12r", {1e-5, 131, 3, 2, .5, 1e-3, 100, .2, 3, 2, .6, .4}, 2.302336467159576},
      {"hpo12r", {1e-2, 64, 1, 5, .5, 1e-4, 1030, 0, 1, 1, .99, 1e-4}, 1.084717170352865}};
  for (const KnownValue& c : cases) {
    EXPECT_NEAR(loss_at(make_objective(c.objective), c.x), c.value, tolerance(c.value));
  }
}

}  // namespace sweep::functions_test
