#pragma once

#include <cstdint>

namespace sweep {

/// What a cell's budget counts.
enum class BudgetUnit : std::uint8_t { trials, steps };

/// What a cell may still begin.
///
/// Counted in trials, or in steps: then `trials` x `max_step` of them, and a scheduler that stops
/// trials early can begin more. A job takes its steps when it is ordered and gives back those that
/// a scheduler spares. What has begun can always end, also beyond the budget: many workers on a
/// small one may be busy with promoted trials for several times as long.
class Budget {
 public:
  Budget(BudgetUnit unit, std::uint64_t trials, int max_step)
      : unit_(unit),
        left_(trials * (unit == BudgetUnit::trials ? 1 : static_cast<std::uint64_t>(max_step))) {}

  [[nodiscard]] bool is_open() const { return left_ > 0; }
  void begin_trial() {
    if (unit_ == BudgetUnit::trials) --left_;
  }
  void take_steps(int steps) {
    if (unit_ == BudgetUnit::trials) return;
    const auto count = static_cast<std::uint64_t>(steps);
    overdrawn_ += count > left_ ? count - left_ : 0;
    left_ -= count > left_ ? left_ : count;
  }
  void give_back(int steps) {
    if (unit_ == BudgetUnit::trials) return;
    const auto count = static_cast<std::uint64_t>(steps);
    const std::uint64_t repaid = count < overdrawn_ ? count : overdrawn_;
    overdrawn_ -= repaid;
    left_ += count - repaid;
  }

 private:
  BudgetUnit unit_;
  std::uint64_t left_;
  std::uint64_t overdrawn_ = 0;  // by jobs that needed more than what was left
};

}  // namespace sweep
