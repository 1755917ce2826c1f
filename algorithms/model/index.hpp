#pragma once

#include <cstddef>

namespace sweep {

/// A place as Eigen counts it.
inline std::ptrdiff_t to_index(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

}  // namespace sweep
