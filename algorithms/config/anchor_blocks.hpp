#pragma once

#include "algorithms/config/yaml.hpp"

namespace sweep {

/// Drops the top-level entries of a sweep file that only hold YAML anchors for its other parts:
/// `shared: &range {min: 0.0, max: 0.5}`. Keys that are probably meant to be known ones stay.
void drop_anchor_blocks(YamlText& text);

}  // namespace sweep
