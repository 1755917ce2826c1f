#include "bench/terminal/time_left.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweep {
namespace {

constexpr double kLeastShare = 0.02;  // less says nothing of the whole
constexpr double kSteepest = 3;       // a model that is refitted at cubic cost; beyond it is chance

}  // namespace

TimeLeft::TimeLeft(std::vector<Kind> kinds, int threads)
    : kinds_(std::move(kinds)), ended_(kinds_.size()), threads_(threads) {
  for (const Kind& kind : kinds_) waiting_.push_back(kind.cells);
}

void TimeLeft::begin(std::size_t cell, std::size_t kind, double seconds) {
  running_[cell] = {kind, seconds};
  --waiting_[kind];
}

void TimeLeft::advance(std::size_t cell, double share, double seconds) {
  Running& running = running_.at(cell);
  running.share = share;
  running.elapsed = seconds - running.begun;
  const auto mark = static_cast<std::size_t>(share * kMarks);
  if (running.at[mark] == 0) running.at[mark] = running.elapsed;
}

void TimeLeft::end(std::size_t cell, double seconds) {
  const auto found = running_.find(cell);
  Ended& ended = ended_[found->second.kind];
  ++ended.cells;
  ended.seconds += seconds - found->second.begun;
  running_.erase(found);
}

std::optional<double> TimeLeft::length(const Running& cell) {
  if (cell.share < kLeastShare) return std::nullopt;
  const std::size_t half = static_cast<std::size_t>(cell.share * kMarks) / 2;
  double power = 1;
  for (std::size_t mark = half; mark > 0; --mark) {
    if (cell.at[mark] <= 0) continue;
    const double ratio = cell.share * kMarks / static_cast<double>(mark);
    power = std::clamp(std::log(cell.elapsed / cell.at[mark]) / std::log(ratio), 1.0, kSteepest);
    break;
  }
  return cell.elapsed * std::pow(cell.share, -power);
}

std::optional<double> TimeLeft::length_of_kind(std::size_t kind) const {
  const Ended& ended = ended_[kind];
  if (ended.cells > 0) return ended.seconds / static_cast<double>(ended.cells);
  std::optional<double> longest;
  for (const auto& [cell, running] : running_) {
    if (running.kind == kind) longest = std::max(longest, length(running));
  }
  return longest;
}

std::optional<double> TimeLeft::length_of_method(std::size_t method) const {
  double sum = 0;
  std::size_t known = 0;
  for (std::size_t kind = 0; kind < kinds_.size(); ++kind) {
    if (kinds_[kind].method != method) continue;
    const auto length = length_of_kind(kind);
    if (!length) continue;
    sum += *length;
    ++known;
  }
  return known > 0 ? std::optional(sum / static_cast<double>(known)) : std::nullopt;
}

std::optional<double> TimeLeft::seconds_left(double now) const {
  double work = 0;
  double longest = 0;
  const auto usual = [&](std::size_t kind) {
    const auto length = length_of_kind(kind);
    return length ? length : length_of_method(kinds_[kind].method);
  };
  for (const auto& [cell, running] : running_) {
    const auto own = length(running);
    const auto whole = own ? own : usual(running.kind);
    if (!whole) return std::nullopt;
    const double left = std::max(0.0, *whole - (now - running.begun));
    work += left;
    longest = std::max(longest, left);
  }
  for (std::size_t kind = 0; kind < kinds_.size(); ++kind) {
    if (waiting_[kind] == 0) continue;
    const auto whole = usual(kind);
    if (!whole) return std::nullopt;
    work += *whole * static_cast<double>(waiting_[kind]);
  }
  return std::max(work / threads_, longest);
}

std::string duration_text(double seconds) {
  constexpr double kMinute = 60;
  constexpr double kHour = 60 * kMinute;
  constexpr double kDay = 24 * kHour;
  if (seconds < 2 * kMinute) return fmt::format("{:.0f} s", seconds);
  if (seconds < 2 * kHour) return fmt::format("{:.0f} min", seconds / kMinute);
  const double big = seconds < 2 * kDay ? kHour : kDay;
  const double small = big == kHour ? kMinute : kHour;
  const double whole = std::floor(seconds / big);
  return fmt::format("{:.0f} {} {:.0f} {}", whole, big == kHour ? "h" : "d",
                     std::floor((seconds - whole * big) / small), big == kHour ? "min" : "h");
}

}  // namespace sweep
