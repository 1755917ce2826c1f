#pragma once

#include <string>
#include <vector>

namespace sweep {

/// What the verb gate is told; a text is "" if it is not given.
struct GateFlags {
  std::vector<std::string> sides;
  std::string tolerance;
  std::string alpha = "0.05";
  std::string approve;
  std::string max_seeds;
  std::string pairs;
  std::string junit;
  std::string bencher;
  std::string otava;
  bool grow = false;
  bool interleave = false;
  bool count = false;
  bool self_test = false;
  bool github = false;
  bool markdown = false;
  bool json = false;
};

/// Throws SpecError for modes and outputs that exclude each other, and for what has no effect in
/// the mode that is given.
void check_modes(const GateFlags& flags);

}  // namespace sweep
