#include "bench/export/export_logs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/export/log_folder.hpp"
#include "bench/reports/coco/coco.hpp"
#include "bench/terminal/output_target.hpp"

namespace sweep {
namespace {

namespace fs = std::filesystem;

std::string known_suites() { return fmt::format("{}", fmt::join(coco_suites(), ", ")); }

void refuse_noise_without_trials(const StoredResults& stored, const LogGroups& all) {
  if (stored.header.record != RecordLevel::best) return;
  const auto noisy = std::find_if(all.groups.begin(), all.groups.end(),
                                  [](const LogGroup& group) { return group.is_noisy; });
  if (noisy == all.groups.end()) return;
  throw SpecError(fmt::format(
      "{}: {} is logged without its noise, and what improved with noise may not have improved "
      "without: run it with --record trials",
      stored.path, noisy->problem.suite));
}

void check_groups(LogFormat format, const StoredResults& stored, const LogGroups& all) {
  if (all.groups.empty() && all.unknown > 0) {
    throw SpecError(fmt::format(
        "{}: no objective is plainly of a suite that cocopp knows ({}); the formats ioh, csv and "
        "jsonl take any",
        stored.path, known_suites()));
  }
  if (all.groups.empty()) {
    throw SpecError(
        fmt::format("{}: no cell has {} trials that all ran to their ends; csv and jsonl take any",
                    stored.path, format == LogFormat::coco ? "coco" : "ioh"));
  }
  refuse_noise_without_trials(stored, all);
}

std::string cells_are(std::size_t count) {
  return count == 1 ? "1 cell is" : fmt::format("{} cells are", count);
}

std::vector<std::string> warnings_of(const LogGroups& all) {
  std::vector<std::string> warnings;
  const auto add = [&](std::size_t cells, const std::string& why) {
    if (cells > 0) warnings.push_back(fmt::format("{} left out: {}", cells_are(cells), why));
  };
  add(all.unknown,
      fmt::format("with objectives not plainly of a suite that cocopp knows ({})", known_suites()));
  add(all.undescribed,
      "the store does not describe their objectives, and this program does not know them");
  add(all.stopped,
      "a scheduler stopped trials before their ends, and an evaluation is a whole one");
  return warnings;
}

/// Where each method's folder is, on each suite: two that have the same name get numbers.
class FolderNames {
 public:
  FolderNames(LogFormat format, fs::path root, const LogGroups& all)
      : format_(format), root_(std::move(root)) {
    std::set<std::string> suites;
    for (const LogGroup& group : all.groups) suites.insert(group.problem.suite);
    has_suites_ = suites.size() > 1;
  }

  fs::path of(const LogGroup& group) {
    const auto [entry, is_new] = folders_.try_emplace({group.problem.suite, group.method});
    if (!is_new) return entry->second;
    fs::path path = has_suites_ ? root_ / plain_name(group.problem.suite) : root_;
    path /= plain_name(group.method);
    const std::string first = path.string();
    for (int i = 1; taken_.contains(path); ++i) path = first + suffix(i);
    taken_.insert(path);
    return entry->second = path;
  }

 private:
  [[nodiscard]] std::string suffix(int i) const {
    return format_ == LogFormat::coco ? fmt::format("-{:04}", i) : fmt::format("-{}", i);
  }

  LogFormat format_;
  fs::path root_;
  bool has_suites_ = false;
  std::map<std::pair<std::string, std::string>, fs::path> folders_;  // by suite and method
  std::set<fs::path> taken_;
};

// False if it was stopped.
bool write_group(const StoredResults& stored, const LogGroup& group, LogFolder& folder,
                 const std::atomic<bool>& stop, CellObserver& observer) {
  for (const LogRun& run : group.runs) {
    if (stop) return false;
    const CellResult result = stored.whole(run.cell);
    const bool is_member = is_plain_member(stored.objective(result.cell));
    const LoggedRun logged = logged_run(
        run, result, {stored.header.record, stored.header.in_order, is_member, group.is_noisy});
    folder.add(logged);
    observer.cell_ended();
  }
  return true;
}

const std::string& version_of(const StoredResults& stored, const LogGroup& group) {
  return stored.provenances[stored.cells[group.runs.front().cell].provenance].version;
}

std::size_t runs_in(const LogGroups& all) {
  std::size_t runs = 0;
  for (const LogGroup& group : all.groups) runs += group.runs.size();
  return runs;
}

}  // namespace

LogExport export_logs(LogFormat format, const StoredResults& stored, const std::string& out,
                      const std::atomic<bool>& stop, CellObserver& observer) {
  const bool is_coco = format == LogFormat::coco;
  const LogGroups all = log_groups(format, stored.cells, stored.objectives, stored.provenances);
  check_groups(format, stored, all);
  OutputTarget target(out, OutputTarget::Kind::folder);
  FolderNames names(format, target.partial(), all);
  const auto folder = is_coco ? make_coco_folder() : make_ioh_folder();
  observer.begin(runs_in(all));
  for (const LogGroup& group : all.groups) {
    const std::string comment =
        fmt::format("{}; sweep-bench {}, experiment {}", group.method, version_of(stored, group),
                    stored.header.experiment_hash);
    folder->begin(names.of(group), group.problem, group.method, comment);
    if (!write_group(stored, group, *folder, stop, observer)) return {false, warnings_of(all)};
  }
  folder->finish();
  target.complete();
  return {true, warnings_of(all)};
}

}  // namespace sweep
