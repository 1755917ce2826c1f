#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>

namespace sweep {

/// What the numbers of a trial's report are: objectives, the first of which is the loss, then
/// constraints, which are met at or below 0. A plain loss has width 1.
struct OutcomeLayout {
  std::size_t objectives = 1;
  std::size_t constraints = 0;

  [[nodiscard]] std::size_t width() const { return objectives + constraints; }
  bool operator==(const OutcomeLayout&) const = default;
};

/// What an evaluation hands over, once: nobody asks it again.
struct Outcome {
  double loss = std::numeric_limits<double>::quiet_NaN();  // as reported; NaN: it failed
  std::span<const double> others;  // the numbers of the report after the loss, by its layout
  std::optional<double> exact;     // the loss without noise, where it is known
  std::optional<double> full;      // what the trial's last step would have reported, likewise
};

}  // namespace sweep
