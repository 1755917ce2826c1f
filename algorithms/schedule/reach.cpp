#include "algorithms/schedule/reach.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "algorithms/text/text.hpp"
#include "algorithms/wandb/bands.hpp"

namespace sweep {
namespace {

/// An option that keeps a scheduler from looking at a trial before some step.
struct FirstLook {
  std::string_view scheduler;
  std::string_view option;
};

constexpr FirstLook kFirstLooks[] = {{"asha", "min_step"},         {"checked-asha", "min_step"},
                                     {"median", "n_warmup_steps"}, {"pasha", "min_step"},
                                     {"patience", "patience"},     {"percentile", "n_warmup_steps"},
                                     {"sha", "min_step"},          {"threshold", "n_warmup_steps"}};

std::optional<double> number_of(const Settings& options, std::string_view name) {
  const auto given = options.find(std::string(name));
  return given == options.end() ? std::nullopt : parse_number<double>(given->second);
}

// Takes 0 for nothing given, as the scheduler does.
EarlyTerminate rule_of(const Settings& options) {
  const auto above_zero = [&](std::string_view name) {
    const auto x = number_of(options, name);
    return x && *x > 0 ? x : std::nullopt;
  };
  EarlyTerminate rule;
  rule.min_iter = above_zero("min_iter");
  rule.max_iter = above_zero("max_iter");
  rule.s = above_zero("s");
  rule.eta = number_of(options, "eta").value_or(rule.eta);
  return rule;
}

std::string band_out_of_reach(const NamedOptions& scheduler, int max_step) {
  const EarlyTerminate rule = rule_of(scheduler.options);
  if (!rule.min_iter && !rule.max_iter) return "";  // bands by the length of a trial
  const double first = wandb_bands(rule).front();
  if (first < max_step) return "";
  return fmt::format("its first band is at step {:.0f}", first);
}

}  // namespace

std::string out_of_reach(const NamedOptions& scheduler, int max_step) {
  if (scheduler.name == "wandb-hyperband") return band_out_of_reach(scheduler, max_step);
  for (const FirstLook& look : kFirstLooks) {
    if (scheduler.name != look.scheduler) continue;
    const auto step = number_of(scheduler.options, look.option);
    if (!step || *step < max_step) continue;
    return fmt::format("{} is {}", look.option, *step);
  }
  return "";
}

std::string unused_options(const NamedOptions& scheduler) {
  if (scheduler.name != "wandb-hyperband") return "";
  const EarlyTerminate rule = rule_of(scheduler.options);
  if (rule.max_iter && rule.min_iter) return "min_iter is ignored beside max_iter";
  if (rule.s && rule.min_iter && !rule.max_iter) return "s is ignored without max_iter";
  return "";
}

}  // namespace sweep
