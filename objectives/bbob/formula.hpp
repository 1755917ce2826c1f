#pragma once

#include <cassert>
#include <memory>
#include <utility>
#include <vector>

#include "objectives/bbob/coordinates.hpp"
#include "objectives/bbob/setting.hpp"
#include "objectives/bbob/transformations.hpp"

namespace sweep::detail {

/// A function of an instance, for one point or for kLanes of them.
class BbobFormula {
 public:
  BbobFormula() = default;
  BbobFormula(const BbobFormula&) = delete;
  BbobFormula& operator=(const BbobFormula&) = delete;
  virtual ~BbobFormula() = default;
  [[nodiscard]] virtual double value(const Coordinates<double>& x) const = 0;
  [[nodiscard]] virtual Pack value(const Coordinates<Pack>& x) const = 0;
};

/// What all functions have, and d = x - x_opt.
struct BbobBase {
  BbobBase(const BbobSetting& setting, std::vector<double> best)
      : best_point(std::move(best)),
        x_opt(best_point),
        f_opt(setting.variant.adds_f_opt ? setting.f_opt : 0),
        has_penalty(setting.variant.has_penalty) {}

  template <class Real>
  Coordinates<Real> distance(const Coordinates<Real>& x) const {
    return map(x, [&](auto at) { return x[at] - x_opt[at]; });
  }
  template <class Real>
  Real penalty(const Coordinates<Real>& x) const {
    return has_penalty ? distance_outside(x) : Real(0);
  }

  std::vector<double> best_point;
  Row x_opt;
  double f_opt;
  bool has_penalty;
};

/// A function F has a constructor from a BbobSetting, derives from BbobBase, and has
///   template <class Real> Real operator()(const Coordinates<Real>& x) const;
template <class F>
class FormulaOf final : public BbobFormula {
 public:
  explicit FormulaOf(const BbobSetting& setting) : function_(setting) {}
  [[nodiscard]] double value(const Coordinates<double>& x) const override { return function_(x); }
  [[nodiscard]] Pack value(const Coordinates<Pack>& x) const override { return function_(x); }
  [[nodiscard]] const F& function() const { return function_; }

 private:
  F function_;
};

/// A formula with the best point that COCO reports.
struct BuiltFormula {
  std::shared_ptr<const BbobFormula> formula;
  std::vector<double> x_opt;
};

template <class F>
BuiltFormula build(const BbobSetting& setting) {
  auto formula = std::make_shared<const FormulaOf<F>>(setting);
  return {formula, formula->function().best_point};
}

/// The function of the setting, which is among consecutive ones that begin with f`First`.
template <int First, class... Functions>
BuiltFormula build_one_of(const BbobSetting& setting) {
  constexpr BuiltFormula (*kBuilders[])(const BbobSetting&) = {build<Functions>...};
  const int place = setting.function - First;
  assert(0 <= place && place < static_cast<int>(sizeof...(Functions)));
  return kBuilders[place](setting);
}

// The groups of the suite, a source each; every one builds its own functions.
BuiltFormula build_separable(const BbobSetting& setting);          // f1 .. f5
BuiltFormula build_moderate(const BbobSetting& setting);           // f6 .. f9
BuiltFormula build_ill_conditioned(const BbobSetting& setting);    // f10 .. f14
BuiltFormula build_multi_modal(const BbobSetting& setting);        // f15 .. f19
BuiltFormula build_weakly_structured(const BbobSetting& setting);  // f20, f23, f24
BuiltFormula build_gallagher(const BbobSetting& setting);          // f21, f22

}  // namespace sweep::detail
