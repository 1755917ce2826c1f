#pragma once

#include <filesystem>
#include <string>

namespace sweep {

/// A new folder among the system's temporary ones, which is removed with all that is in it. Throws
/// std::runtime_error if there can be none.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  /// The path of a file in it.
  [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

}  // namespace sweep
