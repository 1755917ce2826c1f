#pragma once

#include <optional>
#include <utility>

#include "objectives/objective.hpp"

namespace sweep {

/// What an objective that wraps another one passes on unless it says otherwise.
class Wrapper {
 public:
  [[nodiscard]] const SearchSpace& space() const { return inner_.space(); }
  [[nodiscard]] double exact_loss(PointView x) const { return inner_.exact_loss(x); }
  [[nodiscard]] bool is_noisy() const { return inner_.is_noisy(); }
  [[nodiscard]] std::optional<Optimum> optimum() const { return inner_.optimum(); }
  [[nodiscard]] int max_step() const { return inner_.max_step(); }
  [[nodiscard]] bool has_costs() const { return inner_.has_costs(); }
  [[nodiscard]] double cost_seconds(PointView x, int step) const {
    return inner_.cost_seconds(x, step);
  }
  [[nodiscard]] bool defined_outside_domain() const { return inner_.defined_outside_domain(); }

 protected:
  explicit Wrapper(Objective inner) : inner_(std::move(inner)) {}
  [[nodiscard]] const Objective& inner() const { return inner_; }

 private:
  Objective inner_;
};

}  // namespace sweep
