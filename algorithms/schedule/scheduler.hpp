#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/schedule/reason.hpp"
#include "algorithms/schedule/rungs.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// What a scheduler is told before it starts.
struct ScheduleTask {
  int max_step = 1;        // the length of a full trial
  bool is_replay = false;  // of runs that happened, which may have gone on after they diverged
};

/// What happens to a trial that has just reported.
enum class Verdict { go_on, pause, stop };

/// What a report leads to; a pause and a stop have a reason.
struct Decision {
  Verdict verdict = Verdict::go_on;
  Reason reason;
};

/// An order to a free worker: begin a new trial, from its first step.
struct Start {
  int until;  // the step that its worker is kept for; always reported before it
  bool operator==(const Start&) const = default;
};
/// An order to a free worker: go on with a paused trial, from the step where it paused.
struct Resume {
  TrialId trial;
  int until;
  bool operator==(const Resume&) const = default;
};
/// An order to a free worker: ask again; a paused trial will never be resumed.
struct GiveUp {
  TrialId trial;
  Reason reason;
  bool operator==(const GiveUp&) const = default;
};
/// An order to a free worker: do nothing before the next report.
struct Wait {
  bool operator==(const Wait&) const = default;
};
using Order = std::variant<Start, Resume, GiveUp, Wait>;

/// What a type needs to be a scheduler.
///
/// `next(fresh)` says what a free worker does. A Start begins the trial numbered `*fresh`, numbers
/// growing one by one; without `fresh` (the budget is spent, or the searcher has nothing left) it
/// never is a Start. When nothing runs and there is no `fresh`, trials still paused stay so.
///
/// `report(trial, step, loss)` comes for a running trial, steps ascending (once for each step, but
/// where a history that was recorded is replayed), with a finite or infinite loss; a replay may
/// have NaN, which is worse than any other. A trial goes on, pauses (its worker is free, a Resume
/// may follow), or stops for good. At the step `until` of its order, short of max_step, it never
/// goes on. At max_step a trial is complete whatever is said.
///
/// `ended(trial, state)` comes once for each trial that ends without this scheduler's doing:
/// `completed` after its report of max_step, `failed` if it is lost or its loss is NaN.
///
/// All are O(log n) or better in the number of trials (amortised), and none throws.
template <class S>
concept SchedulerLike = std::copyable<S> &&
    requires(S scheduler, std::optional<TrialId> fresh, TrialId trial, int step, double loss,
             TrialState state) {
  { scheduler.next(fresh) } -> std::same_as<Order>;
  { scheduler.report(trial, step, loss) } -> std::same_as<Decision>;
  { scheduler.ended(trial, state) } -> std::same_as<void>;
};

/// Holds any SchedulerLike by value; a copy that meets the same calls answers the same.
/// Abilities that a type may add:
///   std::vector<BracketPlan> brackets() const    which it begins one after the other, then again
///   bool pauses() const                          it may pause a trial; false if left out
///   bool judges_at_rungs() const                 a verdict holds until the trial's next rung, and
///                                                is not repeated between them; false if left out
class Scheduler {
 public:
  template <class S>
  requires(!std::same_as<S, Scheduler> && SchedulerLike<S>)
      Scheduler(S scheduler)  // NOLINT(google-explicit-constructor): any scheduler is one
      : self_(std::make_unique<Holder<S>>(std::move(scheduler))) {}
  Scheduler(const Scheduler& other) : self_(other.self_->clone()) {}
  Scheduler& operator=(const Scheduler& other) {
    self_ = other.self_->clone();
    return *this;
  }
  Scheduler(Scheduler&&) noexcept = default;
  Scheduler& operator=(Scheduler&&) noexcept = default;
  ~Scheduler() = default;

  [[nodiscard]] Order next(std::optional<TrialId> fresh) { return self_->next(fresh); }
  [[nodiscard]] Decision report(TrialId trial, int step, double loss) {
    return self_->report(trial, step, loss);
  }
  void ended(TrialId trial, TrialState state) { self_->ended(trial, state); }

  /// Nothing for a scheduler without brackets.
  [[nodiscard]] std::vector<BracketPlan> brackets() const { return self_->brackets(); }
  [[nodiscard]] bool pauses() const { return self_->pauses(); }
  [[nodiscard]] bool judges_at_rungs() const { return self_->judges_at_rungs(); }

 private:
  struct Interface {
    virtual ~Interface() = default;
    virtual std::unique_ptr<Interface> clone() const = 0;
    virtual Order next(std::optional<TrialId> fresh) = 0;
    virtual Decision report(TrialId trial, int step, double loss) = 0;
    virtual void ended(TrialId trial, TrialState state) = 0;
    virtual std::vector<BracketPlan> brackets() const = 0;
    virtual bool pauses() const = 0;
    virtual bool judges_at_rungs() const = 0;
  };

  template <class S>
  struct Holder final : Interface {
    explicit Holder(S s) : scheduler(std::move(s)) {}
    std::unique_ptr<Interface> clone() const override {
      return std::make_unique<Holder>(scheduler);
    }
    Order next(std::optional<TrialId> fresh) override { return scheduler.next(fresh); }
    Decision report(TrialId trial, int step, double loss) override {
      return scheduler.report(trial, step, loss);
    }
    void ended(TrialId trial, TrialState state) override { scheduler.ended(trial, state); }
    std::vector<BracketPlan> brackets() const override {
      if constexpr (requires { scheduler.brackets(); }) return scheduler.brackets();
      return {};
    }
    bool pauses() const override {
      if constexpr (requires { scheduler.pauses(); }) return scheduler.pauses();
      return false;
    }
    bool judges_at_rungs() const override {
      if constexpr (requires { scheduler.judges_at_rungs(); }) return scheduler.judges_at_rungs();
      return false;
    }
    S scheduler;
  };

  std::unique_ptr<Interface> self_;
};

}  // namespace sweep
