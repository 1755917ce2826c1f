#include "bench/results/keyed_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/results/build_names.hpp"

namespace sweep {
namespace {

const std::string& method_of(const CellResult& result) {
  return result.method_key.empty() ? result.cell.method : result.method_key;
}

/// A source, with the place of its build among all.
struct Candidate {
  std::size_t source;
  std::size_t build;
};

/// The builds of all sources, and which method has cells of which.
class Builds {
 public:
  std::size_t add(const CellSource& source) {
    const std::size_t build = names_.add(*source.provenance);
    by_method_[method_of(*source.result)].insert(build);
    return build;
  }
  /// Call once all are added.
  void name() { texts_ = names_.names(); }

  [[nodiscard]] std::string name_of(const std::string& method, std::size_t build) const {
    return by_method_.at(method).size() > 1 ? texts_[build] : "";
  }
  [[nodiscard]] std::vector<MethodBuilds> of_methods_with_several() const {
    std::vector<MethodBuilds> several;
    for (const auto& [method, builds] : by_method_) {
      if (builds.size() > 1) several.push_back(builds_of(method, builds));
    }
    return several;
  }

 private:
  [[nodiscard]] MethodBuilds builds_of(const std::string& method,
                                       const std::set<std::size_t>& builds) const {
    std::map<std::string, Provenance> sorted;
    for (const std::size_t build : builds) sorted.emplace(texts_[build], names_.builds()[build]);
    MethodBuilds of{method, {}, {}};
    for (const auto& [name, source] : sorted) {
      of.names.push_back(name);
      of.sources.push_back(source);
    }
    return of;
  }

  BuildNames names_;
  std::vector<std::string> texts_;
  std::map<std::string, std::set<std::size_t>> by_method_;
};

/// The objectives of the sources, each of them once.
class Objectives {
 public:
  std::size_t add(const CellSource& source) {
    const ObjectiveInfo& info = *source.objective;
    const auto added = places_.try_emplace(info.name, Place{infos_.size(), source.origin});
    if (added.second) infos_.push_back(info);
    const Place& place = added.first->second;
    refuse_another_space(source, infos_[place.index], place.origin);
    return place.index;
  }
  [[nodiscard]] const ObjectiveInfo& operator[](std::size_t place) const { return infos_[place]; }
  std::vector<ObjectiveInfo> take() { return std::move(infos_); }

 private:
  struct Place {
    std::size_t index;
    std::string_view origin;
  };

  static void refuse_another_space(const CellSource& source, const ObjectiveInfo& known,
                                   std::string_view origin) {
    const std::string& space = source.objective->space;
    if (space.empty() || known.space.empty() || space == known.space) return;
    throw SpecError(
        fmt::format("{}: {} has another space than in {}", source.origin, known.name, origin));
  }

  std::map<std::string, Place> places_;
  std::vector<ObjectiveInfo> infos_;
};

void refuse_another_result(const CellSource& first, const CellSource& second) {
  if (first.result->digest == second.result->digest) return;
  const Cell& cell = second.result->cell;
  throw SpecError(fmt::format("{}: {} on {} with seed {} has another result than in {}",
                              second.origin, method_of(*second.result), cell.objective, cell.seed,
                              first.origin));
}

/// Puts candidates in order: by what tells their cells apart, then those with more records.
class Order {
 public:
  explicit Order(std::span<const CellSource> sources) : sources_(sources) {}

  [[nodiscard]] bool operator()(const Candidate& a, const Candidate& b) const {
    if (identity(a) != identity(b)) return identity(a) < identity(b);
    return sources_[a.source].level > sources_[b.source].level;
  }
  [[nodiscard]] bool is_same_cell(const Candidate& a, const Candidate& b) const {
    return identity(a) == identity(b);
  }

 private:
  // A method with the same options given otherwise (by --set) has other random numbers: its cells
  // are further ones of the same method.
  [[nodiscard]] std::tuple<const std::string&, const Cell&, std::size_t> identity(
      const Candidate& candidate) const {
    const CellResult& result = *sources_[candidate.source].result;
    return {method_of(result), result.cell, candidate.build};
  }

  std::span<const CellSource> sources_;
};

// The first of each cell; the others say the same.
std::vector<Candidate> chosen(std::span<const CellSource> sources,
                              std::vector<Candidate> candidates) {
  const Order order(sources);
  std::stable_sort(candidates.begin(), candidates.end(), order);
  std::vector<Candidate> kept;
  for (const Candidate& candidate : candidates) {
    if (kept.empty() || !order.is_same_cell(kept.back(), candidate)) {
      kept.push_back(candidate);
    } else {
      refuse_another_result(sources[kept.back().source], sources[candidate.source]);
    }
  }
  return kept;
}

CellKey key_of(const CellResult& result, const ObjectiveInfo& objective, std::string build) {
  return {method_of(result),      result.cell.objective, result.cell.seed,  std::move(build),
          function_of(objective), objective.dimension,   objective.instance};
}

KeyedCell keyed_cell(CellKey key, std::size_t place, const ObjectiveInfo& objective,
                     RecordLevel level, CellResult whole) {
  return {std::move(key),  place,
          whole.optimum,   descents_of(whole, objective, level),
          whole.best_loss, whole.incumbent_loss,
          whole.trials,    whole.failed,
          whole.use,       std::move(whole.timing)};
}

}  // namespace

CellSet keyed_cells(std::span<const CellSource> sources, const WholeCell& whole) {
  Builds builds;
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < sources.size(); ++i)
    candidates.push_back({i, builds.add(sources[i])});
  builds.name();
  Objectives objectives;
  CellSet set;
  for (const Candidate& candidate : chosen(sources, std::move(candidates))) {
    const CellSource& source = sources[candidate.source];
    const std::size_t place = objectives.add(source);
    const std::string build = builds.name_of(method_of(*source.result), candidate.build);
    set.cells.push_back(keyed_cell(key_of(*source.result, objectives[place], build), place,
                                   objectives[place], source.level, whole(candidate.source)));
  }
  std::sort(set.cells.begin(), set.cells.end(),
            [](const KeyedCell& a, const KeyedCell& b) { return a.key < b.key; });
  set.objectives = objectives.take();
  set.builds = builds.of_methods_with_several();
  return set;
}

std::string suite_of(const ObjectiveInfo& objective) {
  return objective.family.empty() ? "" : objective.family + objective.options;
}

std::string function_of(const ObjectiveInfo& objective) {
  if (objective.family.empty()) return objective.name;
  return fmt::format("{}/f{}{}", objective.family, objective.function, objective.options);
}

}  // namespace sweep
