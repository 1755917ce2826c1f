// The examples of algorithms/README.md, "Add a searcher" and "Add a scheduler": they are shown as
// they are here, and they work.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "algorithms/space/real_limits.hpp"
#include "tests/algorithms/doors/half_time.hpp"
#include "tests/algorithms/doors/hill_climb.hpp"
#include "tests/support/trial_cluster.hpp"

namespace sweep::doors_test {

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(SWEEP_SOURCE_DIR) + "/" + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Doors, AreShownInTheReadme) {
  const std::string readme = text_of("algorithms/README.md");
  for (const char* name : {"hill_climb", "half_time"}) {
    const std::string example = text_of(std::string("tests/algorithms/doors/") + name + ".hpp");
    EXPECT_NE(example, "") << name;
    EXPECT_NE(readme.find("```cpp\n" + example + "```\n"), std::string::npos)
        << "algorithms/README.md differs from tests/algorithms/doors/" << name << ".hpp";
  }
}

TEST(HillClimb, GoesDownhill) {
  const SearchSpace space({{"x", Uniform{-4, 6}}, {"y", Uniform{0, 1}}});
  Searcher searcher = HillClimb({space, 300}, {});
  double best = kInfinity;
  for (TrialId id = 0; id < 300; ++id) {
    const Proposal proposal = searcher.ask(id, Stream(1).child(id));
    const Point& point = std::get<Point>(proposal);
    const double loss = std::abs(point.values[0] - 3) + std::abs(point.values[1] - 0.25);
    best = std::min(best, loss);
    searcher.tell({id, point, TrialState::completed, {{1, loss}}});
  }
  EXPECT_LT(best, 0.1);  // the middle has 2.25, and steps are a tenth of the ranges
}

TEST(HalfTime, StopsTheWorseHalf) {
  constexpr TrialId kTrials = 100;
  TrialCluster cluster(HalfTime({4}, {}), 4,
                       [](TrialId trial, int) { return static_cast<double>(trial * 37 % 101); });
  cluster.play(kTrials, 1);
  const auto stops = std::count_if(cluster.log().begin(), cluster.log().end(),
                                   [](auto& line) { return line.starts_with("stop "); });
  EXPECT_GT(stops, 30);
  EXPECT_LT(stops, 70);
}

}  // namespace sweep::doors_test
