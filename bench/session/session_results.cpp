#include "bench/session/session_results.hpp"

#include <cassert>
#include <utility>

#include "bench/results/digest.hpp"

namespace sweep {

void SessionResults::put(std::size_t index, CellResult&& result) {
  assert(!is_there_[index]);
  is_there_[index] = true;
  // Gone for good: an assignment of nothing would keep their memory.
  std::vector<Record>().swap(result.records);
  std::vector<double>().swap(result.points);
  if (!result.failure.empty()) {
    broken_.push_back(std::move(result));
    return;
  }
  ++finished_;
  results_[index] = std::move(result);
}

std::vector<std::size_t> SessionResults::missing() const {
  std::vector<std::size_t> indices;
  indices.reserve(results_.size() - finished_);
  for (std::size_t i = 0; i < results_.size(); ++i) {
    if (!is_there_[i]) indices.push_back(i);
  }
  return indices;
}

// The place of a cell that has no result holds one without a name.
std::vector<CellResult> SessionResults::take_finished() && {
  std::vector<CellResult> results = std::move(results_);
  if (results.size() == finished_) return results;
  std::erase_if(results, [](const CellResult& result) { return result.cell.method.empty(); });
  return results;
}

std::string result_hash(std::span<const CellResult> results) {
  ResultDigest all;
  for (const CellResult& result : results) all.add(result.cell, result.digest);
  return to_hex(all.value());
}

}  // namespace sweep
