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
  bool is_extra = false;  // the reference engine does not know it; corrected only
};

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
  explicit Checker(Behaviour behaviour) : behaviour_(behaviour) {}

  [[nodiscard]] bool is_wandb() const { return behaviour_ == Behaviour::as_wandb; }
  [[nodiscard]] Behaviour behaviour() const { return behaviour_; }

  void error(Mark mark, const std::string& path, std::string text);
  void warn(Mark mark, const std::string& path, std::string text);
  /// An error; as W&B one that only shows when the sweep is asked for a run, or what to stop.
  void error_at_next(Mark mark, const std::string& path, std::string text);
  void error_at_stop(Mark mark, const std::string& path, std::string text);

  /// Checks that `map` is one, its keys and their values. False if anything is wrong. `mark` is
  /// where the section begins.
  bool section(Mark mark, const Node& map, const std::string& path, std::span<const KeyRule> rules);
  /// Checks one value. False if it is wrong.
  bool value(const Node& node, const std::string& path, const ValueRule& rule);

  [[nodiscard]] const std::vector<Diagnostic>& errors() const { return errors_; }
  [[nodiscard]] const std::vector<Diagnostic>& warnings() const { return warnings_; }
  [[nodiscard]] const std::vector<Diagnostic>& next_errors() const { return next_errors_; }
  [[nodiscard]] const std::vector<Diagnostic>& stop_errors() const { return stop_errors_; }

 private:
  void unknown_key(const Node& key, const std::string& path, std::span<const KeyRule> rules);

  Behaviour behaviour_;
  std::vector<Diagnostic> errors_;
  std::vector<Diagnostic> warnings_;
  std::vector<Diagnostic> next_errors_;
  std::vector<Diagnostic> stop_errors_;
};

}  // namespace sweep
