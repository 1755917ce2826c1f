#include "algorithms/space/search_space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

void check(const std::vector<Parameter>& parameters, Behaviour behaviour) {
  if (parameters.empty()) throw SpecError("a search space needs at least one parameter");
  std::set<std::string_view> names;
  for (const Parameter& parameter : parameters) {
    if (parameter.name.empty()) throw SpecError("a parameter has no name");
    if (!names.insert(parameter.name).second) {
      throw SpecError(fmt::format("parameter {} is there twice", parameter.name));
    }
    if (behaviour == Behaviour::as_wandb) continue;
    const std::string wrong = problem(parameter.distribution);
    if (!wrong.empty()) throw SpecError(fmt::format("parameter {}: {}", parameter.name, wrong));
  }
}

}  // namespace

std::string key_text(std::string_view key) {
  std::string text(key);
  std::replace(text.begin(), text.end(), kSlashInKey, '/');
  return text;
}

SearchSpace::SearchSpace(std::vector<Parameter> parameters, Behaviour behaviour)
    : behaviour_(behaviour) {
  check(parameters, behaviour);
  parameters_ = std::make_shared<const std::vector<Parameter>>(std::move(parameters));
}

std::optional<std::size_t> SearchSpace::find(std::string_view name) const {
  const auto found = std::find_if(begin(), end(), [&](const auto& p) { return p.name == name; });
  if (found == end()) return std::nullopt;
  return static_cast<std::size_t>(found - begin());
}

std::optional<std::size_t> SearchSpace::find_spelt(std::string_view name) const {
  if (const auto exact = find(name)) return exact;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < size(); ++i) {
    std::string dotted = (*this)[i].name;
    std::replace(dotted.begin(), dotted.end(), '/', '.');
    if (dotted != name) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

Point SearchSpace::from_unit(const UnitPoint& unit) const {
  Point point{unit.values};
  from_unit(std::span(point.values));
  return point;
}

void SearchSpace::from_unit(std::span<double> row) const {
  assert(row.size() == size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto at = [u = row[i]](const auto& d) { return d.quantile(u); };
    row[i] = std::visit(at, (*this)[i].distribution);
  }
}

UnitPoint SearchSpace::to_unit(PointView point) const {
  assert(point.size() == size());
  UnitPoint unit;
  for (std::size_t i = 0; i < size(); ++i) {
    unit.values.push_back(sweep::to_unit((*this)[i].distribution, point[i]));
  }
  return unit;
}

bool SearchSpace::contains(PointView point) const {
  if (point.size() != size()) return false;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!sweep::contains((*this)[i].distribution, point[i])) return false;
  }
  return true;
}

Cardinality SearchSpace::cardinality() const {
  Count product = 1;
  for (const Parameter& parameter : *this) {
    const Cardinality n = count(parameter.distribution);
    if (!n) return std::nullopt;
    product = saturating_product(product, *n);
  }
  return product;
}

double SearchSpace::log_probability(PointView point) const {
  assert(point.size() == size());
  double sum = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    sum += sweep::log_probability((*this)[i].distribution, point[i]);
  }
  return sum;
}

}  // namespace sweep
