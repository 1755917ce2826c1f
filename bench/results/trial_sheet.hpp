#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// What a parameter was in each trial, in native units; a category is its index.
struct TrialColumn {
  std::string name;
  bool is_logarithmic = false;          // drawn by the logarithm, and all values are above 0
  std::vector<std::string> categories;  // empty if its values are numbers
  std::vector<double> values;
};

/// The curve of a trial: the loss after each step that it reported.
struct TrialCourse {
  std::string method;
  TrialId trial = 0;
  TrialState state = TrialState::completed;
  std::vector<double> steps;
  std::vector<double> losses;
};

/// Every recorded trial on an objective, of any method and seed: all columns are as long.
struct TrialSheet {
  std::string objective;
  int max_step = 1;
  std::vector<std::string> methods;  // with their builds, sorted
  std::vector<TrialColumn> parameters;
  std::vector<double> method;  // its place in `methods`
  std::vector<double> seed;
  std::vector<double> trial;
  std::vector<double> steps;         // that it took
  std::vector<double> loss;          // as observed after its last step; NaN if it failed
  std::vector<double> state;         // TrialState as a number
  std::vector<TrialCourse> courses;  // of the lowest seed of each method, where steps are recorded
  std::size_t left_out = 0;          // trials beyond what was asked for
};

}  // namespace sweep
