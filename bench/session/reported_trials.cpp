#include "bench/session/reported_trials.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "algorithms/config/space_text.hpp"
#include "bench/results/method_builds.hpp"

namespace sweep {
namespace {

/// A finished cell in a store that records its trials.
struct RecordedCell {
  const StoredResults* store;
  std::size_t place;
  std::string method;  // with its build, once all are known
  std::size_t build;

  [[nodiscard]] const CellResult& result() const { return store->cells[place]; }
};

/// Collects the cells of stores, each of them once.
class CellCollector {
 public:
  void add(const StoredResults& store) {
    for (std::size_t i = 0; i < store.cells.size(); ++i) {
      const CellResult& result = store.cells[i];
      const std::string& method = method_of(result);
      const std::size_t build = builds_.add(method, store.provenances.at(result.provenance));
      if (!seen_.insert({method, build, result.cell.objective, result.cell.seed}).second) continue;
      cells_.push_back({&store, i, method, build});
    }
  }

  /// Sorted by objective, seed and method.
  [[nodiscard]] std::vector<RecordedCell> take() {
    for (RecordedCell& cell : cells_) {
      cell.method = method_title(cell.method, builds_.name_of(cell.method, cell.build));
    }
    std::sort(cells_.begin(), cells_.end(), [](const RecordedCell& a, const RecordedCell& b) {
      const auto key = [](const RecordedCell& cell) {
        const Cell& of = cell.result().cell;
        return std::tie(of.objective, of.seed, cell.method);
      };
      return key(a) < key(b);
    });
    return std::move(cells_);
  }

 private:
  std::vector<RecordedCell> cells_;
  BuildsOfMethods builds_;
  std::set<std::tuple<std::string, std::size_t, std::string, std::uint64_t>> seen_;
};

// Whether a distribution is spread by the logarithm: of its kind, or of what it draws by.
template <class D>
bool is_drawn_by_logarithm(const D& /*distribution*/) {
  return std::is_same_v<D, LogUniform> || std::is_same_v<D, InvLogUniform> ||
         std::is_same_v<D, LogNormal> || std::is_same_v<D, IntLogUniform>;
}
bool is_drawn_by_logarithm(const Quantised& quantised) {
  return std::visit([](const auto& base) { return is_drawn_by_logarithm(base); }, quantised.base);
}
bool is_drawn_by_logarithm(const ZeroOr& zero_or) {
  return std::visit([](const auto& inner) { return is_drawn_by_logarithm(inner); }, zero_or.inner);
}

bool are_positive(const std::vector<double>& values) {
  return std::none_of(values.begin(), values.end(), [](double x) { return x <= 0; });
}

TrialColumn column_of(const Parameter& parameter) {
  TrialColumn column{parameter.name, false, {}, {}};
  column.is_logarithmic =
      std::visit([](const auto& d) { return is_drawn_by_logarithm(d); }, parameter.distribution);
  const auto* const categories = std::get_if<Categorical>(&parameter.distribution);
  if (categories == nullptr) return column;
  for (std::size_t i = 0; i < categories->values().size(); ++i) {
    const Value& value = categories->values()[i];
    const auto* const text = value.as<std::string>();
    column.categories.push_back(text != nullptr ? *text : to_json(value));
  }
  return column;
}

/// Fills the table of one objective, cell by cell.
class TableFiller {
 public:
  TableFiller(const ObjectiveInfo& objective, const std::string& path,
              std::vector<std::string> methods, std::size_t most)
      : most_(most) {
    table_.objective = objective.name;
    table_.max_step = objective.max_step;
    table_.methods = std::move(methods);
    const SearchSpace space = read_space_text(objective.space, path);
    for (std::size_t i = 0; i < space.size(); ++i) {
      if (kind(space[i].distribution) == Kind::constant) continue;
      table_.parameters.push_back(column_of(space[i]));
      places_.push_back(i);
    }
    width_ = space.size();
  }

  void add(const RecordedCell& cell) {
    const CellResult result = cell.store->whole(cell.place);
    for (std::size_t i = 0; i < result.records.size(); ++i) {
      if (is_last_of_trial(result.records, i)) add_trial(cell, result, i);
    }
    const bool has_steps = cell.store->header.record == RecordLevel::steps && table_.max_step > 1;
    if (has_steps && with_courses_.insert(cell.method).second) add_courses(cell.method, result);
  }

  // A value of 0, which rounding or `zero_or` may give, has no logarithm.
  [[nodiscard]] TrialSheet take() {
    for (TrialColumn& parameter : table_.parameters) {
      parameter.is_logarithmic = parameter.is_logarithmic && are_positive(parameter.values);
    }
    return std::move(table_);
  }

 private:
  void add_trial(const RecordedCell& cell, const CellResult& result, std::size_t i) {
    if (table_.loss.size() >= most_) {
      ++table_.left_out;
      return;
    }
    const Record& record = result.records[i];
    for (std::size_t k = 0; k < places_.size(); ++k) {
      table_.parameters[k].values.push_back(result.points.at(i * width_ + places_[k]));
    }
    const auto method = std::lower_bound(table_.methods.begin(), table_.methods.end(), cell.method);
    table_.method.push_back(static_cast<double>(method - table_.methods.begin()));
    table_.seed.push_back(static_cast<double>(result.cell.seed));
    table_.trial.push_back(static_cast<double>(record.trial));
    table_.steps.push_back(record.step);
    table_.loss.push_back(record.loss);
    table_.state.push_back(static_cast<double>(record.state));
  }

  void add_courses(const std::string& method, const CellResult& result) {
    std::map<TrialId, TrialCourse> courses;
    for (const Record& record : result.records) {
      TrialCourse& course = courses[record.trial];
      course.method = method;
      course.trial = record.trial;
      course.state = record.state;
      course.steps.push_back(record.step);
      course.losses.push_back(record.loss);
    }
    for (auto& [trial, course] : courses) table_.courses.push_back(std::move(course));
  }

  TrialSheet table_;
  std::size_t most_;
  std::size_t width_ = 0;
  std::vector<std::size_t> places_;  // of the parameters that are no constants
  std::set<std::string> with_courses_;
};

std::vector<std::string> methods_of(std::span<const RecordedCell> cells) {
  std::set<std::string> methods;
  for (const RecordedCell& cell : cells) methods.insert(cell.method);
  return {methods.begin(), methods.end()};
}

}  // namespace

std::vector<TrialSheet> reported_trials(std::span<const StoredResults> stores, std::size_t most) {
  CellCollector collector;
  std::deque<ManyReads> reads;
  for (const StoredResults& store : stores) {
    if (store.header.record == RecordLevel::best) continue;
    collector.add(store);
    reads.emplace_back(store.store);
  }
  const std::vector<RecordedCell> cells = collector.take();
  std::vector<TrialSheet> tables;
  for (std::size_t begin = 0, end = 0; begin < cells.size(); begin = end) {
    const std::string& name = cells[begin].result().cell.objective;
    while (end < cells.size() && cells[end].result().cell.objective == name) ++end;
    const StoredResults& store = *cells[begin].store;
    const ObjectiveInfo& objective = store.objective(cells[begin].result().cell);
    if (objective.space.empty()) continue;  // a store of a program that had it, read by one without
    const auto own = std::span(cells).subspan(begin, end - begin);
    TableFiller filler(objective, store.path, methods_of(own), most);
    for (const RecordedCell& cell : own) filler.add(cell);
    tables.push_back(filler.take());
  }
  return tables;
}

}  // namespace sweep
