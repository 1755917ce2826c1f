#include "bench/results/views/trial_descents.hpp"

#include <cmath>
#include <limits>

namespace sweep {
namespace {

// Rows of one cell follow one another.
std::size_t end_of_cell(const TrialSheet& sheet, std::size_t begin) {
  std::size_t end = begin;
  while (end < sheet.loss.size() && sheet.method[end] == sheet.method[begin] &&
         sheet.seed[end] == sheet.seed[begin]) {
    ++end;
  }
  return end;
}

Descent descent_of_rows(const TrialSheet& sheet, std::size_t begin, std::size_t end) {
  constexpr auto kCompleted = static_cast<double>(TrialState::completed);
  Descent descent;
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t i = begin; i < end; ++i) {
    if (sheet.state[i] != kCompleted || !(sheet.loss[i] < best)) continue;
    best = sheet.loss[i];
    descent.drops.push_back({static_cast<double>(i - begin + 1), best});
  }
  descent.length = static_cast<double>(end - begin);
  return descent;
}

}  // namespace

std::vector<std::vector<Descent>> trial_descents(const TrialSheet& sheet) {
  std::vector<std::vector<Descent>> by_method(sheet.methods.size());
  for (std::size_t begin = 0, end = 0; begin < sheet.loss.size(); begin = end) {
    end = end_of_cell(sheet, begin);
    const bool may_be_cut = sheet.left_out > 0 && end == sheet.loss.size();
    if (may_be_cut) break;
    by_method[static_cast<std::size_t>(sheet.method[begin])].push_back(
        descent_of_rows(sheet, begin, end));
  }
  return by_method;
}

}  // namespace sweep
