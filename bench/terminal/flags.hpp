#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sweep {

/// Takes one value at a time, in the order of the command line.
using TakeValue = std::function<void(const std::string& value)>;

/// One flag (`--seed`, `-n`), or a word in its place (`FILE`), and where its value goes.
struct Flag {
  std::string_view name;
  std::string_view help;
  std::variant<std::string*, TakeValue, bool*, std::optional<bool>*> target;
  bool is_required = false;
  std::string_view letter = {};                // "-o", the short form
  std::vector<std::string_view> choices = {};  // values that shells complete; others may be allowed

  [[nodiscard]] bool is_place() const { return !name.starts_with('-'); }
  [[nodiscard]] bool takes_value() const { return target.index() < 2; }
  /// All that it can be written as: "-o", "--out"; "--wandb-compat", "--no-wandb-compat".
  [[nodiscard]] std::vector<std::string> words() const;
};

/// What a verb takes from the command line, in the order of its help. Targets are referred to, and
/// names and texts too: all of them must live until the command line is read. A target whose flag
/// is not given stays as it is.
class Flags {
 public:
  void required(std::string_view name, std::string& target, std::string_view help);
  void optional(std::string_view name, std::string& target, std::string_view help);
  /// May be given several times, or none; the values add up.
  void repeated(std::string_view name, std::vector<std::string>& target, std::string_view help);
  void repeated(std::string_view name, TakeValue take, std::string_view help);
  void toggle(std::string_view name, bool& target, std::string_view help);
  /// `--name` says yes, `--no-name` says no; no if both are given equally often.
  void toggle(std::string_view name, std::optional<bool>& target, std::string_view help);
  /// Gives the last flag a letter, `-o`.
  void letter(std::string_view letter) { flags_.back().letter = letter; }
  /// Gives the last flag values that shells complete. What they refer to has to live as names do.
  void choices(std::vector<std::string_view> values) { flags_.back().choices = std::move(values); }
  /// What the help ends with.
  void examples(std::string_view text) { examples_ = text; }

  [[nodiscard]] const std::vector<Flag>& all() const { return flags_; }
  [[nodiscard]] std::string_view examples() const { return examples_; }

 private:
  std::vector<Flag> flags_;
  std::string_view examples_;
};

}  // namespace sweep
