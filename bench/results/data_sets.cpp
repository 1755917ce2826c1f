#include "bench/results/data_sets.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace sweep {
namespace {

bool comes_before(const DataSet& a, const DataSet& b) {
  const auto key = [](const DataSet& set) {
    return std::tuple(!set.has_optimum, set.suite.empty(), std::string_view(set.suite), set.number,
                      std::string_view(set.function), set.dimension, std::string_view(set.method),
                      std::string_view(set.build));
  };
  return key(a) < key(b);
}

// Functions of a family that are alike; an objective of none is alone.
std::string group_of(const ObjectiveInfo& objective) {
  return objective.family.empty() ? objective.name : suite_of(objective) + " " + objective.group;
}

DataSet empty_set(const KeyedCell& cell, const ObjectiveInfo& objective) {
  return {cell.key.method,
          suite_of(objective),
          group_of(objective),
          cell.key.function,
          objective.function,
          *cell.key.dimension,
          {},
          cell.key.build,
          cell.optimum.has_value()};
}

/// Collects descents by method, build, function and dimension; precisions apart from losses.
class Collector {
 public:
  void add(const KeyedCell& cell, const ObjectiveInfo& objective) {
    const CellKey& key = cell.key;
    const auto place = places_.try_emplace(
        {key.method, key.build, key.function, *key.dimension, cell.optimum.has_value()},
        sets_.size());
    if (place.second) sets_.push_back(empty_set(cell, objective));
    sets_[place.first->second].descents.push_back(cell.descents->evaluations);
  }
  std::vector<DataSet> sorted() {
    std::sort(sets_.begin(), sets_.end(), comes_before);
    return std::move(sets_);
  }

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, int, bool>;

  std::vector<DataSet> sets_;
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

DataSets data_sets_of(const CellSet& set) {
  Collector collector;
  NameList without_optimum(set.objectives.size());
  NameList unknown(set.objectives.size());
  NameList undescribed(set.objectives.size());
  for (const KeyedCell& cell : set.cells) {
    if (!cell.key.dimension) {
      undescribed.add(cell);
      continue;
    }
    if (!cell.optimum) without_optimum.add(cell);
    if (!cell.descents) {
      unknown.add(cell);
    } else {
      collector.add(cell, set.objectives[cell.objective]);
    }
  }
  std::vector<DataSet> all = collector.sorted();
  const auto known =
      std::count_if(all.begin(), all.end(), [](const DataSet& data) { return data.has_optimum; });
  return {std::move(all), static_cast<std::size_t>(known), without_optimum.take(), unknown.take(),
          undescribed.take()};
}

}  // namespace sweep
