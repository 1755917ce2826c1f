#include "bench/results/cell_descents.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sweep {
namespace {

double final_loss(const Record& record, const ObjectiveInfo& objective) {
  return *objective.is_noisy ? record.exact : record.loss;
}

/// The last record of a trial, with the steps of all trials that had ended by then.
struct EndedTrial {
  const Record* record;
  double steps;

  [[nodiscard]] bool has_loss() const {
    return record->state == TrialState::completed && !std::isnan(record->loss);
  }
};

std::vector<EndedTrial> ended_trials(const CellResult& result) {
  std::vector<EndedTrial> ended;
  ended.reserve(result.records.size());
  double steps = 0;
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if (!is_last_of_trial(result.records, i)) continue;
    steps += result.records[i].step;
    ended.push_back({&result.records[i], steps});
  }
  return ended;
}

bool knows_all_losses(const std::vector<EndedTrial>& ended, const ObjectiveInfo& objective,
                      RecordLevel level) {
  if (!*objective.is_noisy) return true;
  if (level == RecordLevel::best) return false;
  return std::none_of(ended.begin(), ended.end(), [](const EndedTrial& trial) {
    return trial.has_loss() && std::isnan(trial.record->exact);
  });
}

/// What it takes to make the descents of a cell, along any axis.
struct CellCourse {
  const CellResult& result;
  const ObjectiveInfo& objective;
  std::vector<EndedTrial> ended;

  template <class Place>
  [[nodiscard]] Descent along(double length, Place place) const {
    const double origin = result.optimum.value_or(0);
    Descent descent{{}, length};
    for (const EndedTrial& trial : ended) {
      if (!trial.has_loss()) continue;
      descent.drop_to(final_loss(*trial.record, objective) - origin, place(trial));
    }
    return descent;
  }
};

double evaluations_at(const EndedTrial& trial) {
  return static_cast<double>(trial.record->trial + 1);
}

// Whether the trials were whole and in a row: then their numbers say how many steps were done.
bool takes_whole_trials_in_turn(const CellResult& result, int max_step) {
  const ClusterUse& use = result.use;
  return use.steps == result.trials * static_cast<std::uint64_t>(max_step) && use.stopped == 0 &&
         (result.failed == 0 || max_step == 1) && use.worker_seconds == use.seconds;
}

std::optional<Descent> along_steps(const CellCourse& course, RecordLevel level) {
  if (level != RecordLevel::best) {
    const double length = course.ended.empty() ? 0 : course.ended.back().steps;
    return course.along(length, [](const EndedTrial& trial) { return trial.steps; });
  }
  const int max_step = course.objective.max_step;
  if (!takes_whole_trials_in_turn(course.result, max_step)) return std::nullopt;
  return course.along(static_cast<double>(course.result.use.steps),
                      [&](const EndedTrial& trial) { return evaluations_at(trial) * max_step; });
}

}  // namespace

std::optional<CellDescents> descents_of(const CellResult& result, const ObjectiveInfo& objective,
                                        RecordLevel level) {
  if (!objective.is_described()) return std::nullopt;
  const CellCourse course{result, objective, ended_trials(result)};
  if (!knows_all_losses(course.ended, objective, level)) return std::nullopt;
  return CellDescents{course.along(static_cast<double>(result.trials), evaluations_at),
                      along_steps(course, level),
                      course.along(result.use.seconds,
                                   [](const EndedTrial& trial) { return trial.record->seconds; })};
}

}  // namespace sweep
