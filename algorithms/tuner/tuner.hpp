#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/space/trial.hpp"
#include "algorithms/tuner/budget.hpp"
#include "algorithms/tuner/trial_slots.hpp"

namespace sweep {

/// A stretch of a trial on one worker: take the steps from + 1 .. until, and report each.
struct Job {
  TrialId trial;
  PointView point;      // valid until the trial has ended
  int from;             // steps that were taken before
  int until;            // the last step, unless a report is answered otherwise
  bool is_new = false;  // the trial begins with it
};

/// What a free worker is to do: a job; nothing before the next report; or nothing ever again.
using NextJob = std::variant<Job, Wait, Exhausted>;

/// A trial that has ended, with all that it reported, and why if a scheduler ended it just now.
struct EndedTrial {
  Trial trial;
  Reason reason;
};

/// Where reports come from. `live`: a trial is complete at its last step, and a loss of NaN is a
/// failure. `recorded`: reports of trials that happened; these end when they are said to, and a
/// loss of NaN is worse than any other.
enum class Reports { live, recorded };

/// A searcher, a scheduler and a budget: what to do next, and what a report leads to. It knows
/// neither clock nor objective; whoever runs trials is a driver of it, and a thin loop:
///
///   for (auto next = tuner.next(); auto* job = std::get_if<Job>(&next); next = tuner.next()) {
///     for (int step = job->from + 1; step <= job->until; ++step) {
///       if (tuner.report(job->trial, {step, loss}).verdict != Verdict::go_on) break;
///     }
///     while (const auto ended = tuner.take_ended()) write_down(ended->trial);
///   }
///
/// Order of effects: a report is in the trial's curve before the scheduler judges it; a trial that
/// ends is told to the searcher before the answer is given, and waits in take_ended(). A pause or a
/// stop gives steps back to the budget before the next job is handed out.
///
/// Calls for trials that are not under way are the driver's mistake (see is_under_way()). Throws
/// SearcherError if the searcher breaks; nothing else but for want of memory.
class Tuner {
 public:
  struct Setup {
    Searcher searcher;
    Scheduler scheduler;
    Budget budget;
    Stream trials;     // trial i is asked with child(i)
    int max_step = 1;  // the length of a full trial
    Reports reports = Reports::live;
    std::optional<std::size_t> width = {};  // of the searcher's points; nothing: not looked at
  };
  explicit Tuner(Setup setup) : setup_(std::move(setup)) {}

  /// Says what a free worker does. Exhausted comes only when no trial is under way; paused ones may
  /// be left, see finish_one().
  [[nodiscard]] NextJob next();

  /// A trial under way has taken a step. Answers whether it goes on; `pause` and `stop` free its
  /// worker, and so does the end of a trial that is complete or has failed (`stop`, without a
  /// reason). `taken` counts the steps that are behind it by now where reports come late, `others`
  /// are the numbers of the report after the loss.
  Decision report(TrialId id, const Observation& seen, int taken,
                  std::span<const double> others = {});
  Decision report(TrialId id, const Observation& seen) { return report(id, seen, seen.step); }

  /// A trial under way has ended by itself: completed, or failed, which is one more observation of
  /// NaN.
  void ended(TrialId id, TrialState state);

  /// A trial that somebody else began: all that it reported, and how it ended unless it is running;
  /// ids ascend, and numbers that are left out are nobody's. Answers what the scheduler says of it
  /// as of now, and acts on nothing: a trial that runs is under way.
  Decision adopt(Trial trial);

  /// Trials of lower numbers, adopted or not, are somebody else's.
  void begin_at(TrialId id) { begun_ = id; }

  /// The trials that are under way or paused will never go on: the first of them ends as stopped,
  /// for no reason but that. False once there is none. One at a time, as there
  /// may be a million.
  bool finish_one();

  /// The trials that have ended and were not taken yet, the first first; they are kept until then.
  [[nodiscard]] std::optional<EndedTrial> take_ended();

  [[nodiscard]] bool is_under_way(TrialId id) const;
  /// Whether the searcher has nothing left to try.
  [[nodiscard]] bool is_searched() const { return is_searched_; }
  /// Why the last new job has its point; nullptr if the searcher has no reasons.
  [[nodiscard]] const Explanation* explain() const { return setup_.searcher.explain(); }
  /// What the searcher knows; nothing if it has no model, or not yet.
  [[nodiscard]] std::optional<ModelView> model() const { return setup_.searcher.model(); }

 private:
  struct Running {
    int until;
    int taken;
  };
  struct Paused {};
  struct LiveTrial {
    Trial trial;
    std::variant<Running, Paused> phase;
  };

  [[nodiscard]] std::optional<TrialId> fresh() const;
  [[nodiscard]] std::optional<NextJob> obey(const Order& order);
  [[nodiscard]] std::optional<Job> begin(int until);
  void check_width(const Proposal& proposal) const;
  [[nodiscard]] Job resume(const Resume& order);
  [[nodiscard]] NextJob nothing_to_do() const;
  void become_paused(LiveTrial& live);
  void end_by_itself(TrialId id, TrialState state);
  void end(TrialId id, TrialState state, const Reason& reason);
  void give_back(const LiveTrial& live);

  Setup setup_;
  TrialSlots<LiveTrial> live_;
  std::vector<EndedTrial> ended_;  // the first of them were taken
  std::size_t taken_ = 0;
  TrialId begun_ = 0;
  std::size_t under_way_ = 0;
  TrialId unfinished_ = 0;         // none below it is left, once finishing has begun
  std::optional<int> held_start_;  // ordered, while the searcher has no point for it yet
  bool is_searched_ = false;
};

}  // namespace sweep
