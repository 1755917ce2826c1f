#pragma once

#include <string>
#include <vector>

#include "bench/experiment/error_list.hpp"
#include "bench/experiment/given_space.hpp"
#include "bench/experiment/patch.hpp"

namespace sweep {

/// The objectives that were asked for, each by its one text: slices, suites and patterns written
/// out, and negated if the metric of a sweep file is to be maximised. What is wrong with them goes
/// to `errors`.
std::vector<std::string> objective_texts(const ExperimentPatch& said, const GivenSpace& given,
                                         ErrorList& errors);

}  // namespace sweep
