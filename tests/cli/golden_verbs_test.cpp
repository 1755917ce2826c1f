// The vectors of the reference engine, through the program as a user runs it.
#include <gtest/gtest.h>

#include "algorithms/config/json.hpp"
#include "tests/golden/compare.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::golden_verbs_test {

std::string joined(const std::vector<double>& numbers) {
  std::string text;
  for (const double x : numbers) text += (text.empty() ? "" : ",") + format_real(x);
  return text;
}

TEST(Space, AgreesWithTheDistributionVectors) {
  const Value vectors = read_vectors("distributions.json");
  ASSERT_EQ(as_list(at(vectors, "cases")).size(), 134u);
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    const std::vector<double> points = cdf_arguments(vector_case);
    std::vector<std::string> words = {"space",          "-",
                                      "--wandb-compat", "--json",
                                      "--quantiles",    joined(as_reals(at(vector_case, "u")))};
    if (!points.empty()) words.insert(words.end(), {"--cdf", "p=" + joined(points)});
    const Value answer = json_of(run_program(words, vector_file(vector_case)));
    const Value& parameter = as_list(at(answer, "parameters")).at(0);
    expect_quantiles(vector_case, as_list(at(parameter, "quantiles")));
    expect_cdf(vector_case, as_reals(at(parameter, "cdf")));
  }
}

Value runs_of(const Value& vector_case) {
  List runs;
  for (const Value& configuration : as_list(at(vector_case, "runs"))) {
    runs.push_back(Map{{"state", "finished"}, {"config", configuration}});
  }
  return runs;
}

// The answer's configurations; `n` is more than there are.
List next_configurations(const Value& vector_case, const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write("sweep.yaml", to_yaml(at(vector_case, "config")));
  std::vector<std::string> words = {"next", sweep, "--wandb-compat", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  if (has(vector_case, "runs")) {
    words.insert(words.end(), {"--runs", folder.write("runs.json", to_json(runs_of(vector_case)))});
  }
  List configurations;
  const Value answer = json_of(run_program(words));
  for (const Value& run : as_list(at(answer, "runs"))) {
    if (!run.is_null()) configurations.push_back(at(run, "config"));
  }
  return configurations;
}

TEST(Next, AgreesWithTheGridVectors) {
  const Value vectors = read_vectors("grid.json");
  ASSERT_EQ(as_list(at(vectors, "cases")).size(), 89u);
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    expect_configurations(at(vector_case, "suggestions"),
                          next_configurations(vector_case, {"-n", "100000"}));
  }
}

TEST(Next, RefusesWhatTheReferenceFailsAt) {
  const Value vectors = read_vectors("grid.json");
  int refused = 0;
  for (const Value& vector_case : as_list(at(vectors, "errors"))) {
    const std::string& id = as_text(at(vector_case, "id"));
    if (id == "error-08-wrong-method") continue;  // a random sweep is none for the grid function
    ++refused;
    const TemporaryFolder folder;
    const std::string sweep = folder.write("sweep.yaml", to_yaml(at(vector_case, "config")));
    const std::string runs = folder.write("runs.json", to_json(runs_of(vector_case)));
    const ProgramResult outcome = run_program({"next", sweep, "--runs", runs, "--wandb-compat"});
    EXPECT_EQ(outcome.exit_code, 2) << id << outcome.out;
    EXPECT_TRUE(outcome.err.starts_with("error: ")) << id << outcome.err;
  }
  EXPECT_EQ(refused, 12);
}

TEST(Next, AgreesWithTheSeededRandomVectors) {
  const Value vectors = read_vectors("seeded.json");
  ASSERT_EQ(as_list(at(vectors, "random")).size(), 20u);
  for (const Value& vector_case : as_list(at(vectors, "random"))) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    const std::string seed = to_json(at(vector_case, "seed"));
    expect_configurations(
        at(vector_case, "suggestions"),
        next_configurations(vector_case, {"--seed", seed, "-n", to_json(at(vector_case, "n"))}));
  }
}

// The answer to one bayes case: its only run.
Value bayes_answer(const Value& vector_case) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write("sweep.yaml", to_yaml(at(vector_case, "config")));
  const std::string runs = folder.write("runs.json", to_json(at(vector_case, "runs")));
  const Value answer = json_of(run_program({"next", sweep, "--runs", runs, "--wandb-compat",
                                            "--json", "--seed", to_json(at(vector_case, "seed"))}));
  return as_list(at(answer, "runs")).at(0);
}

TEST(Next, AgreesWithTheSeededBayesVectors) {
  const Value vectors = read_vectors("seeded.json");
  for (const Value& vector_case : as_list(at(vectors, "bayes"))) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    const Value run = bayes_answer(vector_case);
    const Value& info = at(run, "search_info");
    expect_bayes_suggestion(
        vector_case, at(run, "config"),
        {as_real(at(info, "success_probability")), as_real(at(info, "predicted_value")),
         as_real(at(info, "predicted_value_std_dev")), as_real(at(info, "expected_improvement"))});
    // The reference says nothing of a point that is random because one run is too few to learn
    // from.
    const bool is_warned = as_bool(at(vector_case, "fell_back_to_random")) ||
                           as_bool(at(vector_case, "no_valid_samples"));
    EXPECT_EQ(!as_text(at(info, "warnings")).empty(), is_warned);
  }
}

bool is_answered(const Value& vector_case) {
  return has(vector_case, "next_run") && at(vector_case, "next_run").as<std::string>();
}

TEST(Next, AgreesWithTheUnvalidatedVerdicts) {
  const Value vectors = read_vectors("validation.json");
  const List& cases = as_list(at(vectors, "cases"));
  ASSERT_EQ(cases.size(), 245u);
  for (const Value& vector_case : cases) {
    const ProgramResult outcome =
        run_program({"next", "-", "--wandb-compat"}, as_text(at(vector_case, "yaml")));
    EXPECT_EQ(outcome.exit_code, is_answered(vector_case) ? 0 : 2)
        << as_text(at(vector_case, "id")) << "\n"
        << as_text(at(vector_case, "yaml")) << outcome.err;
  }
}

// It shows what W&B's check takes or its engine draws, and warns of what the check complains of.
TEST(Space, AgreesWithTheValidationVerdicts) {
  const Value vectors = read_vectors("validation.json");
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    // To space, a file with nothing but parameters is one that says nothing of a method.
    if (as_text(at(vector_case, "id")) == "top-04-no-method") continue;
    // W&B's check does not look at a nested range, which its engine then refuses; so does space.
    if (as_text(at(vector_case, "id")) == "param-120") continue;
    const ProgramResult outcome =
        run_program({"space", "-", "--wandb-compat"}, as_text(at(vector_case, "yaml")));
    const bool accepted = has(vector_case, "accepted") && as_bool(at(vector_case, "accepted"));
    EXPECT_EQ(outcome.exit_code, accepted || is_answered(vector_case) ? 0 : 2)
        << as_text(at(vector_case, "id")) << "\n"
        << as_text(at(vector_case, "yaml")) << outcome.err;
    if (outcome.exit_code == 0 && !accepted) {
      EXPECT_NE(outcome.err.find("W&B"), std::string::npos) << as_text(at(vector_case, "id"));
    }
  }
}

}  // namespace sweep::golden_verbs_test
