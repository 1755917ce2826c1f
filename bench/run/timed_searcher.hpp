#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "algorithms/search/searcher.hpp"
#include "bench/run/cell_log.hpp"
#include "bench/run/stopwatch.hpp"

namespace sweep {

/// A searcher with a stopwatch beside it. What it takes to learn counts to the next suggestion; one
/// that needs no results is told none. The log has to outlive it.
class TimedSearcher {
 public:
  TimedSearcher(Searcher searcher, CellLog& log)
      : searcher_(std::move(searcher)), log_(&log), learns_(!searcher_.asks_blocks()) {}

  Proposal ask(TrialId id, const Stream& stream) {
    const Stopwatch asking;
    Proposal proposal = searcher_.ask(id, stream);
    if (!std::holds_alternative<Point>(proposal)) {
      log_->add_learning(asking.seconds());
      return proposal;
    }
    log_->add_suggestion(asking.seconds());
    const Explanation* why = searcher_.explain();
    if (why && !why->fallback.empty()) log_->add_fallback();
    return proposal;
  }
  void aim(int step) { searcher_.aim(step); }
  void tell(const Trial& ended) {
    if (!learns_) return;
    const Stopwatch learning;
    searcher_.tell(ended);
    log_->add_learning(learning.seconds());
  }
  void observe(const Trial& running) {
    if (!learns_) return;
    const Stopwatch learning;
    searcher_.observe(running);
    log_->add_learning(learning.seconds());
  }

 private:
  Searcher searcher_;
  CellLog* log_;
  bool learns_;
};

}  // namespace sweep
