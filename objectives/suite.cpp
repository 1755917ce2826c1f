#include "objectives/suite.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "algorithms/text/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/family.hpp"
#include "objectives/slice.hpp"

namespace sweep {
namespace {

constexpr std::string_view kPrefix = "suite:";

// Beale and the others of one dimension, then those of any: there in 2, 5 and 10.
constexpr std::array kOfOneDimension = {"beale",     "branin",    "bukin6",    "cross-in-tray",
                                        "drop-wave", "easom",     "eggholder", "goldstein-price",
                                        "hartmann3", "hartmann6", "shekel",    "six-hump-camel"};
constexpr std::array kOfAnyDimension = {"ackley",      "dixon-price",     "griewank",   "levy",
                                        "michalewicz", "rastrigin",       "rosenbrock", "schwefel",
                                        "sphere",      "styblinski-tang", "zakharov"};

constexpr std::array kTuning = {"hpo12",
                                "hpo12r",
                                "hpo6",
                                "tabular/breast-cancer-boosting",
                                "tabular/breast-cancer-mlp",
                                "tabular/diabetes-boosting",
                                "tabular/diabetes-mlp",
                                "tabular/diabetes-svm",
                                "tabular/digits-forest",
                                "tabular/digits-mlp",
                                "tabular/digits-sgd",
                                "tabular/digits-svm",
                                "tabular/wine-forest"};

std::vector<std::string> classic_objectives() {
  std::vector<std::string> objectives(kOfOneDimension.begin(), kOfOneDimension.end());
  for (const char* name : kOfAnyDimension) {
    for (const int dim : {2, 5, 10}) objectives.push_back(fmt::format("{}?dim={}", name, dim));
  }
  return objectives;
}

std::vector<std::string> hpo_objectives() { return {kTuning.begin(), kTuning.end()}; }

// All functions with the default dimensions and instances.
template <const std::string_view& family>
std::vector<std::string> family_objectives() {
  const ObjectiveFamily& row = *find_family(family);
  return expand_slice(fmt::format("{}/f{}-{}", family, row.first_function, row.last_function));
}

constexpr std::string_view kBbob = "bbob";
constexpr std::string_view kBbobBoxed = "bbob-boxed";
constexpr std::string_view kBbobMixint = "bbob-mixint";
constexpr std::string_view kBbobNoisy = "bbob-noisy";

constexpr std::string_view kCoco = "COCO, Hansen et al. 2021, doi:10.1080/10556788.2020.1808977";
constexpr std::string_view kOwn = "sweep-bench";

constexpr auto kSuites = sorted_by_name(std::array<Suite, 6>{{
    {kBbob, "f1-24 in 2, 3, 5, 10, 20 and 40 dimensions, the 15 instances of 2018", kCoco,
     family_objectives<kBbob>},
    {kBbobBoxed, "f1-24 in 2 to 40 dimensions, the 15 instances of 2023", kCoco,
     family_objectives<kBbobBoxed>},
    {kBbobMixint, "f1-24 in 5, 10, 20 and 40 dimensions, instances 1-15", kCoco,
     family_objectives<kBbobMixint>},
    {kBbobNoisy, "f101-130 in 2 to 40 dimensions, instances 1-15", kCoco,
     family_objectives<kBbobNoisy>},
    {"classic", "the test functions; those of any dimension in 2, 5 and 10", kOwn,
     classic_objectives},
    {"hpo", "tuning as it is: hpo6, hpo12, hpo12r and the tables of training runs", kOwn,
     hpo_objectives},
}});

}  // namespace

std::span<const Suite> objective_suites() { return kSuites; }

bool names_suite(std::string_view text) {
  constexpr std::string_view kWords[] = {kPrefix};
  const std::string_view whole = trimmed(text);
  const std::size_t colon = whole.find(':');
  return colon != whole.npos && !nearest_name(whole.substr(0, colon + 1), kWords).empty();
}

std::vector<std::string> expand_suite(std::string_view text) {
  const std::string_view whole = trimmed(text);
  const std::string_view name = trimmed(whole.substr(whole.find(':') + 1));
  if (!whole.starts_with(kPrefix)) {
    throw SpecError(fmt::format("objective \"{}\" is unknown; did you mean \"{}{}\"?",
                                excerpt(whole), kPrefix, excerpt(name)));
  }
  std::vector<std::string_view> known;
  for (const Suite& suite : objective_suites()) {
    if (suite.name == name) return suite.objectives();
    known.push_back(suite.name);
  }
  throw SpecError(unknown_name("suite", name, known));
}

}  // namespace sweep
