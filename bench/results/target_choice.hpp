#pragma once

#include <string_view>
#include <vector>

namespace sweep {

/// Which targets a problem has: COCO's precisions where its suite is COCO's and the optimum is
/// known, and quantiles else; or COCO's wherever the optimum is known; or quantiles everywhere.
enum class TargetRule { by_suite, coco, quantiles };

/// Which targets a report takes.
struct TargetChoice {
  TargetRule rule = TargetRule::by_suite;
  std::vector<double> fractions = {};  // of quantiles, falling; those that are usual if empty
  bool expensive = false;  // bbob has those that its virtual best of 2009 misses within budgets
};

/// "auto", "coco", "quantiles", or fractions in (0, 1] joined with commas: "0.9,0.5". Throws
/// SpecError for anything else.
TargetChoice target_choice(std::string_view text);

}  // namespace sweep
