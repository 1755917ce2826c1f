#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/config/node.hpp"
#include "algorithms/space/behaviour.hpp"

namespace sweep {

/// What a value has to be.
struct ValueRule {
  bool (*holds)(const Node& value);
  std::string_view expected;                // "a number above 0"
  std::span<const std::string_view> words;  // or one of these texts
};

/// A key of a section.
struct KeyRule {
  std::string_view name;
  const ValueRule* value;
  bool is_required = false;
  bool is_extra = false;    // W&B's check does not know it
  bool is_ignored = false;  // W&B's engine never reads it: corrected, a wrong value is a warning
};

/// What an unknown key of a section is.
enum class UnknownKeys { refused, ignored };

/// What is said of a key that W&B's check complains of and its engine does not mind.
extern const std::string_view kIgnoredByWandb;

extern const ValueRule kAnything;
extern const ValueRule kText;
extern const ValueRule kBoolean;
extern const ValueRule kList;
extern const ValueRule kFilledList;
extern const ValueRule kFilledMap;
extern const ValueRule kMap;
extern const ValueRule kNumber;
extern const ValueRule kInteger;
extern const ValueRule kWhole;  // an integer, or a real without fraction
extern const ValueRule kWholeAboveZero;
extern const ValueRule kAboveZero;
extern const ValueRule kZeroOrAbove;

/// The number of an integer or a real.
std::optional<double> number(const Node& node);
std::optional<double> number(const Node& map, std::string_view key);
/// The text under a key.
const std::string* text(const Node& map, std::string_view key);

/// The value or key as messages show it, on one line and not too long.
std::string shown(const Node& node);
std::string shown_key(const Node& key);

/// Collects what is wrong with a file.
class Checker {
 public:
  /// `knows_extras`: what W&B's check does not know and W&B runs (Launch, the old kinds) passes.
  explicit Checker(Behaviour behaviour, bool knows_extras)
      : behaviour_(behaviour), knows_extras_(knows_extras) {}
  explicit Checker(Behaviour behaviour) : Checker(behaviour, behaviour == Behaviour::corrected) {}

  [[nodiscard]] bool is_wandb() const { return behaviour_ == Behaviour::as_wandb; }
  [[nodiscard]] Behaviour behaviour() const { return behaviour_; }
  [[nodiscard]] bool knows_extras() const { return knows_extras_; }

  void error(Mark mark, const std::string& path, std::string text);
  void warn(Mark mark, const std::string& path, std::string text);
  /// An error as W&B's check has it; corrected a warning, since W&B's engine does not mind.
  void complain(Mark mark, const std::string& path, const std::string& text);
  /// An error; as W&B one that only shows when the sweep is asked for a run, or what to stop.
  void error_at_next(Mark mark, const std::string& path, std::string text);
  void error_at_stop(Mark mark, const std::string& path, std::string text);

  /// Checks that `map` is one, its keys and their values. False if anything is wrong. `mark` is
  /// where the section begins.
  bool section(Mark mark, const Node& map, const std::string& path, std::span<const KeyRule> rules,
               UnknownKeys unknown = UnknownKeys::refused);
  /// Takes what another checker says as things to be warned of, whatever they were.
  void take_as_warnings(const Checker& other, std::string_view note);
  /// Checks one value. False if it is wrong.
  bool value(const Node& node, const std::string& path, const ValueRule& rule);

  [[nodiscard]] const std::vector<Diagnostic>& errors() const { return errors_; }
  [[nodiscard]] const std::vector<Diagnostic>& warnings() const { return warnings_; }
  [[nodiscard]] const std::vector<Diagnostic>& next_errors() const { return next_errors_; }
  [[nodiscard]] const std::vector<Diagnostic>& stop_errors() const { return stop_errors_; }

 private:
  [[nodiscard]] bool knows(const KeyRule& rule) const { return !rule.is_extra || knows_extras_; }
  void entry(const NodeEntry& entry, const std::string& path, const KeyRule& rule);
  void unknown_key(const Node& key, const std::string& path, std::span<const KeyRule> rules,
                   UnknownKeys unknown);

  Behaviour behaviour_;
  bool knows_extras_;
  std::vector<Diagnostic> errors_;
  std::vector<Diagnostic> warnings_;
  std::vector<Diagnostic> next_errors_;
  std::vector<Diagnostic> stop_errors_;
};

}  // namespace sweep
