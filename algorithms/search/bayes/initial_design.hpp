#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/search/bayes/trial_table.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// How the points before the first model are placed.
enum class DesignKind { coordinates, sobol };
std::span<const std::string_view> choice_names(DesignKind);

/// The points before the first model.
///
/// `coordinates`: the middle of the space, then, for one coordinate after the other, the best point
/// so far with that coordinate in the upper and in the lower third (a category: two others of its
/// values). Each change for the better is kept: at 2 D + 1 trials every coordinate was tried at
/// three places, as the first rounds of DIRECT do (Jones, Perttunen, Stuckman 1993,
/// doi:10.1007/BF00941892; the locally biased form: Gablonsky, Kelley 2001,
/// doi:10.1023/A:1017930332101), with places drawn within the thirds.
/// `sobol`: the middle, then D points of Sobol's sequence, shifted, the same ones for all seeds.
class InitialDesign {
 public:
  struct Plan {
    DesignKind kind = DesignKind::coordinates;
    std::uint64_t trials = 0;  // 0: as many as the kind needs
  };

  InitialDesign(const Encoding& columns, const Plan& plan);

  /// The point of the next trial, one that no trial has met; nothing once they are over.
  std::optional<std::vector<double>> next(const Encoding& columns, const TrialTable& trials,
                                          const Stream& stream);

 private:
  DesignKind kind_;
  std::uint64_t trials_;
};

}  // namespace sweep
