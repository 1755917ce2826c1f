#pragma once

#include <string>
#include <utility>
#include <vector>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/text/error.hpp"

namespace sweep {

/// Collects what an experiment is refused for, so that all of it is said at once.
class ErrorList {
 public:
  /// `file_name` is that of the experiment file.
  explicit ErrorList(std::string file_name) : file_name_(std::move(file_name)) {}

  void add(const Diagnostic& diagnostic) { add_lines(to_text(file_name_, diagnostic)); }

  /// Runs `act`; false if it throws a SpecError, which is kept. `mark` is where the experiment file
  /// has what is looked at; line 0 for what came from elsewhere.
  template <class Act>
  bool attempt(Mark mark, Act act) {
    try {
      act();
      return true;
    } catch (const SpecError& error) {
      add_lines(mark.line > 0 ? to_text(file_name_, {mark, "", error.what()}) : error.what());
      return false;
    }
  }

  /// Throws a SpecError with a line for each.
  void throw_if_any() const {
    if (!lines_.empty()) throw SpecError(lines_);
  }

 private:
  void add_lines(const std::string& lines) { lines_ += (lines_.empty() ? "" : "\n") + lines; }

  std::string file_name_;
  std::string lines_;
};

}  // namespace sweep
