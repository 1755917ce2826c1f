#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algorithms/space/search_space.hpp"

namespace sweep {

/// The first `n` suggestions of the reference engine's random search after Python's
/// random.seed(seed): every parameter, constants included, takes one draw u in [0, 1) and the
/// value quantile(u).
///
/// The generator is MT19937 (Matsumoto, Nishimura 1998, doi:10.1145/272991.272995), initialised
/// from the 32-bit words of the seed (init_by_array of the authors' 2002 version); a double takes
/// two words a, b: ((a >> 5) 2^26 + (b >> 6)) / 2^53.
std::vector<Point> wandb_random_points(const SearchSpace& space, std::uint64_t seed, std::size_t n);

}  // namespace sweep
