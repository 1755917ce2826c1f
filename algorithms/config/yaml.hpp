#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "algorithms/config/node.hpp"
#include "algorithms/config/scalar.hpp"
#include "algorithms/config/text_file.hpp"

namespace sweep {

/// A text that was read, and what is odd about it.
struct YamlText {
  Node root;
  NodeList repeated_keys;     // keys that a map held twice; the last value counts
  NodeList texts_to_wandb;    // numbers that YAML 1.1 takes for text, as 1e-5; at most 100
  std::vector<Mark> anchors;  // where the nodes with an anchor begin
  std::vector<Mark>
      aliased;  // where those of them begin that an alias repeats, as often as it does
};

/// Reads one YAML document; an empty text is null. Anchors, aliases and merge keys (`<<`) are
/// resolved. Throws ConfigError with the position of the first mistake, for a second document, an
/// unknown tag, a key that is a list or a map, and for a text beyond the limits.
YamlText read_yaml(std::string_view text, const std::string& file_name, ScalarRules rules,
                   const TextLimits& limits = {});

}  // namespace sweep
