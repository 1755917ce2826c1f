// Random search with the installed libraries, as their user would write it.
#include <cstdio>

#include "algorithms/search/catalog.hpp"
#include "objectives/catalog.hpp"

int main() {
  const sweep::Objective objective = sweep::make_objective("branin");
  sweep::Searcher searcher = sweep::make_searcher("random", {objective.space(), 100}, {});
  const sweep::Stream seed(1);
  double best = 1e300;
  for (sweep::TrialId id = 0; id < 100; ++id) {
    sweep::Trial trial{id, *searcher.ask(id, seed.child(id)), sweep::TrialState::completed, {}};
    trial.curve = {{1, objective.loss(trial.point.values, 1, seed.child("noise"))}};
    if (trial.loss() < best) best = trial.loss();
    searcher.tell(trial);
  }
  std::printf("best loss of 100: %.6f, optimum %.6f\n", best, objective.optimum()->value);
  return best >= objective.optimum()->value && best < 10 ? 0 : 1;
}
