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

using Ended = std::vector<const Record*>;  // the last record of each trial

bool has_loss(const Record& record) {
  return record.state == TrialState::completed && !std::isnan(record.loss);
}

Ended ended_trials(const CellResult& result) {
  Ended ended;
  ended.reserve(result.records.size());
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if (is_last_of_trial(result.records, i)) ended.push_back(&result.records[i]);
  }
  return ended;
}

bool knows_all_losses(const Ended& ended, const ObjectiveInfo& objective,
                      RecordLevel level) {
  if (!*objective.is_noisy) return true;
  if (level == RecordLevel::best) return false;
  return std::none_of(ended.begin(), ended.end(), [](const Record* last) {
    return has_loss(*last) && std::isnan(last->exact);
  });
}

/// What it takes to make the descents of a cell, along any axis.
struct CellCourse {
  const CellResult& result;
  const ObjectiveInfo& objective;
  Ended ended;

  template <class Place>
  [[nodiscard]] Descent along(double length, Place place) const {
    const double origin = result.optimum.value_or(0);
    Descent descent{{}, length};
    for (const Record* last : ended) {
      if (!has_loss(*last)) continue;
      descent.drop_to(final_loss(*last, objective) - origin, place(*last));
    }
    return descent;
  }
};

double evaluations_at(const Record& last) { return static_cast<double>(last.trial + 1); }

// Whether the trials were whole and in a row: then their numbers say how many steps were done.
bool takes_whole_trials_in_turn(const CellResult& result, int max_step) {
  const ClusterUse& use = result.use;
  return use.steps == result.trials * static_cast<std::uint64_t>(max_step) && use.stopped == 0 &&
         (result.failed == 0 || max_step == 1) && use.worker_seconds == use.seconds;
}

// Stores of layout 5 and before lack the steps of records.
std::optional<Descent> along_steps(const CellCourse& course) {
  const auto length = static_cast<double>(course.result.use.steps);
  const bool are_known = std::all_of(course.ended.begin(), course.ended.end(),
                                     [](const Record* last) { return last->steps > 0; });
  if (are_known) {
    return course.along(length, [](const Record& last) { return static_cast<double>(last.steps); });
  }
  const int max_step = course.objective.max_step;
  if (!takes_whole_trials_in_turn(course.result, max_step)) return std::nullopt;
  return course.along(length,
                      [&](const Record& last) { return evaluations_at(last) * max_step; });
}

}  // namespace

std::optional<CellDescents> descents_of(const CellResult& result, const ObjectiveInfo& objective,
                                        RecordLevel level) {
  if (!objective.is_described()) return std::nullopt;
  const CellCourse course{result, objective, ended_trials(result)};
  if (!knows_all_losses(course.ended, objective, level)) return std::nullopt;
  return CellDescents{course.along(static_cast<double>(result.trials), evaluations_at),
                      along_steps(course),
                      course.along(result.use.seconds,
                                   [](const Record& last) { return last.seconds; })};
}

}  // namespace sweep
