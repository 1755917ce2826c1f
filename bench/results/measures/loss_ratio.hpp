#pragma once

#include <optional>
#include <span>

namespace sweep {

/// What a method lost against a reference within a budget of evaluations: with f the hardest target
/// that the method reaches within it (ERT <= budget),
///   loss = e / ERT_reference(f),
/// where e is the method's ERT to f, or the whole budget if the reference reaches the next harder
/// target within the budget too. A loss of 4 says that the reference needs a quarter. The lists are
/// of ERTs to the same targets, easiest first; nothing if the method reaches none of them within
/// the budget, or the reference never reaches f.
///
/// Source: Hansen, Auger, Finck, Ros 2010, INRIA RR-7215, section "ERT loss ratio"; cocopp.
std::optional<double> loss_ratio(std::span<const double> erts,
                                 std::span<const double> reference_erts, double budget);

}  // namespace sweep
