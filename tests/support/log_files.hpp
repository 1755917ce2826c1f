#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sweep {

/// The lines below one header of a log file, split at blanks.
struct LogBlock {
  std::string header;
  std::vector<std::vector<std::string>> lines;
};

/// The blocks of a log's text: each begins with a line that begins with `header_begin`.
std::vector<LogBlock> log_blocks(const std::string& text, const std::string& header_begin);

/// Three lines of COCO's index.
struct CocoEntry {
  std::map<std::string, std::string> keys;  // as they are written
  std::string comment;
  std::string data;  // path of the .dat file
  struct Run {
    std::uint64_t instance;
    std::uint64_t evaluations;
    std::string precision;
  };
  std::vector<Run> runs;
};
std::vector<CocoEntry> coco_entries(const std::string& text);

/// The whole file; throws if it cannot be read.
std::string file_text(const std::string& path);

}  // namespace sweep
