#pragma once

#include <optional>
#include <string>

#include "algorithms/space/outcome.hpp"

namespace sweep {

/// What results know of an objective, so that nobody who reads them has to construct it. A store of
/// a program that had it may know its name and no more.
struct ObjectiveInfo {
  std::string name;               // its one text, which keys cells and streams
  std::string space;              // a sweep file with its parameters, as one line of YAML
  std::optional<int> dimension;   // parameters that are no constants; at least 1
  int max_step = 1;               // length of its learning curve
  std::optional<double> optimum;  // the lowest loss without noise, where it is known
  std::optional<bool> is_noisy;   // a final loss may be another than the loss without noise
  std::string family;             // "bbob"; empty for an objective of no family
  int function = 0;               // its numbers in the family
  int instance = 0;
  std::string function_name;  // "Sphere"
  std::string group;          // of alike functions: "1-separable"
  std::string options;        // what changes a member of a family: "?noise=0.1"; empty if plain
  OutcomeLayout layout;
  bool operator==(const ObjectiveInfo&) const = default;

  /// Whether more than its name is known.
  [[nodiscard]] bool is_described() const { return dimension && is_noisy; }
};

}  // namespace sweep
