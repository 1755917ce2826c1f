#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/search/searcher.hpp"

namespace sweep {

/// A text of commands to a tuner with the answers expected below them, as tests/transcripts/*.txt
/// hold them; `#` begins a comment. The first line is the setting, `key=value` each:
///   scheduler=asha?eta=2  max_step=4  trials=5   as of a cell; budget=steps counts steps
///   workers=2             of the drivers that play it too; only the tuner does without
///   points=3              what the searcher proposes before it is exhausted
///   generation=2          so many points at once; their results come before the next ones
/// Commands are `next`, `report TRIAL STEP LOSS [TAKEN]`, `failed TRIAL`, `completed TRIAL`,
/// `adopt TRIAL STATE LOSS...` and `finish`. Answers are indented by two blanks.
struct Transcript {
  std::string name;
  std::map<std::string, std::string> setting;
  std::string head;                   // comments and the setting, as they stand
  std::vector<std::string> commands;  // comments among them
  std::string text;                   // the whole of it

  [[nodiscard]] std::string value(const std::string& key, const std::string& standard) const;
  [[nodiscard]] int number(const std::string& key, int standard) const;
};

/// Every transcript there is, sorted by name.
std::vector<Transcript> read_transcripts();

/// Holds what a player wrote to the transcript; with SWEEP_APPROVE=1 it becomes the transcript.
void expect_transcript(const Transcript& transcript, const std::string& played);

/// A searcher that proposes its trials' numbers and writes down what it is told.
class ScriptedSearcher {
 public:
  ScriptedSearcher(const Transcript& transcript, std::string& log);
  Proposal ask(TrialId id, const Stream&);
  void tell(const Trial& ended);
  void observe(const Trial& running);

 private:
  TrialId points_;
  TrialId generation_;
  TrialId told_ = 0;
  std::string* log_;
};

std::string_view to_text(TrialState state);
std::string answer_text(const Decision& decision);
std::string job_text(TrialId trial, int from, int until);

/// A scheduler that writes down, as a transcript, what it is asked and what it answers: what a
/// driver did with its tuner shows at this door. Copies write to the same log.
class RecordedScheduler {
 public:
  RecordedScheduler(Scheduler scheduler, int max_step, std::string& log)
      : scheduler_(std::move(scheduler)), max_step_(max_step), log_(&log) {}
  Order next(std::optional<TrialId> fresh);
  Decision report(TrialId trial, int step, double loss);
  void ended(TrialId trial, TrialState state);

 private:
  Scheduler scheduler_;
  int max_step_;
  std::string* log_;
  std::map<TrialId, int> steps_;  // of trials that have begun and not ended, what they reported
  std::size_t under_way_ = 0;
  bool is_asked_again_ = false;  // in the same call of the tuner
};

}  // namespace sweep
