// The grids of the reference engine: order, types, and what earlier runs cover.
#include <gtest/gtest.h>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/search/grid/grid.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/wandb/random.hpp"
#include "tests/golden/compare.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/asked.hpp"

namespace sweep::grid_test {

SearchSpace space_of(const Value& vector_case) {
  const std::string text = to_yaml(at(vector_case, "config"));
  const SweepConfig config = read_sweep(text, {"vector.yaml", Behaviour::as_wandb, false});
  if (!config.next_errors.empty()) throw ConfigError("vector.yaml", config.next_errors);
  return *config.space;
}

bool has_constants_only(const SearchSpace& space) {
  for (const Parameter& parameter : space) {
    if (!std::holds_alternative<Constant>(parameter.distribution)) return false;
  }
  return true;
}

List ask_all(GridSearch grid, const SearchSpace& space) {
  List configurations;
  while (const auto point = asked(grid, configurations.size(), Stream(1))) {
    configurations.push_back(to_configuration(space, point->values));
  }
  return configurations;
}

GridSearch grid_after_runs(const Value& vector_case, const SearchSpace& space) {
  GridSearch grid({space, std::nullopt}, {});
  for (const Value& run : as_list(at(vector_case, "runs"))) {
    const auto point = from_configuration(space, run);
    if (point) grid.tell({0, *point, TrialState::completed, {}});
  }
  return grid;
}

TEST(GridVectors, AgreeInOrderTypesAndWhatIsLeft) {
  const Value vectors = read_vectors("grid.json");
  const List& cases = as_list(at(vectors, "cases"));
  ASSERT_EQ(cases.size(), 89u);
  for (const Value& vector_case : cases) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    const SearchSpace space = space_of(vector_case);
    // A run against a grid of constants is a matter of the verb: tests/cli.
    if (has_constants_only(space) && !as_list(at(vector_case, "runs")).empty()) continue;
    expect_configurations(at(vector_case, "suggestions"),
                          ask_all(grid_after_runs(vector_case, space), space));
  }
}

TEST(GridVectors, AgreeInTheNumberOfRunsToExpect) {
  const Value vectors = read_vectors("grid.json");
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    const SearchSpace space = space_of(vector_case);
    EXPECT_EQ(to_text(space.cardinality()),
              std::to_string(as_integer(at(vector_case, "expected_count"))))
        << as_text(at(vector_case, "id"));
  }
}

TEST(GridVectors, RefuseWhatTheReferenceFailsAt) {
  const Value vectors = read_vectors("grid.json");
  const List& errors = as_list(at(vectors, "errors"));
  ASSERT_EQ(errors.size(), 13u);
  for (const Value& vector_case : errors) {
    const std::string& id = as_text(at(vector_case, "id"));
    // The reference's function for grids was asked with another method; next takes the method's.
    if (id == "error-08-wrong-method") continue;
    const auto ask = [&] {
      const SearchSpace space = space_of(vector_case);
      ask_all(grid_after_runs(vector_case, space), space);
    };
    EXPECT_THROW(ask(), SpecError) << id;
  }
}

TEST(SeededVectors, AgreeInRandomSuggestions) {
  const Value vectors = read_vectors("seeded.json");
  const List& cases = as_list(at(vectors, "random"));
  ASSERT_EQ(cases.size(), 20u);
  for (const Value& vector_case : cases) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    const SearchSpace space = space_of(vector_case);
    List configurations;
    for (const Point& point :
         wandb_random_points(space, static_cast<std::uint64_t>(as_integer(at(vector_case, "seed"))),
                             static_cast<std::size_t>(as_integer(at(vector_case, "n"))))) {
      configurations.push_back(to_configuration(space, point.values));
    }
    expect_configurations(at(vector_case, "suggestions"), configurations);
  }
}

}  // namespace sweep::grid_test
