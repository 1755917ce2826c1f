#include "bench/run/history_replay.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <utility>
#include <variant>

#include "algorithms/tuner/given_trials.hpp"
#include "algorithms/tuner/tuner.hpp"

namespace sweep {
namespace {

/// A driver of the tuner whose trials are runs that happened.
class Replay {
 public:
  Replay(Scheduler scheduler, std::span<const RecordedRun> runs, std::size_t workers)
      : tuner_({GivenTrials(runs.size()), std::move(scheduler),
                Budget(BudgetUnit::trials, runs.size(), 1), Stream(0), longest(runs),
                Reports::recorded}),
        runs_(runs),
        replayed_(runs.size()),
        reported_(runs.size()),
        free_workers_(workers) {}

  std::vector<ReplayedRun> play() {
    take_jobs(0);
    while (!reports_.empty()) {
      std::pop_heap(reports_.begin(), reports_.end(), std::greater<>());
      const auto [time, run] = reports_.back();
      reports_.pop_back();
      report(time, run);
      take_jobs(time);
    }
    return std::move(replayed_);
  }

 private:
  using Report = std::pair<std::int64_t, std::size_t>;  // its time, the run

  void take_jobs(std::int64_t time) {
    while (free_workers_ > 0) {
      const NextJob next = tuner_.next();
      note_ended();
      const Job* job = std::get_if<Job>(&next);
      if (!job) return;
      --free_workers_;
      go_on(time, job->trial);
    }
  }

  // The run's next report is on its way, or all has been reported.
  void go_on(std::int64_t time, std::size_t run) {
    const std::vector<Observation>& all = runs_[run].reports;
    const std::size_t next = reported_[run];
    replayed_[run].stopped = false;
    if (next == all.size()) {
      tuner_.ended(run, runs_[run].end);
      note_ended();
      ++free_workers_;
      return;
    }
    const int step_before = next == 0 ? 0 : all[next - 1].step;
    reports_.emplace_back(time + all[next].step - step_before, run);
    std::push_heap(reports_.begin(), reports_.end(), std::greater<>());
  }

  void report(std::int64_t time, std::size_t run) {
    const Observation& report = runs_[run].reports[reported_[run]++];
    const Decision decision = tuner_.report(run, report);
    note_ended();
    replayed_[run].steps = report.step;
    if (decision.verdict == Verdict::go_on) return go_on(time, run);
    ++free_workers_;
    replayed_[run].stopped = report.step < runs_[run].steps();
    replayed_[run].reason = decision.reason;
  }

  // A run that was paused and is given up has another reason than the one it was paused for.
  void note_ended() {
    while (const auto ended = tuner_.take_ended()) {
      const bool is_stopped = ended->trial.state == TrialState::stopped;
      if (is_stopped) replayed_[ended->trial.id].reason = ended->reason;
    }
  }

  Tuner tuner_;
  std::span<const RecordedRun> runs_;
  std::vector<ReplayedRun> replayed_;
  std::vector<std::size_t> reported_;  // of each run, how many of its reports
  std::vector<Report> reports_;        // to come, a heap with the next one in front
  std::size_t free_workers_;
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
