#include "bench/session/expected_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "bench/run/cell.hpp"

namespace sweep {
namespace {

constexpr double kLongSeconds = 60;
constexpr std::uint64_t kManyTrials = 200;  // cells of fewer are soon over, and then tell
constexpr std::size_t kMostProbes = 4;
constexpr double kProbeSeconds = 0.1;
constexpr std::uint64_t kTellingTrials = 64;  // beyond what searchers draw at random to begin with

// Measures growing budgets, until one takes long enough to be measured; 0 if it was stopped.
double seconds_of(const ExpectedTime::Task& task, const Cell& cell, double negligible) {
  const std::uint64_t all = task.prepared.trials(cell);
  const PreparedMethod& method = task.prepared.method(cell);
  double before = 0;
  for (std::uint64_t trials = 1, last = 0;;) {
    const Stopwatch watch;
    const auto result = run_cell(task.prepared, {cell, method, trials}, task.stop);
    const double seconds = watch.seconds();
    const bool is_over = !result || trials == all || result->exhausted || !result->failure.empty();
    if (is_over) return result ? seconds : 0;
    // The last trials are the slowest, and begin when everything else has been set up.
    const double each = std::max(seconds - before, 0.0) / static_cast<double>(trials - last);
    const double total = seconds + each * static_cast<double>(all - trials);
    const bool is_negligible = trials >= kTellingTrials && total < negligible;
    if (seconds > kProbeSeconds || is_negligible) return total;
    before = seconds;
    last = trials;
    trials = std::min(4 * trials, all);
  }
}

// The mean of a few cells that lie far apart.
double mean_seconds(const ExpectedTime::Task& task, std::size_t cells) {
  const std::vector<Cell>& all = task.prepared.cells();
  const std::size_t probes = std::min(kMostProbes, all.size());
  constexpr double kWellBelow = 0.1;
  const double negligible = kWellBelow * kLongSeconds * task.threads / static_cast<double>(cells);
  double sum = 0;
  for (std::size_t i = 0; i < probes; ++i) {
    const Cell& cell = all[i * all.size() / probes];
    if (task.prepared.trials(cell) >= kManyTrials) sum += seconds_of(task, cell, negligible);
  }
  return sum / static_cast<double>(std::max<std::size_t>(probes, 1));
}

}  // namespace

void ExpectedTime::begin(std::size_t cells) {
  cells_ = cells;
  if (cells > 0) {
    // Cells are whole: the last of several threads ends when its last cell does.
    const auto threads = static_cast<std::size_t>(std::max(task_.threads, 1));
    const auto rounds =
        static_cast<double>(std::max(cells, threads)) / static_cast<double>(threads);
    say_if_long(mean_seconds(task_, cells) * rounds);
  }
  since_start_ = Stopwatch();
  watcher_.begin(cells);
}

void ExpectedTime::cell_ended() {
  constexpr double kEnoughSeconds = 3;
  ++done_;
  const double seconds = since_start_.seconds();
  if (!is_said_ && seconds > kEnoughSeconds) {
    say_if_long(seconds / static_cast<double>(done_) * static_cast<double>(cells_ - done_));
  }
  watcher_.cell_ended();
}

void ExpectedTime::say_if_long(double seconds) {
  if (seconds <= kLongSeconds || task_.stop) return;
  is_said_ = true;
  say_(fmt::format("this takes about {}: {} cells on {} thread{}", rough_duration(seconds), cells_,
                   task_.threads, task_.threads == 1 ? "" : "s"));
}

std::string rough_duration(double seconds) {
  constexpr double kMinute = 60;
  constexpr double kHour = 60 * kMinute;
  constexpr double kDay = 24 * kHour;
  if (seconds < 2 * kHour) return fmt::format("{:.0f} min", std::max(seconds / kMinute, 1.0));
  if (seconds < 2 * kDay) return fmt::format("{:.0f} h", seconds / kHour);
  return fmt::format("{:.0f} days", seconds / kDay);
}

}  // namespace sweep
