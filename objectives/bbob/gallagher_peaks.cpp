#include "objectives/bbob/gallagher_peaks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sweep::detail {
namespace {

struct Family {
  int peaks;
  double width;            // centres are drawn from a box as wide
  double first_condition;  // of the highest peak
};

Family family_of(int function) {
  return function == 21 ? Family{101, 10, std::sqrt(1000.0)} : Family{21, 9.8, 1000};
}

/// The indices of n random numbers in the order of the numbers.
std::vector<int> random_order(std::int64_t seed, int n) {
  const std::vector<double> u = legacy_uniform(seed, n);
  std::vector<int> order(u.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return u[static_cast<std::size_t>(a)] < u[static_cast<std::size_t>(b)];
  });
  return order;
}

std::vector<double> conditions(const BbobSetting& setting, const Family& family) {
  std::vector<double> result{family.first_condition};
  for (const int rank : random_order(setting.seed, family.peaks - 1)) {
    result.push_back(std::pow(1000.0, static_cast<double>(rank) / (family.peaks - 2)));
  }
  return result;
}

std::vector<double> shape(const BbobSetting& setting, int peak, double condition) {
  std::vector<double> result;
  for (const int rank : random_order(setting.seed + std::int64_t{1000} * peak, setting.dimension)) {
    result.push_back(std::pow(condition, position(rank, setting.dimension) - 0.5));
  }
  return result;
}

std::vector<double> turned(const SquareMatrix& q, const std::vector<double>& x) {
  std::vector<double> y(x.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      y[i] += q(static_cast<int>(i), static_cast<int>(j)) * x[j];
    }
  }
  return y;
}

std::vector<double> scaled(std::vector<double> x, double factor) {
  for (double& v : x) v *= factor;
  return x;
}

}  // namespace

GallagherPeaks gallagher_peaks(const BbobSetting& setting) {
  const Family family = family_of(setting.function);
  const std::vector<double> condition = conditions(setting, family);
  const std::vector<double> u = legacy_uniform(setting.seed, setting.dimension * family.peaks);
  const SquareMatrix q = setting.q();
  const double shrink = setting.variant.spreads_optima ? 1 : 0.8;
  GallagherPeaks result;
  auto next = u.begin();
  for (int i = 0; i < family.peaks; ++i) {
    std::vector<double> centre(static_cast<std::size_t>(setting.dimension));
    for (double& v : centre) v = family.width * *next++ - family.width / 2;
    const double height =
        i == 0 ? 10 : static_cast<double>(i - 1) / (family.peaks - 2) * (9.1 - 1.1) + 1.1;
    if (i == 0) result.x_opt = scaled(centre, shrink);
    result.peaks.push_back({height, shape(setting, i, condition[static_cast<std::size_t>(i)]),
                            i == 0 ? scaled(turned(q, centre), shrink) : turned(q, centre)});
  }
  return result;
}

}  // namespace sweep::detail
