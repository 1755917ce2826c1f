#pragma once

#include <vector>

#include "algorithms/text/options.hpp"
#include "objectives/curves/fidelity_function.hpp"
#include "objectives/spec.hpp"

namespace sweep {

// The catalogue's objectives with a learning curve: their options, and the objective that a spec
// with known option names stands for. Each make_ throws SpecError.

std::vector<OptionRow> counting_ones_options();
Objective make_counting_ones(const NamedOptions& spec);

/// Of `of` first: an objective of the catalogue that has no learning curve, with its options in
/// brackets: curve?of=ackley(dim=5&shift=3)&steps=27.
std::vector<OptionRow> curve_options();
Objective make_curve(const NamedOptions& spec);

std::vector<OptionRow> fidelity_options();
/// The FidelityFunction that has the spec's name.
Objective make_multi_fidelity(const NamedOptions& spec);

}  // namespace sweep
