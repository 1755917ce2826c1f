#include "tests/support/log_files.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace sweep {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> split_at(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos;
       end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

CocoEntry::Run run_of(const std::string& item) {
  const auto colon = item.find(':');
  const auto bar = item.find('|');
  if (colon == std::string::npos || bar == std::string::npos) {
    throw std::runtime_error("no run of an index: " + item);
  }
  return {std::stoull(item.substr(0, colon)), std::stoull(item.substr(colon + 1)),
          item.substr(bar + 1)};
}

}  // namespace

std::vector<LogBlock> log_blocks(const std::string& text, const std::string& header_begin) {
  std::vector<LogBlock> blocks;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(header_begin)) {
      blocks.push_back({line, {}});
    } else {
      blocks.at(blocks.size() - 1).lines.push_back(split_at(line, " "));
    }
  }
  return blocks;
}

std::vector<CocoEntry> coco_entries(const std::string& text) {
  const std::vector<std::string> lines = lines_of(text);
  std::vector<CocoEntry> entries;
  for (std::size_t i = 0; i + 2 < lines.size(); i += 3) {
    CocoEntry entry;
    for (const std::string& pair : split_at(lines[i], ", ")) {
      const auto parts = split_at(pair, " = ");
      entry.keys[parts.at(0)] = parts.at(1);
    }
    entry.comment = lines[i + 1];
    const auto items = split_at(lines[i + 2], ", ");
    entry.data = items.at(0);
    for (std::size_t k = 1; k < items.size(); ++k) entry.runs.push_back(run_of(items[k]));
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace sweep
