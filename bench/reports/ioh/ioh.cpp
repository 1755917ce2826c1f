#include "bench/reports/ioh/ioh.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>

#include "algorithms/text/value.hpp"

namespace sweep {
namespace {

constexpr const char* kVersion = "0.3.23";  // of IOHexperimenter, whose format this is

// A failed evaluation, 2e21, looks worse than any finite value.
constexpr double kLargest = 1e21;

double bounded(double value) {
  if (std::isnan(value)) return kLoggedNan;
  if (std::isinf(value)) return std::copysign(kLoggedInfinity, value);
  return std::clamp(value, -kLargest, kLargest);
}

double relative_value(const LoggedRun& run, const Evaluation& evaluation) {
  if (!std::isfinite(evaluation.value)) return bounded(evaluation.value);
  return bounded(bounded(evaluation.value) - run.optimum.value_or(0));
}

std::string json_text(std::string_view text) { return sweep::to_json(Value(std::string(text))); }

std::string path_part(const LoggedProblem& problem) {
  return fmt::format("f{}_{}", problem.function, plain_name(problem.name));
}

/// The best of a run and when it was found.
struct LastImprovement {
  const Evaluation* evaluation;
  double value;
};

// Calls show(evaluation, value) for each that is strictly better than all before.
template <class Show>
LastImprovement improvements_of(const LoggedRun& run, Show show) {
  assert(!run.logged.empty() && run.logged.front().number == 1);
  LastImprovement best{nullptr, HUGE_VAL};
  for (const Evaluation& evaluation : run.logged) {
    const bool is_first = best.evaluation == nullptr;
    if (std::isnan(evaluation.value) && !is_first) continue;
    const double value = relative_value(run, evaluation);
    if (value >= best.value) continue;
    best = {&evaluation, value};
    show(evaluation, value);
  }
  return best;
}

}  // namespace

std::string ioh_suite(std::string_view suite) {
  return suite == "bbob" ? "BBOB" : std::string(suite);
}

std::string ioh_block(const LoggedRun& run) {
  std::string text = "evaluations raw_y\n";
  const auto add = [&](std::uint64_t number, double value) {
    fmt::format_to(std::back_inserter(text), "{} {:.10f}\n", number, value);
  };
  const LastImprovement best = improvements_of(
      run, [&](const Evaluation& evaluation, double value) { add(evaluation.number, value); });
  const Evaluation& last = run.logged.back();
  if (best.evaluation->number == run.evaluations) return text;
  const bool has_last = last.number == run.evaluations;
  // A failure after nothing but infinite losses has the lower number of the two.
  add(run.evaluations, has_last ? std::max(relative_value(run, last), best.value) : best.value);
  return text;
}

std::string ioh_data_path(const LoggedProblem& problem) {
  return fmt::format("data_{}/IOHprofiler_f{}_DIM{}.dat", path_part(problem), problem.function,
                     problem.dimension);
}

std::string ioh_index_path(const LoggedProblem& problem) {
  return fmt::format("IOHprofiler_{}.json", path_part(problem));
}

IohIndex::IohIndex(const LoggedProblem& problem, std::string_view method,
                   std::string_view comment) {
  text_ = fmt::format(
      "{{\n\t\"version\": \"{}\",\n\t\"suite\": {},\n\t\"function_id\": {},\n"
      "\t\"function_name\": {},\n\t\"maximization\": false,\n"
      "\t\"algorithm\": {{\"name\": {}, \"info\": {}}},\n\t\"run_attributes\": [\"seed\"],\n"
      "\t\"attributes\": [\"evaluations\", \"raw_y\"],\n\t\"scenarios\": [",
      kVersion, json_text(ioh_suite(problem.suite)), problem.function, json_text(problem.name),
      json_text(method), json_text(comment));
}

void IohIndex::begin(const LoggedProblem& problem) {
  text_ += fmt::format("{}\n\t\t{{\"dimension\": {},\n\t\t\"path\": {},\n\t\t\"runs\": [",
                       scenarios_ > 0 ? "\n\t\t]}," : "", problem.dimension,
                       json_text(ioh_data_path(problem)));
  ++scenarios_;
  runs_ = 0;
}

void IohIndex::add(const LoggedRun& run) {
  const LastImprovement best = improvements_of(run, [](const Evaluation&, double) {});
  const PointView x = best.evaluation->point;
  text_ += fmt::format(
      "{}\n\t\t\t{{\"instance\": {}, \"evals\": {}, \"best\": {{\"evals\": {}, \"y\": {}, "
      "\"x\": {}}}, \"seed\": {}}}",
      runs_ > 0 ? "," : "", run.instance, run.evaluations, best.evaluation->number,
      format_real(best.value), sweep::to_json(List(x.begin(), x.end())), run.seed);
  ++runs_;
}

std::string IohIndex::to_json() const { return text_ + "\n\t\t]}\n\t]\n}\n"; }

}  // namespace sweep
