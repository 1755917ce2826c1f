#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bench/experiment/patch.hpp"

namespace sweep {

/// How much a key decides: the space of an expression, the result as a whole, or only how to get
/// there and what to keep. Each of them asks for the keys of those before it, too.
enum class KeyUse { space, result, upkeep };

/// How the scalars under a key are read: as YAML's values, or as the texts that the key's flag
/// would be given. To YAML, 010 is eight and 1:30 is ninety.
enum class Reading { values, texts };

/// Where a key's flag puts its value: given once, given several times, or switched on and off.
using KeyTarget =
    std::variant<GivenText ExperimentPatch::*, std::vector<GivenText> ExperimentPatch::*,
                 std::vector<std::string> ExperimentPatch::*,
                 std::optional<bool> ExperimentPatch::*>;

/// A key of experiment files, and the flag of the same name. Files and command lines are read by
/// one table of them, so that neither can know what the other does not.
struct ExperimentKey {
  std::string_view flag;  // "--method", of the key `method`
  KeyUse use;
  KeyTarget target;
  Reading reading;
  /// Puts what a file has under the key into `said`. Throws Misfit.
  void (*read)(const Node& node, ExperimentPatch& said);
  std::string_view help;
  /// Values that are worth completing; null if there are none.
  std::vector<std::string_view> (*choices)() = nullptr;
  std::string_view letter = {};  // "-o"

  [[nodiscard]] std::string_view name() const { return flag.substr(2); }
};

/// What one entry of a file is wrong about.
struct Misfit {
  Mark mark;
  std::string text;
};

/// Every key, in the order of the help.
std::span<const ExperimentKey> experiment_keys();

/// The key of that name, null if there is none.
const ExperimentKey* find_key(std::string_view name);

/// The text of a single value: a name, a number as it is written. Throws Misfit.
std::string scalar_text(const Node& node);

}  // namespace sweep
