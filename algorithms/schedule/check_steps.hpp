#pragma once

namespace sweep {

/// When Optuna's pruners look at a trial: at its first report at or after each of the steps warmup,
/// warmup + interval, warmup + 2*interval, .. `step_before` is that of its report before, -1 if
/// there is none.
struct CheckSteps {
  int warmup = 0;
  int interval = 1;

  [[nodiscard]] bool contains(int step, int step_before) const {
    if (step < warmup) return false;
    return step_before < (step - warmup) / interval * interval + warmup;
  }
};

}  // namespace sweep
