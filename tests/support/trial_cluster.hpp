#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"

namespace sweep {

/// The loss of a trial after a step; NaN if it fails there.
using LossCurve = std::function<double(TrialId, int)>;

/// A few workers, a step of each running trial in turn. Holds every answer to the contract.
class TrialCluster {
 public:
  TrialCluster(Scheduler scheduler, int max_step, LossCurve curve)
      : scheduler_(std::move(scheduler)), max_step_(max_step), curve_(std::move(curve)) {}

  void play(TrialId trials, std::size_t workers) {
    fresh_end_ += trials;
    while (true) {
      while (running_.size() < workers && take_order()) {
      }
      if (running_.empty()) break;
      for (std::size_t i = 0; i < running_.size();) i += take_step(running_[i]) ? 1 : 0;
    }
    EXPECT_EQ(fresh_, fresh_end_) << "new trials were to be had, but nothing ran";
  }

  [[nodiscard]] const std::vector<std::string>& log() const { return log_; }

 private:
  enum class State { unknown, running, paused, over };
  struct Job {
    State state = State::unknown;
    int step = 0;
    int until = 0;
  };

  // False if the worker has to wait.
  bool take_order() {
    const auto fresh = fresh_ < fresh_end_ ? std::optional(fresh_) : std::nullopt;
    const Order order = scheduler_.next(fresh);
    if (const auto* start = std::get_if<Start>(&order)) return begin(fresh, start->until);
    if (const auto* resume = std::get_if<Resume>(&order)) return resume_trial(*resume);
    if (const auto* give_up = std::get_if<GiveUp>(&order)) return forget(*give_up);
    EXPECT_FALSE(fresh && running_.empty()) << "waits for nothing";
    return false;
  }

  bool begin(std::optional<TrialId> fresh, int until) {
    EXPECT_TRUE(fresh) << "starts a trial that is not to be had";
    if (!fresh) return false;
    ++fresh_;
    jobs_.resize(*fresh + 1);
    run(*fresh, until);
    log_.push_back("start " + std::to_string(until));
    return true;
  }

  bool resume_trial(const Resume& resume) {
    EXPECT_EQ(jobs_.at(resume.trial).state, State::paused) << resume.trial;
    run(resume.trial, resume.until);
    log_.push_back("resume " + std::to_string(resume.trial) + " " + std::to_string(resume.until));
    return true;
  }

  bool forget(const GiveUp& give_up) {
    EXPECT_EQ(jobs_.at(give_up.trial).state, State::paused) << give_up.trial;
    EXPECT_NE(to_text(give_up.reason), "");
    jobs_[give_up.trial].state = State::over;
    log_.push_back("give up " + std::to_string(give_up.trial));
    return true;
  }

  void run(TrialId trial, int until) {
    Job& job = jobs_.at(trial);
    EXPECT_GT(until, job.step);
    EXPECT_LE(until, max_step_);
    job.state = State::running;
    job.until = until;
    running_.push_back(trial);
  }

  // False if the trial runs no longer.
  bool take_step(TrialId trial) {
    Job& job = jobs_[trial];
    const double loss = curve_(trial, ++job.step);
    if (std::isnan(loss)) return end(trial, TrialState::failed);
    const Decision decision = scheduler_.report(trial, job.step, loss);
    if (job.step == max_step_) return end(trial, TrialState::completed);
    if (decision.verdict == Verdict::go_on) {
      EXPECT_LT(job.step, job.until) << "goes on at the end of its order";
      return true;
    }
    EXPECT_NE(to_text(decision.reason), "");
    EXPECT_EQ(decision.reason.step, job.step);
    const bool pauses = decision.verdict == Verdict::pause;
    log_.push_back((pauses ? "pause " : "stop ") + std::to_string(trial) + " " +
                   std::to_string(job.step));
    return leave(trial, pauses ? State::paused : State::over);
  }

  bool end(TrialId trial, TrialState state) {
    scheduler_.ended(trial, state);
    log_.push_back("end " + std::to_string(trial));
    return leave(trial, State::over);
  }

  bool leave(TrialId trial, State state) {
    jobs_[trial].state = state;
    running_.erase(std::find(running_.begin(), running_.end(), trial));
    return false;
  }

  Scheduler scheduler_;
  int max_step_;
  LossCurve curve_;
  TrialId fresh_ = 0;
  TrialId fresh_end_ = 0;
  std::vector<Job> jobs_;
  std::vector<TrialId> running_;
  std::vector<std::string> log_;
};

}  // namespace sweep
