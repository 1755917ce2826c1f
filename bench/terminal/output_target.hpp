#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sweep {

/// A text file being written. Throws SpecError if it cannot be begun, and std::runtime_error with
/// the reason if writing fails: the disk is full.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  void write(std::string_view text);
  /// What was written is complete only after this.
  void close();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Close> file_;
};

/// A file or folder that has its name only once it is complete. Until then it is NAME.partial,
/// which disappears if it is never completed; a killed program leaves it behind.
///
/// Throws SpecError for a name under which there is something already, unless a folder is to be
/// written and it is one without any file; for a name in no folder, or of a folder (`out/`) where a
/// file is to be written; and if there is a NAME.partial.
class OutputTarget {
 public:
  enum class Kind { file, folder };
  OutputTarget(const std::filesystem::path& path, Kind kind);
  ~OutputTarget();
  OutputTarget(const OutputTarget&) = delete;
  OutputTarget& operator=(const OutputTarget&) = delete;

  /// Where to write.
  [[nodiscard]] const std::filesystem::path& partial() const { return partial_; }
  void complete();

 private:
  std::filesystem::path path_;
  std::filesystem::path partial_;
};

/// Writes a file in the place of an older one of its kind, whose text begins with `beginning`, and
/// which stays until the new one is complete. A link stays a link; a device (/dev/stdout) is
/// written into. Throws SpecError for a file of another kind, which is somebody's, for a folder,
/// and for a name in no folder; else as OutputFile.
void replace_file(const std::string& path, std::string_view text, std::string_view beginning);
/// Throws as replace_file does before it writes.
void check_is_replaceable(const std::string& path, std::string_view beginning);
/// Adds a line to a file, or begins one. Throws SpecError if it cannot be written.
void append_line(const std::string& path, std::string_view text);

/// Makes a folder and those above it. Throws SpecError.
void make_folders(const std::filesystem::path& path);

}  // namespace sweep
