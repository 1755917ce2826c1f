#include <cassert>
#include <cmath>

#include "objectives/bbob/formula.hpp"
#include "objectives/bbob/gallagher_peaks.hpp"
#include "objectives/bbob/matrix.hpp"
#include "objectives/bbob/raw.hpp"

namespace sweep::detail {
namespace {

/// f21 and f22, Gallagher's 101 and 21 peaks: T_osz(10 - g)^2 + f_pen, g the highest of
/// w_i exp(-(0.5/D) sum_j C_ij ((Q x)_j - (Q y_i)_j)^2). The exponential is taken once, of the
/// largest log(w_i / 10) - (0.5/D) sum_j ..., in whatever order the peaks are looked at.
class Gallagher : public BbobBase {
 public:
  explicit Gallagher(const BbobSetting& s) : Gallagher(s, gallagher_peaks(s)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const Real g = 10.0 * exp(largest_exponent(product(turn_, x)));
    const Real rippled = t_osz(10.0 - g);
    return rippled * rippled + penalty(x) + f_opt;
  }

 private:
  // Peaks are kept kLanes by kLanes, coordinate by coordinate; those left over have height 0.
  Gallagher(const BbobSetting& s, const GallagherPeaks& drawn)
      : BbobBase(s, drawn.x_opt),
        turn_(s.q()),
        fall_(-0.5 / s.dimension),
        groups_((drawn.peaks.size() + kLanes - 1) / kLanes, Group(s.dimension)) {
    for (std::size_t i = 0; i < drawn.peaks.size(); ++i) {
      Group& group = groups_[i / kLanes];
      const std::size_t lane = i % kLanes;
      group.height.lanes[lane] = std::log(drawn.peaks[i].height / 10);
      for (std::size_t j = 0; j < group.hill.size(); ++j) {
        group.hill[j].shape.lanes[lane] = drawn.peaks[i].shape[j];
        group.hill[j].centre.lanes[lane] = drawn.peaks[i].centre[j];
      }
    }
  }

  struct Hill {
    Pack shape;
    Pack centre;
  };
  struct Group {
    explicit Group(int dimension)
        : height(-kInfinity), hill(static_cast<std::size_t>(dimension), {0.0, 0.0}) {}
    Pack height;  // log(w / 10)
    std::vector<Hill> hill;
  };

  double largest_exponent(const Coordinates<double>& y) const {
    Pack largest = -kInfinity;
    for (const Group& group : groups_) {
      Pack far = 0.0;
      int j = 0;
      for (const Hill& hill : group.hill) {
        const Pack from = y[j++] - hill.centre;
        far += hill.shape * (from * from);
      }
      largest = larger(largest, group.height + fall_ * far);
    }
    double result = largest[0];
    for (int lane = 1; lane < kLanes; ++lane) result = larger(result, largest[lane]);
    return result;
  }

  Pack largest_exponent(const Coordinates<Pack>& y) const {
    Pack largest = -kInfinity;
    for (const Group& group : groups_) {
      Pack far[kLanes];
      for (Pack& sum : far) sum = 0.0;
      int j = 0;
      for (const Hill& hill : group.hill) {
        const Pack yj = y[j++];
        for (int lane = 0; lane < kLanes; ++lane) {
          const Pack from = yj - hill.centre[lane];
          far[lane] += hill.shape[lane] * (from * from);
        }
      }
      for (int lane = 0; lane < kLanes; ++lane) {
        largest = larger(largest, group.height[lane] + fall_ * far[lane]);
      }
    }
    return largest;
  }

  Matrix turn_;
  double fall_;
  std::vector<Group> groups_;
};

}  // namespace

BuiltFormula build_gallagher(const BbobSetting& setting) {
  assert(setting.function == 21 || setting.function == 22);
  return build<Gallagher>(setting);
}

}  // namespace sweep::detail
