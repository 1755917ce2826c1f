// Reports per second of the schedulers: a thousand workers on trials of 81 steps whose losses fall.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/text/named_options.hpp"

namespace sweep {
namespace {

constexpr int kMaxStep = 81;
constexpr std::size_t kWorkers = 1000;
constexpr std::int64_t kReports = 1'000'000;
constexpr std::array kMethods = {
    "none", "wandb-hyperband", "hyperband", "asha", "asha?form=stopping", "median", "patience"};

struct Job {
  TrialId trial;
  int step;
};

// Spread over [0, 1) as the golden ratio does it, without cost of its own.
double loss_of(const Job& job) {
  const double level = static_cast<double>(job.trial) * 0.6180339887498949;
  return level - static_cast<double>(static_cast<std::int64_t>(level)) + 1.0 / job.step;
}

// The next trial for a free worker, from the step where it stands.
Job next_job(Scheduler& scheduler, TrialId& fresh, const std::vector<int>& paused_at) {
  while (true) {
    const Order order = scheduler.next(fresh);
    if (std::holds_alternative<Start>(order)) return {fresh++, 0};
    if (const auto* resume = std::get_if<Resume>(&order)) {
      return {resume->trial, paused_at[resume->trial]};
    }
  }
}

void play(Scheduler& scheduler) {
  TrialId fresh = 0;
  std::vector<int> paused_at;
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < kWorkers; ++i) {
    jobs.push_back(next_job(scheduler, fresh, paused_at));
  }
  for (std::int64_t report = 0; report < kReports; ++report) {
    Job& job = jobs[static_cast<std::size_t>(report) % kWorkers];
    ++job.step;
    const Decision decision = scheduler.report(job.trial, job.step, loss_of(job));
    if (job.step == kMaxStep) {
      scheduler.ended(job.trial, TrialState::completed);
    } else if (decision.verdict == Verdict::go_on) {
      continue;
    }
    if (job.trial >= paused_at.size()) paused_at.resize(2 * job.trial + 1);
    paused_at[job.trial] = job.step;
    job = next_job(scheduler, fresh, paused_at);
  }
}

void reports(benchmark::State& state) {
  const std::string method = kMethods.at(static_cast<std::size_t>(state.range(0)));
  const NamedOptions named = parse_named_options(method, "scheduler");
  for (auto _ : state) {
    Scheduler scheduler = make_scheduler(named.name, {kMaxStep}, named.options);
    play(scheduler);
  }
  state.SetLabel(method);
  state.SetItemsProcessed(state.iterations() * kReports);
}
BENCHMARK(reports)->DenseRange(0, kMethods.size() - 1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sweep
