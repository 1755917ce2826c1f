#pragma once

#include <optional>
#include <span>

namespace sweep {

/// The linear (Pearson) correlation of two lists of the same length; nothing if one of them is
/// constant.
std::optional<double> pearson(std::span<const double> x, std::span<const double> y);

/// Spearman's: the linear correlation of midranks. For the golden vectors.
std::optional<double> spearman(std::span<const double> x, std::span<const double> y);

}  // namespace sweep
