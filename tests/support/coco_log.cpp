#include "tests/support/coco_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "algorithms/config/text_file.hpp"
#include "algorithms/space/error.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;

using Lines = std::vector<Drop>;  // (evaluations, best precision) of every line of a run

// A line that begins with % begins a run; columns 1 and 3 of the others count.
std::vector<Lines> read_runs(const std::string& path) {
  std::istringstream text(read_text_file(path, kMostBytes));
  std::vector<Lines> runs;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with('%')) {
      runs.emplace_back();
      continue;
    }
    std::istringstream columns(line);
    Drop drop;
    std::string skipped;
    columns >> drop.evaluation >> skipped >> drop.precision;
    if (!columns || runs.empty()) throw SpecError(path + ": no line of a log: " + line);
    runs.back().push_back(drop);
  }
  return runs;
}

Descent merged(Lines lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  std::sort(lines.begin(), lines.end(), [](const Drop& a, const Drop& b) {
    return a.evaluation != b.evaluation ? a.evaluation < b.evaluation : a.precision < b.precision;
  });
  Descent run;
  for (const Drop& drop : lines) {
    if (run.drops.empty() || drop.precision < run.drops.back().precision) run.drops.push_back(drop);
  }
  run.evaluations = lines.back().evaluation;
  return run;
}

// The .dat file of a dimension: the first word two lines below its heading.
std::string data_file(const std::string& info_path, int dimension) {
  std::istringstream text(read_text_file(info_path, kMostBytes));
  for (std::string line; std::getline(text, line);) {
    if (line.find(fmt::format("DIM = {},", dimension)) == std::string::npos) continue;
    std::getline(text, line);
    std::getline(text, line);
    return line.substr(0, line.find(','));
  }
  throw SpecError(fmt::format("{}: no dimension {}", info_path, dimension));
}

}  // namespace

std::vector<Descent> read_coco_log(const std::string& folder, int function, int dimension) {
  const std::string info = fmt::format("{}/bbobexp_f{}.info", folder, function);
  const std::string data = folder + "/" + data_file(info, dimension);
  const std::vector<Lines> by_target = read_runs(data);
  const std::vector<Lines> by_evaluation =
      read_runs(data.substr(0, data.size() - std::string("dat").size()) + "tdat");
  if (by_target.size() != by_evaluation.size()) throw SpecError(data + ": a run is missing");
  std::vector<Descent> runs;
  for (std::size_t i = 0; i < by_target.size(); ++i) {
    runs.push_back(merged(by_target[i], by_evaluation[i]));
  }
  return runs;
}

}  // namespace sweep
