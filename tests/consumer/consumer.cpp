// The installed libraries, as their user would write it: random search stopped early by asha on a
// loss of one's own, and an objective of the catalogue.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/tuner/tuner.hpp"
#include "objectives/catalog.hpp"

int main() {
  const sweep::SearchSpace space({{"lr", sweep::LogUniform::between(1e-5, 1)}});
  const auto loss = [](double lr, int epoch) { return std::abs(std::log10(lr) + 2) + 1.0 / epoch; };
  const sweep::Budget budget(sweep::BudgetUnit::steps, 20, 27);  // 20 full trials of 27 epochs
  sweep::Tuner tuner({sweep::make_searcher("random", {space, {}}, {}),
                      sweep::make_scheduler("asha", {27}, {}), budget, sweep::Stream(1), 27});
  double best = 1e300;
  for (auto next = tuner.next(); auto* job = std::get_if<sweep::Job>(&next); next = tuner.next()) {
    const double lr = job->point[0];
    for (int epoch = job->from + 1; epoch <= job->until; ++epoch) {
      best = std::min(best, loss(lr, epoch));
      const auto decision = tuner.report(job->trial, {epoch, loss(lr, epoch)});
      if (decision.verdict != sweep::Verdict::go_on) break;
    }
  }
  const sweep::Objective branin = sweep::make_objective("branin");
  std::printf("best loss %.6f; branin's optimum %.6f\n", best, branin.optimum()->value);
  return best < 0.1 && branin.optimum()->value < 0.4 ? 0 : 1;
}
