#include "bench/results/inference/bayesian_signed_rank.hpp"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstdint>

namespace sweep {
namespace {

/// One number for each of some draws, which are taken together: what is done to all of them at once
/// is vector arithmetic.
constexpr std::size_t kLanes = 8;
using Lanes = std::array<double, kLanes>;

/// The prior's 0 and the differences, sorted, and which partners each of them has in which region.
struct SortedPairs {
  std::vector<double> values;
  std::size_t prior = 0;             // the place of the 0
  std::vector<std::uint32_t> left;   // values before this place are partners on the left
  std::vector<std::uint32_t> right;  // those from here on are partners on the right

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
  std::uint32_t places_while(Holds holds) const {
    const auto end = std::partition_point(values.begin(), values.end(), holds);
    return static_cast<std::uint32_t>(end - values.begin());
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

/// Draws Dirichlet weights, but for their sums: of the prior, and of each place among differences.
/// Each has a stream of its own, so that weights do not depend on how many places there are.
class WeightDraws {
 public:
  WeightDraws(std::size_t places, double prior_strength, const Stream& stream)
      : strength_(prior_strength), prior_stream_(stream.child("prior")) {
    streams_.reserve(places);
    for (std::size_t k = 0; k < places; ++k) streams_.push_back(stream.child(k));
    weights_.resize(places);
  }

  void next() {
    for (double& weight : prior_) weight = gamma_draw(strength_, prior_stream_);
    for (std::size_t k = 0; k < weights_.size(); ++k) {
      for (double& weight : weights_[k]) weight = -std::log(streams_[k].uniform());
    }
  }
  [[nodiscard]] const Lanes& of_prior() const { return prior_; }
  [[nodiscard]] const Lanes& of_difference(std::size_t k) const { return weights_[k]; }

 private:
  double strength_;
  Stream prior_stream_;
  std::vector<Stream> streams_;
  Lanes prior_ = {};
  std::vector<Lanes> weights_;
};

/// The masses of a sample in some draws: on the left, and on the left or within the region.
struct Masses {
  Lanes left = {};
  Lanes not_right = {};
  Lanes all = {};
};

/// Takes the draws of one sample.
class SampleDraws {
 public:
  SampleDraws(std::span<const double> differences, double rope)
      : pairs_(differences, rope), sums_(pairs_.values.size() + 1) {}

  void take(const WeightDraws& draws, std::size_t count) {
    const Masses masses = masses_of(draws);
    for (std::size_t lane = 0; lane < count; ++lane) {
      give_draw(masses.left[lane], masses.not_right[lane] - masses.left[lane],
                masses.all[lane] - masses.not_right[lane]);
    }
  }
  [[nodiscard]] Posterior posterior(std::size_t draws) const {
    const auto count = static_cast<double>(draws);
    return {won_.left / count, won_.rope / count, won_.right / count};
  }

 private:
  [[nodiscard]] const Lanes& weight_of(const WeightDraws& draws, std::size_t i) const {
    if (i == pairs_.prior) return draws.of_prior();
    return draws.of_difference(i < pairs_.prior ? i : i - 1);
  }

  Masses masses_of(const WeightDraws& draws) {
    const std::size_t values = pairs_.values.size();
    for (std::size_t i = 0; i < values; ++i) {
      const Lanes& weight = weight_of(draws, i);
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        sums_[i + 1][lane] = sums_[i][lane] + weight[lane];
      }
    }
    Masses masses;
    for (std::size_t i = 0; i < values; ++i) add_partners(weight_of(draws, i), i, masses);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      masses.all[lane] = sums_[values][lane] * sums_[values][lane];
    }
    return masses;
  }

  void add_partners(const Lanes& weight, std::size_t i, Masses& masses) const {
    const Lanes& until_left = sums_[pairs_.left[i]];
    const Lanes& until_right = sums_[pairs_.right[i]];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      masses.left[lane] += weight[lane] * until_left[lane];
      masses.not_right[lane] += weight[lane] * until_right[lane];
    }
  }

  void give_draw(double left, double rope, double right) {
    const double most = std::max({left, rope, right});
    const int winners = (left == most) + (rope == most) + (right == most);
    if (left == most) won_.left += 1.0 / winners;
    if (rope == most) won_.rope += 1.0 / winners;
    if (right == most) won_.right += 1.0 / winners;
  }

  SortedPairs pairs_;
  std::vector<Lanes> sums_;  // of all weights before each place
  Posterior won_;
};

}  // namespace

std::vector<Posterior> bayesian_signed_ranks(std::span<const std::vector<double>> samples,
                                             double rope, const Stream& stream, std::size_t draws,
                                             double prior_strength) {
  std::vector<SampleDraws> taking;
  taking.reserve(samples.size());
  std::size_t places = 0;
  for (const std::vector<double>& differences : samples) {
    taking.emplace_back(differences, rope);
    places = std::max(places, differences.size());
  }
  WeightDraws weights(places, prior_strength, stream);
  for (std::size_t done = 0; done < draws; done += kLanes) {
    weights.next();
    for (SampleDraws& sample : taking) sample.take(weights, std::min(kLanes, draws - done));
  }
  std::vector<Posterior> posteriors;
  posteriors.reserve(taking.size());
  for (const SampleDraws& sample : taking) posteriors.push_back(sample.posterior(draws));
  return posteriors;
}

Posterior bayesian_signed_rank(std::span<const double> differences, double rope,
                               const Stream& stream, std::size_t draws, double prior_strength) {
  const std::vector<double> sample(differences.begin(), differences.end());
  return bayesian_signed_ranks({&sample, 1}, rope, stream, draws, prior_strength).front();
}

}  // namespace sweep
