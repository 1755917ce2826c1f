// The model of the reference engine's Bayesian search, through the program as a user runs it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/config/json.hpp"
#include "tests/golden/compare.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::golden_posterior_test {

// A sweep of `d` parameters whose coordinates are their values.
Value unit_sweep(std::int64_t d) {
  Map parameters;
  for (std::int64_t k = 0; k < d; ++k) {
    parameters.push_back({"x" + std::to_string(k), Map{{"min", 0.0}, {"max", 1.0}}});
  }
  return Map{{"method", "bayes"}, {"metric", Map{{"name", "y"}}}, {"parameters", parameters}};
}

Value run_at_row(const Value& row, const char* state) {
  Map config;
  for (const Value& x : as_list(row)) {
    config.push_back({"x" + std::to_string(config.size()), Map{{"value", x}}});
  }
  return Map{{"state", state}, {"config", config}};
}

List runs_of(const Value& vector_case) {
  List runs;
  const List& rows = as_list(at(vector_case, "X"));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Value run = run_at_row(rows[i], "finished");
    std::get<Map>(run.data).push_back(
        {"summary_metrics", Map{{"y", as_list(at(vector_case, "y")).at(i)}}});
    runs.push_back(run);
  }
  if (!has(vector_case, "current_X")) return runs;
  for (const Value& row : as_list(at(vector_case, "current_X"))) {
    runs.push_back(run_at_row(row, "running"));
  }
  return runs;
}

Value posterior(const Value& sweep, const Value& runs, const Value& points,
                const std::vector<std::string>& more = {}) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {"posterior",      folder.write("sweep.yaml", to_yaml(sweep)),
                                    "--runs",         folder.write("runs.json", to_json(runs)),
                                    "--at",           "-",
                                    "--wandb-compat", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  return json_of(run_program(words, to_json(points)));
}

Value posterior_of(const Value& vector_case, const std::vector<std::string>& more = {}) {
  return posterior(unit_sweep(as_integer(at(vector_case, "d"))), runs_of(vector_case),
                   at(vector_case, "test_X"), more);
}

struct Lists {
  std::vector<double> mean, sd, ei, pi;
};

Lists lists_of(const Value& answer) {
  Lists lists;
  for (const Value& point : as_list(at(answer, "points"))) {
    lists.mean.push_back(as_real(at(point, "mean")));
    lists.sd.push_back(as_real(at(point, "sd")));
    lists.ei.push_back(as_real(at(point, "ei")));
    lists.pi.push_back(as_real(at(point, "pi")));
  }
  return lists;
}

void expect_near(const std::vector<double>& got, const Value& expected, double tolerance,
                 const char* what) {
  const std::vector<double> wanted = as_reals(expected);
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_NEAR(got[i], wanted[i], tolerance) << what << " " << i;
  }
}

template <class Check>
void for_each_gp_case(Check check) {
  const Value vectors = read_vectors("gp.json");
  const List& cases = as_list(at(vectors, "cases"));
  ASSERT_EQ(cases.size(), 31u);
  for (const Value& vector_case : cases) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    check(vector_case);
  }
}

TEST(Posterior, AgreesWithTheGpVectorsAtTheFittedScale) {
  for_each_gp_case([](const Value& vector_case) {
    const Value& expected = at(vector_case, "final");
    const Value answer = posterior_of(vector_case);
    // Beyond it, repeated rows leave the optimiser to rounding (quirk 23).
    const double likelihood = as_real(at(expected, "lml"));
    EXPECT_GE(as_real(at(answer, "log_marginal_likelihood")), likelihood - 1e-6);
    if (std::abs(likelihood) > 1e5) return;
    const double length = as_real(as_list(at(answer, "length_scales")).at(0));
    if (as_real(at(expected, "theta")) > -6) {
      EXPECT_NEAR(std::log(length), as_real(at(expected, "theta")), 1e-4);
    }
    // The mean follows the length scale, which the optimiser leaves 1e-4 wide.
    const double scale = as_real(at(expected, "y_std"));
    const Lists got = lists_of(answer);
    expect_near(got.mean, at(expected, "mean"), 1e-4 * scale, "mean");
    expect_near(got.sd, at(expected, "std"), 1e-4 * scale, "sd");
    expect_near(got.ei, at(expected, "ei"), 1e-6, "ei");
    if (as_real(at(expected, "ei_gap")) <= 1e-6) return;
    EXPECT_EQ(std::max_element(got.ei.begin(), got.ei.end()) - got.ei.begin(),
              as_integer(at(expected, "argmax")));
  });
}

