#pragma once

#include <string>
#include <vector>

namespace sweep {

/// What a finished program left behind.
struct Outcome {
  int exit_code;  // 128 + the signal if it was killed by one
  std::string out;
  std::string err;
};

/// Runs the built sweep-bench with these words, and `input` as its standard input.
Outcome run_program(const std::vector<std::string>& words, const std::string& input = "");

/// The same, killed with SIGKILL, or another signal, after `milliseconds`; or as soon as it ends.
Outcome run_and_signal(const std::vector<std::string>& words, int signal, int milliseconds);

/// A folder that is removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  /// The path of a file in it.
  [[nodiscard]] std::string path(const std::string& name) const;
  /// Writes a file and returns its path.
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const;

 private:
  std::string folder_;
};

}  // namespace sweep
