#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/given_space.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/experiment/points.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/experiment_flags.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/input.hpp"
#include "bench/terminal/output.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

struct EvalFlags {
  std::string objective;
  std::string at;
  ExperimentPatch space;
  std::string seed = "1";
  std::string step;
  bool json = false;
};

Value optimum_json(const std::optional<Optimum>& optimum) {
  if (!optimum) return {};
  List points;
  for (const Point& point : optimum->points) {
    points.push_back(List(point.values.begin(), point.values.end()));
  }
  return Map{{"value", optimum->value}, {"points", points}};
}

// Numbers without brackets are no file.
void check_at(const std::string& at) {
  std::vector<std::string> parts = split_list(at);
  const bool are_numbers = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
    return parse_number<double>(part).has_value();
  });
  if (are_numbers) throw SpecError(fmt::format("--at {0}: write --at '[[{0}]]'", at));
}

ExitCode eval(const EvalFlags& flags) {
  check_at(flags.at);
  const GivenSpace given = read_space(flags.space);
  for (const std::string& warning : given.warnings) print_warning(warning);
  const Objective objective = make_objective(flags.objective, given.space);
  const std::string name = canonical_objective(flags.objective);
  const std::uint64_t seed = parse_count("--seed", flags.seed, 0, kLargestSeed);
  const auto last = static_cast<std::uint64_t>(objective.max_step());
  const std::uint64_t step = flags.step.empty() ? last : parse_count("--step", flags.step, 1, last);
  const Stream noise = Stream(seed).child(name).child("noise");
  List values;
  for (const Point& point : read_points(read_json_argument(flags.at), objective.space())) {
    values.push_back(
        objective.loss(point.values, static_cast<int>(step), noise.child(values.size())));
  }
  if (flags.json) {
    print_json(Map{
        {"objective", name}, {"values", values}, {"optimum", optimum_json(objective.optimum())}});
  } else {
    for (const Value& value : values) print_json(value);
  }
  return kDone;
}

}  // namespace

Action add_eval(Flags& flags) {
  const auto given = std::make_shared<EvalFlags>();
  flags.required("OBJECTIVE", given->objective, "a name with options, or an expression");
  flags.required(
      "--at", given->at,
      "points as JSON: in place, in a file, or - for the standard input; rows in the "
      "objective's order (a category is its index), or configurations. Rows are computed "
      "as they are, also outside of the space and between its grid; configurations "
      "have to be of the space");
  add_space_flags(flags, given->space);
  flags.optional("--seed", given->seed, "of the noise, for objectives that have some");
  flags.optional("--step", given->step, "of the learning curve; the last one if left out");
  flags.toggle("--json", given->json, "print JSON, with the known optimum");
  flags.examples(
      "Examples:\n"
      "  sweep-bench eval branin --at '[[3.14159, 2.275]]' --json\n"
      "  sweep-bench eval 'curve?of=ackley(dim=3)' --at '[[0, 1, 2]]' --step 9\n"
      "  sweep-bench eval 'x**2' --param 'x={min: 0, max: 1.0}' --at '[{\"x\": 0.5}]'\n"
      "  sweep-bench eval --param 'x={min: 0, max: 1.0}' --at '[[0.5]]' -- '-x**2'\n"
      "An expression that begins with a minus comes last, after --.");
  return [given] { return eval(*given); };
}

}  // namespace sweep
