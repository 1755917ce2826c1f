#include "tests/support/coco_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "tests/support/log_files.hpp"

namespace sweep {
namespace {

// Columns 1 and 3 of a line count: evaluations, and the best precision so far.
void add_drops(const LogBlock& block, std::vector<Drop>& drops) {
  for (const std::vector<std::string>& line : block.lines) {
    drops.push_back({std::stod(line.at(0)), std::stod(line.at(2))});
  }
}

Descent merged(const LogBlock& by_target, const LogBlock& by_evaluation) {
  std::vector<Drop> lines;
  add_drops(by_target, lines);
  add_drops(by_evaluation, lines);
  std::sort(lines.begin(), lines.end(), [](const Drop& a, const Drop& b) {
    return a.at != b.at ? a.at < b.at : a.precision < b.precision;
  });
  Descent run;
  for (const Drop& drop : lines) {
    if (run.drops.empty() || drop.precision < run.drops.back().precision) run.drops.push_back(drop);
  }
  run.length = lines.back().at;
  return run;
}

// The .dat file of a dimension, without its ending.
std::string data_path(const std::string& info_path, int dimension) {
  for (const CocoEntry& entry : coco_entries(file_text(info_path))) {
    if (entry.keys.at("DIM") == fmt::format("{}", dimension)) {
      return entry.data.substr(0, entry.data.rfind('.'));
    }
  }
  throw std::runtime_error(fmt::format("{}: no dimension {}", info_path, dimension));
}

std::string data_of(const std::string& folder, int function, int dimension) {
  const std::string info = fmt::format("{}/bbobexp_f{}.info", folder, function);
  return fmt::format("{}/{}", folder, data_path(info, dimension));
}

}  // namespace

std::vector<Descent> read_coco_log(const std::string& folder, int function, int dimension) {
  const std::string data = data_of(folder, function, dimension);
  const std::vector<LogBlock> by_target = log_blocks(file_text(data + ".dat"), "%");
  const std::vector<LogBlock> by_evaluation = log_blocks(file_text(data + ".tdat"), "%");
  if (by_target.size() != by_evaluation.size()) {
    throw std::runtime_error(data + ": a run is missing");
  }
  std::vector<Descent> runs;
  for (std::size_t i = 0; i < by_target.size(); ++i) {
    runs.push_back(merged(by_target[i], by_evaluation[i]));
  }
  return runs;
}

std::vector<Descent> read_coco_log_by_evaluation(const std::string& folder, int function,
                                                 int dimension) {
  std::vector<Descent> runs;
  for (const LogBlock& block :
       log_blocks(file_text(data_of(folder, function, dimension) + ".tdat"), "%")) {
    runs.push_back(merged(block, block));
  }
  return runs;
}

}  // namespace sweep
