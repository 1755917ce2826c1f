#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/space/point.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// The lowest loss there is, and where. `points` may name some of them or none.
struct Optimum {
  double value;
  std::vector<Point> points;
};

/// What a type needs to be an objective: a space, and the loss of a point after a step (counted
/// from 1). Lower is better; NaN says that the evaluation failed. Everything is const and depends
/// on nothing but the arguments. `noise` is the trial's own stream.
template <class O>
concept ObjectiveLike = requires(const O& objective, PointView x, int step, const Stream& noise) {
  { objective.space() } -> std::convertible_to<const SearchSpace&>;
  { objective.loss(x, step, noise) } -> std::same_as<double>;
};

/// Holds any ObjectiveLike by value; copies share it. Abilities that a type may add:
///   std::optional<Optimum> optimum() const             known optimum; none if left out
///   int max_step() const                               length of its learning curve; 1 if left out
///   double cost_seconds(PointView, int step) const     simulated cost of a step; 1 if left out
///   bool has_costs() const                             for wrappers: whether the inner one has
///   bool defined_outside_domain() const                values outside the space make sense and are
///                                                      above the optimum; false if left out
///   void losses(rows, first, noise, out) const         many points at once, see below
///   double exact_loss(PointView x) const               the final loss without noise; if left out
///                                                      loss(x, max_step(), Stream(0))
///   bool is_noisy() const                              final losses may be others than exact_loss;
///                                                      false if left out
class Objective {
 public:
  template <class O>
  requires(!std::same_as<O, Objective> && ObjectiveLike<O>)
      Objective(O objective)  // NOLINT(google-explicit-constructor): any objective is one
      : self_(std::make_shared<const Holder<O>>(std::move(objective))) {}

  [[nodiscard]] const SearchSpace& space() const { return self_->space(); }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const {
    return self_->loss(x, step, noise);
  }
  /// The final losses of out.size() points, stored in `rows` one after the other. They belong to
  /// the trials first, first + 1, ...; `noise` is the parent of the trials' noise streams.
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const {
    self_->losses(rows, first, noise, out);
  }
  /// The final loss without noise, which is what the optimum is the lowest value of.
  [[nodiscard]] double exact_loss(PointView x) const { return self_->exact_loss(x); }
  /// False if a final loss is exact_loss() or, failed, NaN.
  [[nodiscard]] bool is_noisy() const { return self_->is_noisy(); }
  [[nodiscard]] std::optional<Optimum> optimum() const { return self_->optimum(); }
  [[nodiscard]] int max_step() const { return self_->max_step(); }
  [[nodiscard]] double cost_seconds(PointView x, int step) const {
    return self_->cost_seconds(x, step);
  }
  /// False if every step costs one second.
  [[nodiscard]] bool has_costs() const { return self_->has_costs(); }
  [[nodiscard]] bool defined_outside_domain() const { return self_->defined_outside_domain(); }

 private:
  struct Interface {
    virtual ~Interface() = default;
    virtual const SearchSpace& space() const = 0;
    virtual double loss(PointView x, int step, const Stream& noise) const = 0;
    virtual void losses(std::span<const double> rows, TrialId first, const Stream& noise,
                        std::span<double> out) const = 0;
    virtual double exact_loss(PointView x) const = 0;
    virtual bool is_noisy() const = 0;
    virtual std::optional<Optimum> optimum() const = 0;
    virtual int max_step() const = 0;
    virtual double cost_seconds(PointView x, int step) const = 0;
    virtual bool has_costs() const = 0;
    virtual bool defined_outside_domain() const = 0;
  };

  template <class O>
  struct Holder final : Interface {
    static constexpr bool kHasCosts = requires(const O& o, PointView x, int step) {
      o.cost_seconds(x, step);
    };

    explicit Holder(O o) : objective(std::move(o)) {}
    const SearchSpace& space() const override { return objective.space(); }
    double loss(PointView x, int step, const Stream& noise) const override {
      return objective.loss(x, step, noise);
    }
    void losses(std::span<const double> rows, TrialId first, const Stream& noise,
                std::span<double> out) const override {
      if constexpr (requires { objective.losses(rows, first, noise, out); }) {
        objective.losses(rows, first, noise, out);
      } else {
        const std::size_t width = space().size();
        for (std::size_t i = 0; i < out.size(); ++i) {
          out[i] = loss(rows.subspan(i * width, width), max_step(), noise.child(first + i));
        }
      }
    }
    double exact_loss(PointView x) const override {
      if constexpr (requires { objective.exact_loss(x); }) return objective.exact_loss(x);
      return loss(x, max_step(), Stream(0));
    }
    bool is_noisy() const override {
      if constexpr (requires { objective.is_noisy(); }) return objective.is_noisy();
      return false;
    }
    std::optional<Optimum> optimum() const override {
      if constexpr (requires { objective.optimum(); }) return objective.optimum();
      return std::nullopt;
    }
    int max_step() const override {
      if constexpr (requires { objective.max_step(); }) return objective.max_step();
      return 1;
    }
    double cost_seconds(PointView x, int step) const override {
      if constexpr (kHasCosts) return objective.cost_seconds(x, step);
      return 1;
    }
    bool has_costs() const override {
      if constexpr (requires { objective.has_costs(); }) return objective.has_costs();
      return kHasCosts;
    }
    bool defined_outside_domain() const override {
      if constexpr (requires { objective.defined_outside_domain(); }) {
        return objective.defined_outside_domain();
      }
      return false;
    }
    O objective;
  };

  std::shared_ptr<const Interface> self_;
};

}  // namespace sweep
