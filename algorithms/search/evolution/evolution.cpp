#include "algorithms/search/evolution/evolution.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

constexpr std::size_t kParents = 3;

}  // namespace

Evolution::Evolution(const SearchTask& task, const Options& options)
    : space_(task.space), encoding_(space_), options_(options) {}

// A higher step is the bracket's next rung, a lower one another bracket. Where rungs are of one
// length each, as beside no scheduler, all is one bracket.
void Evolution::aim(int step) {
  if (step == step_) return;
  if (step < step_) is_first_bracket_ = false;
  step_before_ = step > step_ ? step_ : 0;
  step_ = step;
  asked_ = 0;
}

Point Evolution::ask(TrialId id, Stream stream) {
  explanation_ = {kNaN, kNaN, kNaN, kNaN, "", "chance"};
  const std::size_t place = asked_++ % options_.population;
  Population& population = populations_[step_];
  if (place >= population.size()) population.resize(place + 1, {{}, kInfinity});
  Child& child = children_[id] = {step_, place, child_of(place, stream)};
  return point_of(child.row);
}

Evolution::Row Evolution::child_of(std::size_t place, Stream& stream) {
  const Member& target = populations_[step_][place];
  const std::vector<const Member*> from = parents();
  if (target.row.empty() && is_first_bracket_ && place < from.size() && step_before_ > 0) {
    explanation_.chosen_by = "design";
    return from[place]->row;
  }
  const Row row = target.row.empty() ? random_row(stream) : target.row;
  if (from.size() < kParents || row.empty()) return row;
  explanation_.chosen_by = "model";
  return bred(row, from, stream);
}

// The members whose loss is known, the best first, of equal ones the first.
std::vector<const Evolution::Member*> Evolution::members(int step) const {
  std::vector<const Member*> all;
  const auto population = populations_.find(step);
  if (population == populations_.end()) return all;
  for (const Member& member : population->second) {
    if (!member.row.empty()) all.push_back(&member);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Member* a, const Member* b) { return a->loss < b->loss; });
  return all;
}

std::vector<const Evolution::Member*> Evolution::parents() const {
  if (step_before_ == 0) return members(step_);
  std::vector<const Member*> best = members(step_before_);
  const auto share = static_cast<std::size_t>(static_cast<double>(best.size()) / options_.eta);
  if (best.size() > std::max(share, kParents)) best.resize(std::max(share, kParents));
  return best;
}

Evolution::Row Evolution::bred(const Row& target, std::span<const Member* const> parents,
                               Stream& stream) const {
  std::vector<const Member*> chosen(parents.begin(), parents.end());
  for (std::size_t i = 0; i < kParents; ++i) {
    std::swap(chosen[i], chosen[i + stream.index(chosen.size() - i)]);
  }
  Row child = target;
  const std::size_t always = stream.index(child.size());
  for (std::size_t k = 0; k < child.size(); ++k) {
    const bool is_mutant = stream.uniform() < options_.crossover || k == always;
    const double anew = stream.uniform();
    if (!is_mutant) continue;
    const double v = chosen[0]->row[k] + options_.factor * (chosen[1]->row[k] - chosen[2]->row[k]);
    child[k] = v < 0 || v > 1 ? anew : v;
  }
  return child;
}

Evolution::Row Evolution::random_row(Stream& stream) const {
  Row row(encoding_.width());
  stream.fill_uniform(row);
  return row;
}

Point Evolution::point_of(const Row& row) const {
  std::vector<double> encoded(row.size());
  for (std::size_t k = 0; k < row.size(); ++k) encoded[k] = encoding_.coordinate(k, row[k]);
  encoding_.snap(encoded);
  return encoding_.point_of(encoded);
}

void Evolution::tell(const Trial& ended) {
  learn(ended);
  children_.erase(ended.id);
}

// Selection: a child takes its target's place unless its loss is higher.
void Evolution::learn(const Trial& trial) {
  const auto child = children_.find(trial.id);
  if (child == children_.end()) return;
  const double loss = trial.loss();
  if (std::isnan(loss) || trial.state == TrialState::failed) return;
  Member& target = populations_[child->second.step][child->second.place];
  if (target.row.empty() || loss <= target.loss) target = {child->second.row, loss};
}

}  // namespace sweep
