#pragma once

#include <optional>
#include <string_view>
#include <tuple>

#include "algorithms/schedule/scheduler.hpp"

namespace sweep {

/// Every trial runs to its end.
class NoScheduler {
 public:
  static constexpr std::string_view kName = "none";
  static constexpr std::string_view kSummary = "every trial runs to its end";
  static constexpr std::string_view kSource = "the plain loop";

  struct Options {
    static constexpr auto fields() { return std::tuple{}; }
  };

  NoScheduler(const ScheduleTask& task, const Options&) : max_step_(task.max_step) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh) const {
    return fresh ? Order(Start{max_step_}) : Order(Wait{});
  }
  [[nodiscard]] static Decision report(TrialId, int, double) { return {}; }
  static void ended(TrialId, TrialState) {}

 private:
  int max_step_;
};

}  // namespace sweep
