// The very numbers that names and seeds stand for. Stores and published results rely on them: a
// change here is a new version, and says so in the change log.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "algorithms/search/catalog.hpp"
#include "objectives/catalog.hpp"
#include "objectives/tutorial.hpp"
#include "tests/support/approved.hpp"
#include "tests/support/asked.hpp"
#include "tests/support/objectives.hpp"

namespace sweep::first_trials_test {

SearchSpace mixed_space() {
  return SearchSpace({{"lr", LogUniform::between(1e-5, 0.1)},
                      {"batch", Quantised{LogUniform::between(8, 256), 8, true}},
                      {"layers", IntUniform{1, 8}},
                      {"width", IntLogUniform{1, 1024}},
                      {"decay", ZeroOr{0.3, LogUniform::between(1e-6, 0.1)}},
                      {"momentum", Beta{5, 1}},
                      {"scale", Normal{0, 2}},
                      {"optimizer", Categorical({"adam", "sgd", "lamb"}, {0.5, 0.3, 0.2})},
                      {"epochs", Constant{5}}});
}

std::string line_of(const SearchSpace& space, PointView point) {
  std::string line;
  for (std::size_t i = 0; i < space.size(); ++i) {
    line += to_json(to_value(space[i].distribution, point[i])) + " ";
  }
  return line + "\n";
}

TEST(Golden, StreamsOfNames) {
  std::string text;
  const Stream root(1);
  for (Stream stream : {root, root.child("a"), root.child("sevenletters"), root.child(3),
                        root.child("a").child(3), Stream(0xffffffffffff)}) {
    const std::uint64_t first = stream.bits();
    text += fmt::format("{:016x} {:016x}\n", first, stream.bits());
  }
  expect_approved("streams.txt", text);
}

// The first trials of a searcher as they were approved: one file each, so that a new row of the
// catalogue changes no other's.
class FirstTrials : public testing::TestWithParam<SearcherRow> {};

std::string first_trials(std::string_view name, const Settings& settings) {
  const SearchSpace space = mixed_space();
  Searcher searcher = make_searcher(name, {space, 10}, settings);
  std::string text;
  for (TrialId id = 0; id < 10; ++id) {
    const auto point = asked(searcher, id, Stream(1).child(id));
    if (!point) break;
    text += line_of(space, point->values);
    searcher.tell({id, *point, TrialState::completed, {{1, point->values[0]}}});
  }
  return text;
}

TEST_P(FirstTrials, AreTheApprovedOnes) {
  const std::string name(GetParam().name);
  expect_approved(fmt::format("first_trials/{}.txt", name), first_trials(name, {}));
}

TEST(Golden, FirstTrialsOfAGridInRandomOrder) {
  expect_approved("first_trials/grid-random_order.txt",
                  first_trials("grid", {{"random_order", "true"}}));
}

std::string test_name(const testing::TestParamInfo<SearcherRow>& row) {
  std::string name(row.param.name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, FirstTrials, testing::ValuesIn(searcher_catalog()), test_name);

std::string first_losses(const std::string& name) {
  const Objective objective = make_objective(name);
  std::vector<double> rows(3 * objective.space().size());
  Searcher random = make_searcher("random", {objective.space(), 3}, {});
  EXPECT_EQ(random.ask_block(0, Stream(2), rows), 3u);
  std::vector<double> losses(3);
  objective.losses(rows, 0, Stream(3), losses);
  std::string line = name;
  for (const double loss : losses) line += " " + to_json(loss);
  return line + "\n";
}

// The first losses of an objective as they were approved: one file each.
class FirstLosses : public testing::TestWithParam<ObjectiveRow> {};

std::string file_name(std::string_view objective) {
  if (objective == Tutorial::kText) return "tutorial";
  std::string name(objective);
  std::replace(name.begin(), name.end(), '/', '-');
  return name;
}

TEST_P(FirstLosses, AreTheApprovedOnes) {
  std::string text;
  for (const char* options : {"", "?shift=3", "?noise=0.5&fail=0.2"}) {
    text += first_losses(std::string(GetParam().name) + options);
  }
  expect_approved(fmt::format("first_losses/{}.txt", file_name(GetParam().name)), text);
}

std::string objective_test_name(const testing::TestParamInfo<ObjectiveRow>& row) {
  std::string name = file_name(row.param.name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, FirstLosses, testing::ValuesIn(objective_catalog()),
                         objective_test_name);

TEST(Golden, FirstLossesOfFamilies) {
  std::string text;
  for (const std::string& member : first_members()) text += first_losses(member);
  expect_approved("first_losses/families.txt", text);
}

TEST(Golden, LossOfARotatedObjective) {
  const Objective rotated = make_objective("rosenbrock?dim=4&rotate=5");
  const std::vector<double> point = {1, 2, 3, 4};
  expect_approved("first_losses/rosenbrock-rotated.txt",
                  "rosenbrock?dim=4&rotate=5 " + to_json(rotated.loss(point, 1, Stream(3))) + "\n");
}

}  // namespace sweep::first_trials_test
