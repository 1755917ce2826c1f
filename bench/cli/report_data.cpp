#include "bench/cli/report_data.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/experiment/trial_count.hpp"
#include "bench/session/stored_results.hpp"
#include "bench/terminal/output.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"

namespace sweep {
namespace {

/// Where the data sets of an objective stand, and what they are called.
struct Labels {
  std::string suite;
  std::string group;
  std::string function;
  int number = 0;
  int dimension = 1;
};

std::string group_of(const FamilyMember& member) {
  for (const FunctionGroup& group : find_family(member.family)->groups) {
    if (group.first <= member.function && member.function <= group.last) {
      return std::string(group.name);
    }
  }
  return fmt::format("f{}", member.function);
}

// What is changed by options (`?noise=0.1`) is a function of another suite.
Labels labels_of(const std::string& objective, const Objective& made) {
  const auto member = family_member(objective);
  if (!member) {
    return {"", objective, objective, 0, static_cast<int>(dimension_of(made.space()))};
  }
  const std::size_t question = objective.find('?');
  const std::string options = question == std::string::npos ? "" : objective.substr(question);
  const std::string suite = member->family + options;
  return {suite, suite + " " + group_of(*member),
          fmt::format("{}/f{}{}", member->family, member->function, options), member->function,
          member->dimension};
}

/// An objective of the stores, made again: for its dimension, and its losses without noise.
struct Known {
  Objective objective;
  Labels labels;
};

/// A cell's place in the stores.
struct StoredCell {
  const StoredResults* store;
  std::size_t place;

  [[nodiscard]] const CellResult& result() const { return store->cells[place]; }
  [[nodiscard]] bool has_all_trials() const { return store->header.record != RecordLevel::best; }
};

// A store has its cells as they happened to end; what is reported may not depend on that. Of two
// that have a cell, one with all trials comes first.
bool is_read_before(const StoredCell& a, const StoredCell& b) {
  if (a.result().cell != b.result().cell) return a.result().cell < b.result().cell;
  return a.has_all_trials() && !b.has_all_trials();
}

Descent descent_without_noise(const CellResult& result, const Objective& objective) {
  if (!objective.is_noisy()) return descent_of(result, *result.optimum);
  const std::size_t width = objective.space().size();
  const std::span<const double> points = result.points;
  return descent_of(result, *result.optimum, [&](std::size_t record) {
    return objective.exact_loss(points.subspan(record * width, width));
  });
}

// Objectives that are in no suite come last.
bool comes_before(const DataSet& a, const DataSet& b) {
  const auto key = [](const DataSet& set) {
    return std::tuple(set.suite.empty(), std::string_view(set.suite), set.number,
                      std::string_view(set.function), set.dimension, std::string_view(set.method));
  };
  return key(a) < key(b);
}

/// Collects the runs of each data set.
class Collector {
 public:
  void add(const StoredCell& stored) {
    const Cell& cell = stored.result().cell;
    if (is_counted(stored.store->path, stored.result())) return;
    if (!stored.result().optimum) {
      leave_out(cell.objective, data_.left_out);
      return;
    }
    const Known& known = known_as(cell.objective);
    if (known.objective.is_noisy() && !stored.has_all_trials()) {
      leave_out(cell.objective, data_.noisy);
      return;
    }
    set_of(cell.method, known.labels)
        .runs.push_back(descent_without_noise(stored.store->whole(stored.place), known.objective));
  }

  ReportData data() {
    if (data_.sets.empty()) refuse_nothing();
    std::sort(data_.sets.begin(), data_.sets.end(), comes_before);
    return std::move(data_);
  }

 private:
  struct Origin {
    Digest digest;
    std::string path;
  };

  [[noreturn]] void refuse_nothing() const {
    std::string why;
    if (!data_.left_out.empty()) {
      why = fmt::format("the optimum is not known of {}", fmt::join(data_.left_out, ", "));
    }
    if (!data_.noisy.empty()) {
      why += fmt::format("{}losses are noisy of {}: run with --record trials",
                         why.empty() ? "" : "; ", fmt::join(data_.noisy, ", "));
    }
    throw SpecError("nothing to report: " + why);
  }

  bool is_counted(const std::string& path, const CellResult& result) {
    const auto added = cells_.try_emplace(result.cell, Origin{result.digest, path});
    if (added.second) return false;
    const Origin& origin = added.first->second;
    if (origin.digest == result.digest) return true;
    throw SpecError(fmt::format("{}: {} on {} with seed {} has another result than in {}", path,
                                result.cell.method, result.cell.objective, result.cell.seed,
                                origin.path));
  }

  void leave_out(const std::string& objective, std::vector<std::string>& objectives) {
    if (left_out_.insert(objective).second) objectives.push_back(objective);
  }

  const Known& known_as(const std::string& text) {
    const auto found = objectives_.find(text);
    if (found != objectives_.end()) return found->second;
    Objective objective = make_objective(text);
    Labels labels = labels_of(text, objective);
    return objectives_.emplace(text, Known{std::move(objective), std::move(labels)}).first->second;
  }

  DataSet& set_of(const std::string& method, const Labels& labels) {
    const auto place =
        places_.try_emplace({method, labels.function, labels.dimension}, data_.sets.size());
    if (place.second) {
      data_.sets.push_back({method,
                            labels.suite,
                            labels.group,
                            labels.function,
                            labels.number,
                            labels.dimension,
                            {}});
    }
    return data_.sets[place.first->second];
  }

  ReportData data_;
  std::set<std::string> left_out_;  // for either reason
  std::map<Cell, Origin> cells_;
  std::map<std::string, Known> objectives_;
  std::map<std::tuple<std::string, std::string, int>, std::size_t> places_;
};

}  // namespace

ReportData read_report_data(const std::vector<std::string>& paths) {
  std::vector<StoredResults> stores;
  for (const std::string& path : paths) {
    const StoredResults& stored = stores.emplace_back(path);
    if (stored.cells.empty()) throw SpecError(path + ": the store has no finished cell");
  }
  std::vector<StoredCell> cells;
  for (const StoredResults& stored : stores) {
    if (const auto warning = unfinished_warning(stored)) print_warning(*warning);
    for (std::size_t i = 0; i < stored.cells.size(); ++i) cells.push_back({&stored, i});
  }
  std::stable_sort(cells.begin(), cells.end(), is_read_before);
  Collector collector;
  for (const StoredCell& cell : cells) collector.add(cell);
  return collector.data();
}

}  // namespace sweep
