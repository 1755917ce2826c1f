#include "bench/results/data_sets.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "bench/results/assigned_targets.hpp"

namespace sweep {
namespace {

bool comes_before(const DataSet& a, const DataSet& b) {
  const auto key = [](const DataSet& set) {
    return std::tuple(set.targets.kind, !set.has_optimum, set.suite.empty(),
                      std::string_view(set.suite), set.number, std::string_view(set.function),
                      set.dimension, std::string_view(set.method), std::string_view(set.build));
  };
  return key(a) < key(b);
}

// Functions of a family that are alike; an objective of none is alone.
std::string group_of(const ObjectiveInfo& objective) {
  return objective.family.empty() ? objective.name : suite_of(objective) + " " + objective.group;
}

DataSet empty_set(const KeyedCell& cell, const ObjectiveInfo& objective, Axis axis) {
  return {cell.key.method,
          suite_of(objective),
          group_of(objective),
          cell.key.function,
          objective.function,
          *cell.key.dimension,
          {},
          cell.key.build,
          cell.optimum.has_value(),
          axis};
}

// Nothing where the steps of the cell are not known.
const Descent* descent_along(Axis axis, const CellDescents& descents) {
  switch (axis) {
    case Axis::evaluations:
      return &descents.evaluations;
    case Axis::steps:
      return descents.steps ? &*descents.steps : nullptr;
    case Axis::time:
      break;
  }
  return &descents.seconds;
}

/// The cells of a data set, objective by objective.
class Gathering {
 public:
  explicit Gathering(DataSet empty) : set_(std::move(empty)) {}

  void add(const KeyedCell& cell, const Descent& descent) {
    if (objective_ != cell.objective) close_objective();
    objective_ = cell.objective;
    set_.descents.push_back(descent);
    length_ += descent.length;
    own_seconds_ += cell.timing.searcher_seconds;
  }
  DataSet finish() {
    close_objective();
    if (length_ > 0) set_.own_seconds = own_seconds_ / length_;
    return std::move(set_);
  }

 private:
  // Cells that all came down in the very same way are one observation.
  void close_objective() {
    std::vector<Descent>& all = set_.descents;
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin_);
    const bool varies =
        std::any_of(first, all.end(), [&](const Descent& other) { return other != *first; });
    if (!varies && first != all.end()) {
      set_.repeats += all.size() - begin_ - 1;
      all.erase(first + 1, all.end());
    }
    begin_ = all.size();
  }

  DataSet set_;
  std::size_t objective_ = 0;
  std::size_t begin_ = 0;  // of the objective, among the descents
  double length_ = 0;
  double own_seconds_ = 0;
};

/// Collects descents by method, build, function and dimension; precisions apart from losses.
class Collector {
 public:
  explicit Collector(Axis axis) : axis_(axis) {}

  void add(const KeyedCell& cell, const ObjectiveInfo& objective, const Descent& descent) {
    const CellKey& key = cell.key;
    const auto place = places_.try_emplace(
        {key.method, key.build, key.function, *key.dimension, cell.optimum.has_value()},
        gatherings_.size());
    if (place.second) gatherings_.emplace_back(empty_set(cell, objective, axis_));
    gatherings_[place.first->second].add(cell, descent);
  }
  std::vector<DataSet> sorted(const TargetChoice& targets) {
    std::vector<DataSet> sets;
    for (Gathering& gathering : gatherings_) {
      DataSet& set = sets.emplace_back(gathering.finish());
      set.targets.kind = target_kind(set, targets);
    }
    std::sort(sets.begin(), sets.end(), comes_before);
    assign_targets(targets, sets);
    return sets;
  }

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, int, bool>;

  Axis axis_;
  std::vector<Gathering> gatherings_;
  std::map<Key, std::size_t> places_;
};

/// Names of objectives, each of them once, in the order in which cells bring them.
class NameList {
 public:
  explicit NameList(std::size_t objectives) : is_there_(objectives) {}
  void add(const KeyedCell& cell) {
    if (!is_there_[cell.objective]) names_.push_back(cell.key.objective);
    is_there_[cell.objective] = true;
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::vector<bool> is_there_;
  std::vector<std::string> names_;
};

}  // namespace

DataSets data_sets_of(const CellSet& set, Axis axis, const TargetChoice& targets) {
  Collector collector(axis);
  NameList unknown(set.objectives.size());
  NameList without_steps(set.objectives.size());
  NameList undescribed(set.objectives.size());
  for (const KeyedCell& cell : set.cells) {
    if (!cell.key.dimension) {
      undescribed.add(cell);
    } else if (!cell.descents) {
      unknown.add(cell);
    } else if (const Descent* descent = descent_along(axis, *cell.descents)) {
      collector.add(cell, set.objectives[cell.objective], *descent);
    } else {
      without_steps.add(cell);
    }
  }
  return {collector.sorted(targets), unknown.take(), without_steps.take(), undescribed.take()};
}

}  // namespace sweep
