#include "bench/results/record.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "algorithms/space/error.hpp"
#include "algorithms/space/names.hpp"

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

}  // namespace sweep
