#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "algorithms/schedule/bracket.hpp"
#include "algorithms/schedule/rungs.hpp"
#include "algorithms/schedule/scheduler.hpp"

namespace sweep {

/// Which brackets follow each other for ever: s_max, s_max - 1, .. s_min, then s_max again.
struct BracketCycle {
  int max_step = 1;
  double eta = 3;
  int s_max = 0;
  int s_min = 0;
  std::uint64_t trials = 0;  // at the start of each bracket; 0: as hyperband has it

  [[nodiscard]] BracketPlan plan(int s) const;
  /// The plans of the brackets s_max .. s_min.
  [[nodiscard]] std::vector<BracketPlan> plans() const;
};

/// Brackets of successive halving, one after the other. A free worker takes what the oldest bracket
/// has to do; else it fills the present one; else, with `overlap`, it begins the next, so that
/// nobody waits for the last trials of a rung. Without new trials the present bracket goes on with
/// what it has. O(log n) a call, but for the sorting of a rung that is full.
class BracketQueue {
 public:
  BracketQueue(const BracketCycle& cycle, bool overlap) : cycle_(cycle), overlap_(overlap) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  void ended(TrialId trial);
  [[nodiscard]] std::vector<BracketPlan> brackets() const { return cycle_.plans(); }

 private:
  [[nodiscard]] BracketPlan plan_of_next() const;
  [[nodiscard]] std::size_t place_of(TrialId trial) const;
  [[nodiscard]] std::optional<Order> take();
  [[nodiscard]] bool may_begin() const;
  void note_work(std::size_t place);

  BracketCycle cycle_;
  bool overlap_;
  std::uint64_t begun_ = 0;           // brackets so far
  std::deque<Bracket> brackets_;      // those from the oldest one that is not finished
  std::vector<std::uint64_t> ready_;  // numbers of brackets that may have something to take; heap
};

}  // namespace sweep
