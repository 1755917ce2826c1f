#pragma once

#include <functional>
#include <string>
#include <vector>

#include "algorithms/text/value.hpp"

namespace sweep {

/// What a finished program left behind.
struct ProgramResult {
  int exit_code;  // 128 + the signal if it was killed by one
  std::string out;
  std::string err;
};

/// Runs the built sweep-bench with these words, and `input` as its standard input.
ProgramResult run_program(const std::vector<std::string>& words, const std::string& input = "");

/// What a program that must have succeeded printed as JSON.
Value json_of(const ProgramResult& outcome);

/// The same, sent `signal` as soon as `is_time` says so; it is asked every millisecond.
ProgramResult run_and_signal(const std::vector<std::string>& words, int signal,
                             const std::function<bool()>& is_time);

class TemporaryFolder;

/// The built sweep-bench while it runs, for tests that meddle with it.
class RunningProgram {
 public:
  /// Its standard input is what type() gives it, and has no end.
  RunningProgram(const std::vector<std::string>& words, const TemporaryFolder& folder);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void type(const std::string& text) const;
  [[nodiscard]] bool has_read_everything() const;
  void send(int signal) const;
  /// Stops it until it is sent SIGCONT; signals wait meanwhile.
  void freeze() const;
  /// Waits until it is time, or the program has ended.
  void wait_until(const std::function<bool()>& is_time);
  ProgramResult wait_for_end();

 private:
  std::string out_;
  std::string err_;
  int input_;
  int child_;
  int status_ = 0;
  bool ended_ = false;
};

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
