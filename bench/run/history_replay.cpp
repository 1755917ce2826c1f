#include "bench/run/history_replay.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <variant>

namespace sweep {
namespace {

class Replay {
 public:
  Replay(Scheduler scheduler, std::span<const RecordedRun> runs, std::size_t workers)
      : scheduler_(std::move(scheduler)),
        runs_(runs),
        replayed_(runs.size()),
        reported_(runs.size()),
        free_workers_(workers),
        max_step_(longest(runs)) {}

  std::vector<ReplayedRun> play() {
    take_orders(0);
    while (!reports_.empty()) {
      std::pop_heap(reports_.begin(), reports_.end(), std::greater<>());
      const auto [time, run] = reports_.back();
      reports_.pop_back();
      report(time, run);
      take_orders(time);
    }
    return std::move(replayed_);
  }

 private:
  using Report = std::pair<std::int64_t, std::size_t>;  // its time, the run

  void take_orders(std::int64_t time) {
    while (free_workers_ > 0) {
      const auto fresh = started_ < runs_.size() ? std::optional<TrialId>(started_) : std::nullopt;
      const Order order = scheduler_.next(fresh);
      if (std::holds_alternative<Start>(order)) {
        employ(time, started_++);
      } else if (const auto* resume = std::get_if<Resume>(&order)) {
        employ(time, resume->trial);
      } else if (const auto* give_up = std::get_if<GiveUp>(&order)) {
        replayed_[give_up->trial].reason = give_up->reason;
      } else {
        return;
      }
    }
  }

  void employ(std::int64_t time, std::size_t run) {
    --free_workers_;
    go_on(time, run);
  }

  // The run's next report is on its way, or all has been reported.
  void go_on(std::int64_t time, std::size_t run) {
    const std::vector<Observation>& all = runs_[run].reports;
    const std::size_t next = reported_[run];
    replayed_[run].stopped = false;
    if (next == all.size()) {
      scheduler_.ended(run, runs_[run].end);
      ++free_workers_;
      return;
    }
    const int step_before = next == 0 ? 0 : all[next - 1].step;
    reports_.emplace_back(time + all[next].step - step_before, run);
    std::push_heap(reports_.begin(), reports_.end(), std::greater<>());
  }

  void report(std::int64_t time, std::size_t run) {
    const Observation& report = runs_[run].reports[reported_[run]++];
    const Decision decision = scheduler_.report(run, report.step, report.loss);
    replayed_[run].steps = report.step;
    if (decision.verdict == Verdict::go_on || report.step >= max_step_) return go_on(time, run);
    ++free_workers_;
    replayed_[run].stopped = report.step < runs_[run].steps();
    replayed_[run].reason = decision.reason;
  }

  Scheduler scheduler_;
  std::span<const RecordedRun> runs_;
  std::vector<ReplayedRun> replayed_;
  std::vector<std::size_t> reported_;  // of each run, how many of its reports
  std::vector<Report> reports_;        // to come, a heap with the next one in front
  std::size_t started_ = 0;
  std::size_t free_workers_;
  int max_step_;
};

}  // namespace

int longest(std::span<const RecordedRun> runs) {
  int steps = 1;
  for (const RecordedRun& run : runs) steps = std::max(steps, run.steps());
  return steps;
}

std::vector<ReplayedRun> replay_history(Scheduler scheduler, std::span<const RecordedRun> runs,
                                        std::size_t workers) {
  return Replay(std::move(scheduler), runs, workers).play();
}

std::vector<std::size_t> best_runs(std::span<const RecordedRun> runs, std::size_t k) {
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const double loss = runs[i].reports.back().loss;
    if (runs[i].end == TrialState::completed && !std::isnan(loss)) ranked.emplace_back(loss, i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> best;
  for (std::size_t i = 0; i < std::min(k, ranked.size()); ++i) best.push_back(ranked[i].second);
  return best;
}

}  // namespace sweep
