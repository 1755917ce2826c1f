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

#include "algorithms/space/error.hpp"
#include "bench/results/store.hpp"
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
    return {"", objective, objective, 0, static_cast<int>(made.space().size())};
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

/// A cell, and which of the stores it is in.
struct StoredCell {
  std::size_t store;
  CellResult result;
};

// Only noise makes a best loss, as observed, another one than the exact loss of its point.
Descent descent_without_noise(const CellResult& result, const Objective& objective) {
  if (result.best_loss == result.incumbent_loss) return descent_of(result, *result.optimum);
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
  void add(const std::string& path, CellResult& result, const StoreReader& store) {
    if (is_counted(path, result)) return;
    if (!result.optimum) {
      if (left_out_.insert(result.cell.objective).second) {
        data_.left_out.push_back(result.cell.objective);
      }
      return;
    }
    store.read_records(result);
    const Known& objective = known(result.cell.objective);
    set_of(result.cell.method, objective.labels)
        .runs.push_back(descent_without_noise(result, objective.objective));
  }

  ReportData data() {
    if (data_.sets.empty()) {
      throw SpecError(fmt::format("nothing to report: the optimum is not known of {}",
                                  fmt::join(data_.left_out, ", ")));
    }
    std::sort(data_.sets.begin(), data_.sets.end(), comes_before);
    return std::move(data_);
  }

 private:
  struct Origin {
    Digest digest;
    std::string path;
  };

  bool is_counted(const std::string& path, const CellResult& result) {
    const auto added = cells_.try_emplace(result.cell, Origin{result.digest, path});
    if (added.second) return false;
    const Origin& origin = added.first->second;
    if (origin.digest == result.digest) return true;
    throw SpecError(fmt::format("{}: {} on {} with seed {} has another result than in {}", path,
                                result.cell.method, result.cell.objective, result.cell.seed,
                                origin.path));
  }

  const Known& known(const std::string& text) {
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
  std::set<std::string> left_out_;
  std::map<Cell, Origin> cells_;
  std::map<std::string, Known> objectives_;
  std::map<std::tuple<std::string, std::string, int>, std::size_t> places_;
};

}  // namespace

ReportData read_report_data(const std::vector<std::string>& paths) {
  std::vector<StoreReader> stores;
  std::vector<StoredCell> cells;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    stores.emplace_back(paths[i]);
    std::vector<CellResult> results = stores.back().cells();
    if (results.empty()) throw SpecError(paths[i] + ": the store has no finished cell");
    for (CellResult& result : results) cells.push_back({i, std::move(result)});
  }
  // A store has its cells as they happened to end; what is reported may not depend on that.
  std::stable_sort(cells.begin(), cells.end(), [](const StoredCell& a, const StoredCell& b) {
    return a.result.cell < b.result.cell;
  });
  Collector collector;
  for (StoredCell& stored : cells) {
    collector.add(paths[stored.store], stored.result, stores[stored.store]);
    stored.result = {};  // its records may be many
  }
  return collector.data();
}

}  // namespace sweep
