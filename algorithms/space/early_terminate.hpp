#pragma once

#include <optional>
#include <string>

namespace sweep {

/// When W&B stops runs early, as a sweep file says it: hyperband with bands max_iter/eta, ..
/// max_iter/eta^s, or, without max_iter, min_iter, min_iter*eta, ..
struct EarlyTerminate {
  std::string type = "hyperband";
  std::optional<double> min_iter;  // whole, >= 1
  std::optional<double> max_iter;  // whole
  std::optional<double> s;
  double eta = 3;      // > 1
  bool strict = true;  // compare the value at the band, not the best of all
};

}  // namespace sweep
