#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// How much a loss may rise without being worse. An absolute one is in the units of the loss; a
/// relative one is a share of the baseline's median regret on that problem, at least 1e-8, the last
/// target of COCO, or, where the optimum is not known, of the size of its median loss.
struct Tolerance {
  double value = 0.05;
  bool is_relative = true;

  /// The tolerated difference, in the units of the loss, where the baseline's median has this size.
  [[nodiscard]] double at(double scale) const { return is_relative ? value * scale : value; }
};

/// "5%" or "0.01". Throws SpecError for anything else, and for a negative one.
Tolerance parse_tolerance(std::string_view text);
std::string to_text(const Tolerance& tolerance);

}  // namespace sweep