TEST(Posterior, AgreesWithTheGpVectorsAtAGivenScale) {
  for_each_gp_case([](const Value& vector_case) {
    const Value& expected = at(vector_case, "at_length_scale_0.5");
    const Value& final_fit = at(vector_case, "final");
    const Value answer = posterior_of(vector_case, {"--length-scale", "0.5"});
    EXPECT_EQ(as_reals(at(answer, "length_scales")), std::vector<double>{0.5});
    // The targets of running rows come from a fit, which agrees to 1e-6 or so.
    const bool is_fitted = has(vector_case, "current_X");
    const double likelihood = as_real(at(final_fit, "lml"));
    const double tolerance = std::abs(likelihood) > 1e4 ? 1e-7 : is_fitted ? 1e-5 : 1e-10;
    const double mean = as_real(at(final_fit, "y_mean"));
    const double scale = as_real(at(final_fit, "y_std"));
    Lists got = lists_of(answer);
    for (double& x : got.mean) x = (x - mean) / scale;
    for (double& x : got.sd) x = x * x / scale / scale;
    std::vector<double> variances = as_reals(at(expected, "std_norm"));
    for (double& x : variances) x *= x;
    expect_near(got.mean, at(expected, "mean_norm"), tolerance, "mean");
    expect_near(got.sd, List(variances.begin(), variances.end()), std::max(1e-12, tolerance),
                "variance");
    expect_near(got.pi, at(expected, "pi"), tolerance, "pi");
    expect_near(got.ei, at(expected, "ei"), tolerance, "ei");
  });
}

TEST(Posterior, AgreesWithTheGpVectorsInTheLikelihood) {
  for_each_gp_case([](const Value& vector_case) {
    if (has(vector_case, "current_X")) return;
    for (const Value& row : as_list(at(at(vector_case, "final"), "lml_fixed"))) {
      const double length = as_real(at(row, "length_scale"));
      const double expected = as_real(at(row, "lml"));
      const Value answer = posterior_of(vector_case, {"--length-scale", format_real(length)});
      EXPECT_NEAR(as_real(at(answer, "log_marginal_likelihood")), expected,
                  1e-8 * std::abs(expected))
          << length;
    }
  });
}

void expect_rows(const Value& got, const Value& expected) {
  const List& rows = as_list(got);
  ASSERT_EQ(rows.size(), as_list(expected).size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<double> wanted = as_reals(as_list(expected)[i]);
    const std::vector<double> row = as_reals(rows[i]);
    ASSERT_EQ(row.size(), wanted.size());
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (!std::isnan(wanted[k]) || !std::isnan(row[k])) {
        EXPECT_NEAR(row[k], wanted[k], 1e-12) << i << " " << k;
      }
    }
  }
}

// The vectors were made without validation of the file; some the program refuses.
bool is_valid(const Value& sweep) {
  return run_program({"space", "-", "--wandb-compat"}, to_yaml(sweep)).exit_code == 0;
}

TEST(Posterior, AgreesWithTheTrainingDataVectors) {
  const Value vectors = read_vectors("gpdata.json");
  int compared = 0;
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    if (!is_valid(at(vector_case, "config"))) continue;
    ++compared;
    const Value answer = posterior(at(vector_case, "config"), at(vector_case, "runs"), List{});
    List columns;
    for (const Value& path : as_list(at(vector_case, "columns"))) {
      std::string name;
      for (const Value& part : as_list(path)) name += (name.empty() ? "" : "/") + as_text(part);
      columns.push_back(name);
    }
    EXPECT_EQ(to_json(at(answer, "columns")), to_json(columns));
    expect_rows(at(answer, "rows"), at(vector_case, "sample_X"));
    expect_rows(at(answer, "running_rows"), at(vector_case, "current_X"));
    expect_rows(List{at(answer, "targets")}, List{at(vector_case, "y")});
  }
  EXPECT_EQ(compared, 95);
}

}  // namespace sweep::golden_posterior_test
