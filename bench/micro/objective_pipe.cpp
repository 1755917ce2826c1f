// Lets programs in other languages search an objective of this project: scripts/rank_peers.py.
//
//   objective_pipe OBJECTIVE
// first prints a line with the optimum and, for each parameter, how many values it has, 0 for more
// than a program would want to count, and a c behind it for categories; then reads lines of
// coordinates of the unit cube, one for each parameter, and prints the loss there.
#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

std::string values_of(const Distribution& distribution) {
  constexpr Count kMost = 32;
  const Cardinality values = count(distribution);
  const bool is_category = kind(distribution) == Kind::category;
  const bool is_few = values && (is_category || *values <= kMost);
  return fmt::format("{}{}", is_few ? static_cast<int>(*values) : 0, is_category ? "c" : "");
}

void serve(const Objective& objective) {
  const SearchSpace& space = objective.space();
  const auto optimum = objective.optimum();
  std::cout << (optimum ? fmt::format("{}", optimum->value) : "nan");
  for (const Parameter& parameter : space) std::cout << ' ' << values_of(parameter.distribution);
  std::cout << std::endl;
  std::vector<double> point(space.size());
  double u = 0;
  while (std::cin >> u) {
    point[0] = quantile(space[0].distribution, u);
    for (std::size_t k = 1; k < point.size() && std::cin >> u; ++k) {
      point[k] = quantile(space[k].distribution, u);
    }
    std::cout << fmt::format("{}", objective.exact_loss(point)) << std::endl;
  }
}

}  // namespace
}  // namespace sweep

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "objective_pipe OBJECTIVE\n";
    return 2;
  }
  try {
    sweep::serve(sweep::make_objective(words[1]));
  } catch (const sweep::SpecError& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 2;
  }
}
