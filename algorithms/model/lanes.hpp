#pragma once

#include <cstddef>

namespace sweep {

/// How many numbers are worked on side by side: what the widest vector units hold, and enough to
/// keep narrower ones busy. Results do not depend on the unit.
inline constexpr std::size_t kLanes = 8;

}  // namespace sweep
