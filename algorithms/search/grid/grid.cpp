#include "algorithms/search/grid/grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

bool is_reference_kind(const Distribution& distribution) {
  if (const auto* q = std::get_if<Quantised>(&distribution)) {
    return std::holds_alternative<Uniform>(q->base);
  }
  if (const auto* c = std::get_if<Categorical>(&distribution)) return c->probabilities().empty();
  return std::holds_alternative<Constant>(distribution) ||
         std::holds_alternative<IntUniform>(distribution);
}

void check_kinds(const SearchTask& task, std::uint64_t levels) {
  const bool as_wandb = task.space.behaviour() == Behaviour::as_wandb;
  for (const Parameter& parameter : task.space) {
    if (as_wandb && !is_reference_kind(parameter.distribution)) {
      throw SpecError(fmt::format(
          "parameters.{}: W&B's grid search takes constants, values without probabilities, "
          "int_uniform and q_uniform only; write a list of values, or q_uniform with min, max, q",
          parameter.name));
    }
    if (count(parameter.distribution) || levels > 0 || task.budget_trials) continue;
    throw SpecError(fmt::format(
        "parameters.{}: grid search needs finitely many values; write a list of values, or "
        "distribution: q_uniform with min, max, q, or give --set grid.levels=10",
        parameter.name));
  }
}

// The largest number of levels whose product with the finite parameters is within the budget.
std::uint64_t levels_within(const SearchTask& task) {
  double finite = 1;
  int infinite = 0;
  for (const Parameter& parameter : task.space) {
    const Cardinality n = count(parameter.distribution);
    if (n) {
      finite *= static_cast<double>(*n);
    } else {
      ++infinite;
    }
  }
  if (infinite == 0) return 0;
  const double room = static_cast<double>(task.budget_trials.value_or(0)) / finite;
  auto levels = std::max(2.0, std::floor(std::pow(std::max(room, 1.0), 1.0 / infinite)));
  if (std::pow(levels + 1, infinite) <= room) ++levels;  // a root that was rounded down
  return static_cast<std::uint64_t>(std::min(levels, 1e6));
}

}  // namespace

GridSearch::GridSearch(const SearchTask& task, const Options& options)
    : random_order_(options.random_order) {
  check_kinds(task, options.levels);
  const std::uint64_t levels = options.levels > 0 ? options.levels : levels_within(task);
  for (const Parameter& parameter : task.space) {
    axes_.emplace_back(parameter.distribution, levels);
    size_ = saturating_product(size_, axes_.back().count());
  }
  if (size_ >= kLargestCount) throw SpecError("the grid has 2^127 combinations or more");
}

Proposal GridSearch::ask(TrialId, const Stream& stream) {
  const std::optional<Count> combination = next(stream);
  if (!combination) return Exhausted{};
  Point point{std::vector<double>(axes_.size())};
  write_point(*combination, point.values);
  return point;
}

std::size_t GridSearch::ask_block(TrialId first, const Stream& trials, std::span<double> rows) {
  const std::size_t width = axes_.size();
  const std::size_t n = rows.size() / width;
  for (std::size_t i = 0; i < n; ++i) {
    const std::optional<Count> combination = next(trials.child(first + i));
    if (!combination) return i;
    write_point(*combination, rows.subspan(i * width, width));
  }
  return n;
}

std::optional<Count> GridSearch::next(const Stream& stream) {
  if (random_order_ && !order_) order_.emplace(size_, stream);
  while (visited_ < size_) {
    const Count place = visited_++;
    const Count combination = order_ ? (*order_)(place) : place;
    if (skipped_.empty() || skipped_.erase(combination) == 0) return combination;
  }
  return std::nullopt;
}

void GridSearch::write_point(Count combination, std::span<double> row) const {
  for (std::size_t i = axes_.size(); i-- > 0;) {
    const Count n = axes_[i].count();
    row[i] = axes_[i].at(combination % n);
    combination /= n;
  }
}

std::optional<Count> GridSearch::combination_of(const Point& point) const {
  Count combination = 0;
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    const std::optional<Count> place = axes_[i].position(point.values[i]);
    if (!place) return std::nullopt;
    combination = combination * axes_[i].count() + *place;
  }
  return combination;
}

bool GridSearch::was_proposed(Count combination) const {
  return (order_ ? order_->inverse(combination) : combination) < visited_;
}

void GridSearch::skip(const Point& point) {
  const std::optional<Count> combination = combination_of(point);
  if (combination && !was_proposed(*combination)) skipped_.insert(*combination);
}

}  // namespace sweep
