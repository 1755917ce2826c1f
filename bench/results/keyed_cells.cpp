#include "bench/results/keyed_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

/// A source, with the place of its build among all.
struct Candidate {
  std::size_t source;
  std::size_t build;
};

/// The objectives of the sources, each of them once.
class Objectives {
 public:
  std::size_t add(const CellSource& source) {
    const ObjectiveInfo& info = *source.objective;
    const auto added = places_.try_emplace(info.name, Place{infos_.size(), source.origin});
    if (added.second) infos_.push_back(info);
    Place& place = added.first->second;
    if (!infos_[place.index].is_described()) {
      infos_[place.index] = info;
      place.origin = source.origin;
    }
    refuse_another_space(source, infos_[place.index], place.origin);
    return place.index;
  }
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

KeyedCell keyed_cell(CellKey key, std::size_t place, const CellSource& source, CellResult whole) {
  return {std::move(key),         place,
          whole.optimum,          descents_of(whole, *source.objective, source.level),
          whole.best_loss,        whole.incumbent_loss,
          whole.trials,           whole.failed,
          whole.duplicates,       whole.use,
          std::move(whole.timing)};
}

}  // namespace

CellSet keyed_cells(std::span<const CellSource> sources, const WholeCell& whole) {
  BuildsOfMethods builds;
  std::vector<Candidate> candidates;
  candidates.reserve(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    candidates.push_back({i, builds.add(method_of(*sources[i].result), *sources[i].provenance)});
  }
  Objectives objectives;
  CellSet set;
  const std::vector<Candidate> kept = chosen(sources, std::move(candidates));
  set.cells.reserve(kept.size());
  for (const Candidate& candidate : kept) {
    const CellSource& source = sources[candidate.source];
    const std::string build = builds.name_of(method_of(*source.result), candidate.build);
    set.cells.push_back(keyed_cell(key_of(*source.result, *source.objective, build),
                                   objectives.add(source), source, whole(candidate.source)));
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
