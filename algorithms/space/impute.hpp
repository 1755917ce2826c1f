#pragma once

#include <array>
#include <span>
#include <string_view>

namespace sweep {

/// What stands for the loss of a trial that has none of its own: its latest loss, its best, or the
/// worst of all trials.
enum class Impute { latest, best, worst };
inline constexpr std::array<std::string_view, 3> kImputeNames = {"latest", "best", "worst"};
constexpr std::span<const std::string_view> choice_names(Impute) { return kImputeNames; }

}  // namespace sweep
