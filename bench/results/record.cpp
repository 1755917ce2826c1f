#include "bench/results/record.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

constexpr std::array<std::string_view, 3> kRecordLevels = {"best", "trials", "steps"};

}  // namespace

std::string_view to_text(RecordLevel level) {
  return kRecordLevels[static_cast<std::size_t>(level)];
}

RecordLevel record_level(std::string_view text) {
  const auto* const found = std::find(kRecordLevels.begin(), kRecordLevels.end(), text);
  if (found == kRecordLevels.end()) throw SpecError(unknown_name("record", text, kRecordLevels));
  return static_cast<RecordLevel>(found - kRecordLevels.begin());
}

std::vector<Improvement> improvements(const CellResult& result) {
  std::vector<Improvement> trajectory;
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    const Record& record = result.records[i];
    // Takes the last step's loss for the loss of a trial that is kept step by step.
    const bool is_last =
        i + 1 == result.records.size() || result.records[i + 1].trial != record.trial;
    const bool counts = is_last && record.state == TrialState::completed;
    if (counts && (trajectory.empty() || record.loss < trajectory.back().loss)) {
      trajectory.push_back({record.seconds, record.loss});
    }
  }
  return trajectory;
}

}  // namespace sweep
