#pragma once

#include <string>
#include <vector>

#include "algorithms/text/error.hpp"

namespace sweep {

/// A place in a text; line and column count from 1, the column in bytes. Line 0: no place.
struct Mark {
  unsigned line = 0;
  unsigned column = 0;
  bool operator==(const Mark&) const = default;
};

/// One thing that is wrong, or odd, with a file.
struct Diagnostic {
  Mark mark;
  std::string path;  // keys joined with '.', "parameters.lr"; empty for the whole file
  std::string text;  // what is wrong and what is allowed
};

/// `FILE:LINE:COL: PATH: TEXT` without the parts that are empty.
std::string to_text(const std::string& file_name, const Diagnostic& diagnostic);

/// A file that is refused, with everything that is wrong with it. what() has one line
/// each, up to 20 of them.
class ConfigError : public SpecError {
 public:
  ConfigError(const std::string& file_name, std::vector<Diagnostic> diagnostics);
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace sweep
