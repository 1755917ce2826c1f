#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "bench/reports/logged_run.hpp"

namespace sweep {

/// Writes the folder of a log format, one run at a time and in the order of LogGroups: a folder per
/// method, PATH/METHOD, or PATH/SUITE/METHOD if there are several suites; in it an index per
/// function, and data files per function and dimension. Throws as OutputFile.
class LogFolder {
 public:
  virtual ~LogFolder() = default;
  LogFolder() = default;
  LogFolder(const LogFolder&) = delete;
  LogFolder& operator=(const LogFolder&) = delete;

  /// The runs to come are of this method on this problem. `comment` is a line about the method.
  virtual void begin(const std::filesystem::path& folder, const LoggedProblem& problem,
                     const std::string& method, const std::string& comment) = 0;
  virtual void add(const LoggedRun& run) = 0;
  /// There are no more runs.
  virtual void finish() = 0;
};

std::unique_ptr<LogFolder> make_coco_folder();
std::unique_ptr<LogFolder> make_ioh_folder();

}  // namespace sweep
