// What every searcher of the catalogue has to do, whatever it does besides.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "tests/support/asked.hpp"
#include "tests/support/distribution_examples.hpp"
#include "tests/support/searcher_variants.hpp"

namespace sweep::searcher_contract_test {

constexpr std::uint64_t kBudget = 30;

SearchSpace mixed_space() {
  return SearchSpace({{"lr", LogUniform::between(1e-5, 0.1)},
                      {"batch", Quantised{LogUniform::between(8, 256), 8, true}},
                      {"optimizer", Categorical({"adam", "sgd", Value()})},
                      {"epochs", Constant{5}}});
}

double loss_of(const Point& point) {
  double sum = 0;
  for (const double x : point.values) sum += std::sin(x);
  return sum;
}

Trial ended(TrialId id, Point point) {
  const double loss = loss_of(point);
  return {id, std::move(point), TrialState::completed, {{1, loss}}};
}

class EachSearcher : public testing::TestWithParam<SearcherVariant> {
 protected:
  static Searcher make(const SearchSpace& space, std::optional<std::uint64_t> budget = kBudget) {
    return make_searcher(GetParam().row.name, {space, budget}, GetParam().settings);
  }
  // Asks and tells up to `n` trials.
  static std::vector<Point> play(Searcher& searcher, std::uint64_t n, const Stream& trials) {
    std::vector<Point> points;
    for (TrialId id = 0; id < n; ++id) {
      std::optional<Point> point = asked(searcher, id, trials.child(id));
      if (!point) break;
      searcher.tell(ended(id, *point));
      points.push_back(*std::move(point));
    }
    return points;
  }
};

INSTANTIATE_TEST_SUITE_P(Catalog, EachSearcher, testing::ValuesIn(searcher_variants()),
                         [](const auto& row) { return name_of(row.param); });

TEST_P(EachSearcher, ProposesPointsOfTheSpaceForEveryDistribution) {
  for (const DistributionExample& example : distribution_examples()) {
    const SearchSpace space({{"a", example.distribution}, {"b", Uniform{0, 1}}});
    Searcher searcher = make(space);
    for (const Point& point : play(searcher, kBudget, Stream(1))) {
      EXPECT_TRUE(space.contains(point.values)) << example.name << " " << point.values[0];
    }
  }
}

TEST_P(EachSearcher, ProposesSomething) {
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    const SearchSpace space({{"n", IntUniform{1, 100}}, {"v", Categorical({1, 2})}}, behaviour);
    Searcher searcher = make(space);
    EXPECT_EQ(play(searcher, kBudget, Stream(1)).size(), kBudget);
  }
}

TEST_P(EachSearcher, RepeatsItselfFromTheSameStreams) {
  Searcher first = make(mixed_space());
  Searcher second = make(mixed_space());
  EXPECT_EQ(play(first, kBudget, Stream(7)), play(second, kBudget, Stream(7)));
}

TEST_P(EachSearcher, IsMadeAnewByItsFactory) {
  const SearcherFactory factory =
      searcher_factory(GetParam().row.name, {mixed_space(), kBudget}, GetParam().settings);
  Searcher first = factory();
  const std::vector<Point> points = play(first, 5, Stream(3));
  Searcher second = factory();
  EXPECT_EQ(play(second, 5, Stream(3)), points);
  EXPECT_EQ(play(first, 10, Stream(4)), play(second, 10, Stream(4)));
}

TEST_P(EachSearcher, HasATwinThatIsThere) {
  const std::string_view twin = GetParam().row.twin;
  if (!twin.empty()) {
    EXPECT_NE(find_searcher(twin), nullptr) << twin;
  }
}

TEST_P(EachSearcher, SurvivesFailedStoppedAndWildTrials) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  const double losses[] = {nan, infinity, -infinity, 1e300, -1e300, 0, nan, 1};
  const TrialState states[] = {TrialState::failed, TrialState::completed, TrialState::stopped};
  const SearchSpace space = mixed_space();
  Searcher searcher = make(space);
  const Stream trials(5);
  for (TrialId id = 0; id < kBudget; ++id) {
    const auto point = asked(searcher, id, trials.child(id));
    ASSERT_TRUE(point) << "after " << id;  // the space has far more points than this
    ASSERT_TRUE(space.contains(point->values));
    Trial trial{id, *point, states[id % 3], {}};
    if (id % 4 != 3) trial.curve = {{1, losses[id % 8]}};
    searcher.tell(trial);
  }
}

