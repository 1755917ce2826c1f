#pragma once

#include <string_view>

namespace sweep {

/// What a cell's progress is counted in. Along steps a trial that was stopped after one of 27 steps
/// costs one step; along evaluations it costs as much as a whole one.
enum class Axis { evaluations, steps, time };

/// "evaluations", "steps" or "time", and back; throws SpecError for another word.
std::string_view to_text(Axis axis);
Axis axis_named(std::string_view text);

/// What a place on the axis is a number of: "evaluations", "steps" or "virtual seconds".
std::string_view unit_name(Axis axis);

/// Whether places are whole numbers from 1 on.
inline bool is_counted(Axis axis) { return axis != Axis::time; }

}  // namespace sweep
