#include "bench/results/measures/axis.hpp"

#include <fmt/format.h>

#include <iterator>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

/// How an axis is called, and its unit; in the order of the enum.
struct AxisName {
  std::string_view name;
  std::string_view unit;
};

constexpr AxisName kAxisNames[] = {
    {"evaluations", "evaluations"}, {"steps", "steps"}, {"time", "virtual seconds"}};

}  // namespace

std::string_view to_text(Axis axis) { return kAxisNames[static_cast<std::size_t>(axis)].name; }

std::string_view unit_name(Axis axis) { return kAxisNames[static_cast<std::size_t>(axis)].unit; }

Axis axis_named(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kAxisNames); ++i) {
    if (kAxisNames[i].name == text) return static_cast<Axis>(i);
  }
  throw SpecError(fmt::format("--axis {}: expected evaluations, steps or time", text));
}

}  // namespace sweep