TEST_P(EachSearcher, AnswersSeveralAsksBeforeATell) {
  const SearchSpace space = mixed_space();
  Searcher searcher = make(space);
  const Stream trials(6);
  std::vector<Trial> pending;
  for (TrialId id = 0; id < 8; ++id) {
    const auto point = asked(searcher, id, trials.child(id));
    if (point) pending.push_back(ended(id, *point));
  }
  ASSERT_FALSE(pending.empty());
  for (const Trial& trial : pending) searcher.tell(trial);
  const auto next = asked(searcher, 8, trials.child(8));
  if (next) {
    EXPECT_TRUE(space.contains(next->values));
  }
}

TEST_P(EachSearcher, AcceptsTrialsThatItDidNotPropose) {
  const SearchSpace space = mixed_space();
  Searcher searcher = make(space);
  const Point foreign{{1e-3, 64, 1, 0}};
  searcher.tell(ended(100, foreign));
  searcher.observe({101, foreign, TrialState::running, {{1, 0.5}}});
  searcher.observe({102, foreign, TrialState::running, {}});
  for (const Point& point : play(searcher, 5, Stream(8))) {
    EXPECT_TRUE(space.contains(point.values));
  }
}

TEST_P(EachSearcher, AsksBlocksAsItAsksOneByOne) {
  const SearchSpace space = mixed_space();
  Searcher one_by_one = make(space);
  if (!one_by_one.asks_blocks()) return;
  Searcher by_block = make(space);
  const Stream trials(9);
  std::vector<double> rows(7 * space.size());
  for (TrialId first = 0; first < 21; first += 7) {
    const std::size_t n = by_block.ask_block(first, trials, rows);
    for (std::size_t i = 0; i < n; ++i) {
      const auto point = asked(one_by_one, first + i, trials.child(first + i));
      ASSERT_TRUE(point);
      const auto* row = rows.data() + i * space.size();
      EXPECT_EQ(point->values, std::vector<double>(row, row + space.size()));
    }
    if (n < 7) {
      EXPECT_FALSE(asked(one_by_one, first + n, trials.child(first + n)));
      break;
    }
  }
}

TEST_P(EachSearcher, SearchesASpaceOfOnePoint) {
  const SearchSpace space({{"only", Constant{"x"}}});
  Searcher searcher = make(space);
  const auto point = asked(searcher, 0, Stream(1));
  ASSERT_TRUE(point);
  EXPECT_TRUE(space.contains(point->values));
}

TEST_P(EachSearcher, RefusesAnOptionThatItDoesNotHave) {
  EXPECT_THROW(static_cast<void>(make_searcher(GetParam().row.name, {mixed_space(), kBudget},
                                               {{"no_such_option", "1"}})),
               SpecError);
}

TEST_P(EachSearcher, DescribesItself) {
  EXPECT_FALSE(GetParam().row.summary.empty());
  EXPECT_FALSE(GetParam().row.source.empty());
  for (const OptionRow& option : GetParam().row.options()) {
    EXPECT_FALSE(option.help.empty()) << option.name;
    // A default is one of the values allowed.
    EXPECT_NO_THROW(
        static_cast<void>(make_searcher(GetParam().row.name, {mixed_space(), kBudget},
                                        {{std::string(option.name), option.default_value}})))
        << option.name;
  }
}

TEST(SearcherCatalog, IsSortedByName) {
  std::string_view last;
  for (const SearcherRow& row : searcher_catalog()) {
    EXPECT_LT(last, row.name);
    last = row.name;
  }
}

TEST(SearcherCatalog, SuggestsTheNearestName) {
  try {
    static_cast<void>(make_searcher("gird", {mixed_space(), kBudget}, {}));
    FAIL();
  } catch (const SpecError& error) {
    EXPECT_NE(std::string(error.what()).find("did you mean \"grid\"?"), std::string::npos);
  }
}

}  // namespace sweep::searcher_contract_test
