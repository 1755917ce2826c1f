#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "bench/experiment/prepared.hpp"
#include "bench/run/stopwatch.hpp"
#include "bench/session/cell_observer.hpp"

namespace sweep {

/// Says once how long an experiment will take if that is more than a minute: before it begins, from
/// small budgets of a few cells, or once its first cells have ended. Wall clock, part of no result.
/// Whoever watches the cells is told of them through it.
///
/// Small budgets are extrapolated in a straight line, so that for searchers whose suggestions get
/// slower with every trial it says too little.
class ExpectedTime final : public CellObserver {
 public:
  using Say = std::function<void(const std::string&)>;

  struct Task {
    const PreparedExperiment& prepared;
    int threads;
    const std::atomic<bool>& stop;
  };
  ExpectedTime(const Task& task, Say say, CellObserver& watcher)
      : task_(task), say_(std::move(say)), watcher_(watcher) {}

  void begin(std::size_t cells) override;
  void cell_ended() override;
  CellWatch* watch(const WorkPlan& plan) override { return watcher_.watch(plan); }

 private:
  void say_if_long(double seconds);

  Task task_;
  Say say_;
  CellObserver& watcher_;
  Stopwatch since_start_;
  std::size_t cells_ = 0;
  std::size_t done_ = 0;
  bool is_said_ = false;
};

/// "12 min", "3 h", "5 days".
std::string rough_duration(double seconds);

}  // namespace sweep
