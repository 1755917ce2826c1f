#include "bench/sweep/next.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "bench/sweep/reference.hpp"
#include "bench/sweep/run_warnings.hpp"
#include "bench/sweep/running_sweep.hpp"

namespace sweep {
namespace {

// A line for each reason, not for each point.
void say_fallbacks(NextAnswer& answer) {
  std::map<std::string, std::size_t> reasons;
  for (const Suggestion& suggestion : answer.suggestions) {
    if (!suggestion.explanation || suggestion.explanation->fallback.empty()) continue;
    ++reasons[suggestion.explanation->fallback];
  }
  const std::size_t all = answer.suggestions.size();
  for (const auto& [reason, count] : reasons) {
    answer.fallbacks.push_back(
        count == all ? reason : fmt::format("{} of {} points: {}", count, all, reason));
  }
}

void ask(Tuner& tuner, std::uint64_t n, NextAnswer& answer) {
  while (answer.suggestions.size() < n) {
    const NextJob next = tuner.next();
    const Job* job = std::get_if<Job>(&next);
    if (!job) {
      answer.is_over = tuner.is_searched();
      if (answer.is_over) return;
      answer.warnings.emplace_back("the searcher waits for the results of runs under way");
      return;
    }
    const Explanation* why = tuner.explain();
    answer.suggestions.push_back({Point{{job->point.begin(), job->point.end()}},
                                  why ? std::optional(*why) : std::optional<Explanation>()});
  }
}

}  // namespace

NextAnswer next_suggestions(const NextTask& task) {
  const SweepConfig& config = task.config;
  NextAnswer answer;
  if (config.metric) {
    const std::string missing = metric_warning(task.runs, *config.metric,
                                               MetricPlaces::history_and_summary, task.behaviour);
    if (!missing.empty()) answer.warnings.push_back(missing);
  }
  if (task.behaviour == Behaviour::as_wandb) {
    if (auto drawn = reference_suggestions(task)) {
      answer.suggestions = *std::move(drawn);
      answer.is_over = answer.suggestions.size() < task.n;
      say_fallbacks(answer);
      return answer;
    }
  }
  Tuner tuner =
      tuner_of(config, task.settings, Stream(task.seed).child("next").child(config.method));
  const std::vector<std::string> ignored = adopt_runs(task.runs, config, tuner);
  if (!ignored.empty()) answer.warnings.push_back(ignored_warning(ignored, task.runs.size()));
  std::uint64_t room = task.n;
  if (task.behaviour == Behaviour::corrected) {
    const std::string end = end_of_sweep(config, task.runs);
    if (!end.empty()) {
      answer.warnings.push_back(end + ": the sweep is over");
      answer.is_over = true;
      return answer;
    }
    if (config.run_cap) room = std::min(room, *config.run_cap - task.runs.size());
  }
  ask(tuner, room, answer);
  answer.is_over = answer.is_over || room < task.n;
  say_fallbacks(answer);
  return answer;
}

}  // namespace sweep
