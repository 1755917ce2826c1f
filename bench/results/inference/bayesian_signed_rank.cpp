#include "bench/results/inference/bayesian_signed_rank.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <vector>

namespace sweep {
namespace {

/// The prior's 0 and the differences, sorted, and which partners each of them has in which region.
struct SortedPairs {
  std::vector<double> values;
  std::size_t prior = 0;           // the place of the 0
  std::vector<std::size_t> left;   // values before this place are partners on the left
  std::vector<std::size_t> right;  // those from here on are partners on the right

  SortedPairs(std::span<const double> differences, double rope)
      : values(differences.begin(), differences.end()) {
    std::sort(values.begin(), values.end());
    const auto place = std::lower_bound(values.begin(), values.end(), 0.0);
    prior = static_cast<std::size_t>(place - values.begin());
    values.insert(place, 0.0);
    for (const double z : values) {
      const auto below = [&](double other) { return z + other < -2 * rope; };
      const auto not_above = [&](double other) { return !(z + other > 2 * rope); };
      left.push_back(places_while(below));
      right.push_back(places_while(not_above));
    }
  }

 private:
  template <class Holds>
  std::size_t places_while(Holds holds) const {
    const auto end = std::partition_point(values.begin(), values.end(), holds);
    return static_cast<std::size_t>(end - values.begin());
  }
};

// A number with density x^(shape - 1) exp(-x). The common shape is half the square of a normal one.
double gamma_draw(double shape, Stream& stream) {
  if (shape == 0.5) {
    const double z = stream.normal();
    return z * z / 2;
  }
  return boost::math::gamma_p_inv(shape, stream.uniform());
}

// Dirichlet weights but for their sum, as sums of all before each place.
void draw_weights(std::size_t prior, double prior_strength, Stream& stream,
                  std::vector<double>& sums) {
  for (std::size_t i = 0; i + 1 < sums.size(); ++i) {
    const double weight =
        i == prior ? gamma_draw(prior_strength, stream) : -std::log(stream.uniform());
    sums[i + 1] = sums[i] + weight;
  }
}

Posterior masses_of(const SortedPairs& pairs, std::span<const double> sums) {
  Posterior mass;
  for (std::size_t i = 0; i < pairs.values.size(); ++i) {
    const double weight = sums[i + 1] - sums[i];
    const double until_left = sums[pairs.left[i]];
    const double until_right = sums[pairs.right[i]];
    mass.left += weight * until_left;
    mass.rope += weight * (until_right - until_left);
    mass.right += weight * (sums.back() - until_right);
  }
  return mass;
}

void give_draw(const Posterior& mass, Posterior& won) {
  const double most = std::max({mass.left, mass.rope, mass.right});
  const int winners = (mass.left == most) + (mass.rope == most) + (mass.right == most);
  if (mass.left == most) won.left += 1.0 / winners;
  if (mass.rope == most) won.rope += 1.0 / winners;
  if (mass.right == most) won.right += 1.0 / winners;
}

}  // namespace

Posterior bayesian_signed_rank(std::span<const double> differences, double rope, Stream stream,
                               std::size_t draws, double prior_strength) {
  const SortedPairs pairs(differences, rope);
  std::vector<double> sums(pairs.values.size() + 1, 0.0);
  Posterior won;
  for (std::size_t i = 0; i < draws; ++i) {
    draw_weights(pairs.prior, prior_strength, stream, sums);
    give_draw(masses_of(pairs, sums), won);
  }
  const auto count = static_cast<double>(draws);
  return {won.left / count, won.rope / count, won.right / count};
}

}  // namespace sweep
