#pragma once

#include "algorithms/text/value.hpp"

namespace sweep {

/// The value that a value stands for however it was written down: the texts "1e-4", "1_000", "True"
/// and "None" are a number, another, true and null (as YAML reads them leniently, or Python writes
/// them); "NaN" and "-Infinity" are reals; a real without fraction is an integer. So, too, for what
/// is inside lists and maps. Other texts, the empty one among them, stand for themselves.
///
/// Two values are the same as read if canonical() of their readings is: W&B keeps `1e-4` of a file
/// as a text, programs write numbers as texts, and 3 as 3.0.
Value reading_of(const Value& value);

}  // namespace sweep
