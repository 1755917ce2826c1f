#include "bench/run/cell.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "bench/run/cell_log.hpp"
#include "bench/run/stopwatch.hpp"

namespace sweep {
namespace {

// Large enough that no per-block cost shows, small enough for the cache and for a quick stop.
constexpr std::uint64_t kBlock = 256;

/// The streams of a cell, keyed by names. Noise is keyed without the method: all methods meet the
/// same noise in their i-th trial, so that their differences are paired.
struct CellStreams {
  explicit CellStreams(const Cell& cell)
      : trials(Stream(cell.seed).child(cell.objective).child("method").child(cell.method)),
        noise(Stream(cell.seed).child(cell.objective).child("noise")) {}
  Stream trials;
  Stream noise;
};

Trial evaluate(const Objective& objective, TrialId id, Point point, const Stream& noise) {
  Trial trial{id, std::move(point), TrialState::running, {}};
  for (int step = 1; step <= objective.max_step(); ++step) {
    const double loss = objective.loss(trial.point.values, step, noise);
    trial.curve.push_back({step, loss});
    if (std::isnan(loss)) break;
  }
  trial.state = std::isnan(trial.loss()) ? TrialState::failed : TrialState::completed;
  return trial;
}

// One trial: ask, evaluate, tell. False once the searcher has nothing left to try.
bool run_trial(Searcher& searcher, const Objective& objective, const CellStreams& streams,
               CellLog& log) {
  const TrialId id = log.trials();
  const Stopwatch asking;
  std::optional<Point> point = searcher.ask(id, streams.trials.child(id));
  double searcher_seconds = asking.seconds();
  if (!point) return false;
  const Explanation* explanation = searcher.explain();
  if (explanation && !explanation->fallback.empty()) log.add_fallback();
  const Trial trial = evaluate(objective, id, *std::move(point), streams.noise.child(id));
  const Stopwatch telling;
  searcher.tell(trial);
  searcher_seconds += telling.seconds();
  log.add(trial);
  log.add_searcher_time(searcher_seconds, 1);
  return true;
}

// The same for a searcher that needs no results and an objective without a curve, by the block.
bool run_block(Searcher& searcher, const Objective& objective, const CellStreams& streams,
               std::uint64_t wanted, std::vector<double>& buffer, CellLog& log) {
  const std::size_t width = objective.space().size();
  const std::size_t size = std::min(kBlock, wanted);
  buffer.resize(size * (width + 1));
  const std::span<double> rows(buffer.data(), size * width);
  const std::span<double> losses(buffer.data() + size * width, size);
  const TrialId first = log.trials();
  const Stopwatch asking;
  const std::size_t asked = searcher.ask_block(first, streams.trials, rows);
  log.add_searcher_time(asking.seconds(), asked);
  objective.losses(rows.first(asked * width), first, streams.noise, losses.first(asked));
  log.add(rows.first(asked * width), losses.first(asked));
  return asked == size;
}

}  // namespace

std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const Cell& cell,
                                   const std::atomic<bool>& stop) {
  const Objective& objective = prepared.objective(cell);
  const Experiment& experiment = prepared.experiment();
  Searcher searcher = prepared.fresh_searcher(cell);
  const CellStreams streams(cell);
  CellLog log(cell, objective.space().size(), prepared.optimum(cell), experiment.record);
  const bool by_block = searcher.asks_blocks() && objective.max_step() == 1;
  std::vector<double> buffer;
  while (log.trials() < experiment.trials) {
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    const std::uint64_t wanted = experiment.trials - log.trials();
    const bool goes_on = by_block ? run_block(searcher, objective, streams, wanted, buffer, log)
                                  : run_trial(searcher, objective, streams, log);
    if (!goes_on) {
      log.set_exhausted();
      break;
    }
  }
  if (!log.best_point().empty()) log.set_incumbent_loss(objective.exact_loss(log.best_point()));
  return log.finish();
}

}  // namespace sweep
