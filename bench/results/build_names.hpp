#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/results/provenance.hpp"

namespace sweep {

/// The builds that cells come from, with a short name for each: the first eight digits of what
/// identifies it, or as many more as it takes to tell it from the others; where two differ by their
/// CPU only, with that: "3f2a91c0", "3f2a91c0 on AMD EPYC".
class BuildNames {
 public:
  /// The place of the build, which is given one if it is new.
  std::size_t add(const Provenance& provenance);
  /// The short names of all builds that were added, in their order.
  [[nodiscard]] std::vector<std::string> names() const;
  /// The first of each build that was added.
  [[nodiscard]] const std::vector<Provenance>& builds() const { return builds_; }

 private:
  std::vector<Provenance> builds_;
};

}  // namespace sweep
