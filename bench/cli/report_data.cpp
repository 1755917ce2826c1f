#include "bench/cli/report_data.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
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

Known known(const std::string& text) {
  Objective objective = make_objective(text);
  Labels labels = labels_of(text, objective);
  return {std::move(objective), std::move(labels)};
}

// Only noise makes a best loss, as observed, another one than the exact loss of its point.
Descent descent_without_noise(const CellResult& result, const Objective& objective) {
  if (result.best_loss == result.incumbent_loss) return descent_of(result, *result.optimum);
  const std::size_t width = objective.space().size();
  const std::span<const double> points = result.points;
  return descent_of(result, *result.optimum, [&](std::size_t record) {
    return objective.exact_loss(points.subspan(record * width, width));
  });
}

/// Collects the runs of each data set.
class Collector {
 public:
  void add(const std::string& path, CellResult& result, const StoreReader& store) {
    if (is_known(path, result)) return;
    if (!result.optimum) {
      note_left_out(result.cell.objective);
      return;
    }
    store.read_records(result);
    const auto found = objectives_.find(result.cell.objective);
    const Known& objective =
        found != objectives_.end()
            ? found->second
            : objectives_.emplace(result.cell.objective, known(result.cell.objective))
                  .first->second;
    set_of(result.cell.method, objective.labels)
        .runs.push_back(descent_without_noise(result, objective.objective));
  }

  ReportData data() {
    if (data_.sets.empty()) {
      throw SpecError(fmt::format("nothing to report: the optimum is not known of {}",
                                  fmt::join(data_.left_out, ", ")));
    }
    std::map<std::string, std::size_t> suites;
    std::map<std::string, std::size_t> functions;
    std::map<std::string, std::size_t> methods;
    for (const DataSet& set : data_.sets) {
      suites.try_emplace(set.suite, suites.size());
      functions.try_emplace(set.function, functions.size());
      methods.try_emplace(set.method, methods.size());
    }
    const auto key = [&](const DataSet& set) {
      return std::tuple(suites.at(set.suite), set.number, functions.at(set.function), set.dimension,
                        methods.at(set.method));
    };
    std::sort(data_.sets.begin(), data_.sets.end(),
              [&](const DataSet& a, const DataSet& b) { return key(a) < key(b); });
    return std::move(data_);
  }

 private:
  struct Origin {
    Digest digest;
    std::string path;
  };

  bool is_known(const std::string& path, const CellResult& result) {
    const auto added = cells_.try_emplace(result.cell, Origin{result.digest, path});
    if (added.second) return false;
    const Origin& origin = added.first->second;
    if (origin.digest == result.digest) return true;
    throw SpecError(fmt::format("{}: {} on {} with seed {} has another result than in {}", path,
                                result.cell.method, result.cell.objective, result.cell.seed,
                                origin.path));
  }

  void note_left_out(const std::string& objective) {
    std::vector<std::string>& left_out = data_.left_out;
    if (std::find(left_out.begin(), left_out.end(), objective) == left_out.end()) {
      left_out.push_back(objective);
    }
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
  std::map<Cell, Origin> cells_;
  std::map<std::string, Known> objectives_;
  std::map<std::tuple<std::string, std::string, int>, std::size_t> places_;
};

}  // namespace

ReportData read_report_data(const std::vector<std::string>& paths) {
  Collector collector;
  for (const std::string& path : paths) {
    const StoreReader store(path);
    std::vector<CellResult> cells = store.cells();
    if (cells.empty()) throw SpecError(path + ": the store has no finished cell");
    for (CellResult& result : cells) {
      collector.add(path, result, store);
      result = {};  // its records may be many
    }
  }
  return collector.data();
}

}  // namespace sweep
