#include "algorithms/schedule/reason.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sweep {
namespace {

std::string place(const Reason& reason) {
  if (reason.rung == 0) return fmt::format("step {}", reason.step);
  const bool is_band =
      reason.rule == Reason::Rule::worse_than || reason.rule == Reason::Rule::as_good_as;
  return fmt::format("{} {}", is_band ? "band" : "rung", reason.rung);
}

std::string ranked(const Reason& reason, std::string_view words) {
  if (reason.rank > 0) {
    return fmt::format("rank {} of {}, the best {} go on", reason.rank, reason.of, reason.best);
  }
  return fmt::format("{} {} the best {} of {}", reason.value, words, reason.best, reason.of);
}

std::string compared(const Reason& reason, std::string_view words) {
  if (std::isnan(reason.value)) return "nan is no result";
  return fmt::format("{} is {} {}", reason.value, words, reason.threshold);
}

std::string told(const Reason& reason) {
  using Rule = Reason::Rule;
  switch (reason.rule) {
    case Rule::none:
      return "";
    case Rule::worse_than:
      return compared(reason, "worse than");
    case Rule::as_good_as:
      return compared(reason, "not worse than");
    case Rule::among_best:
      return ranked(reason, "is among");
    case Rule::not_among_best:
      return ranked(reason, "is not among");
    case Rule::awaits_others:
      return fmt::format("{} waits for others; the best {} of {} go on", reason.value, reason.best,
                         reason.of);
    case Rule::out_of_bounds:
      return compared(reason, reason.value < reason.threshold ? "below" : "above");
    case Rule::ends_at_rung:
      return fmt::format("{} ends its trial; the best {} of {} are parents of the next rung",
                         reason.value, reason.best, reason.of);
    case Rule::no_progress:
      return fmt::format("{}, the best of the last {}, is no progress from {}", reason.value,
                         reason.of, reason.threshold);
  }
  return "";
}

}  // namespace

std::string to_text(const Reason& reason) {
  if (reason.rule == Reason::Rule::none) return "";
  return place(reason) + ": " + told(reason);
}

Reason negated(Reason reason) {
  reason.value = 0.0 - reason.value;  // not -value: that would show a zero as -0
  reason.threshold = 0.0 - reason.threshold;
  return reason;
}

}  // namespace sweep
