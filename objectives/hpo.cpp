#include "objectives/hpo.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "objectives/functions/common.hpp"

namespace sweep {
namespace {

constexpr std::size_t kSgd = 1;

// The place of each parameter in a point.
constexpr std::size_t kLr = 0;
constexpr std::size_t kBatch = 1;
constexpr std::size_t kOpt = 2;
constexpr std::size_t kLayers = 3;
constexpr std::size_t kDropout = 4;
constexpr std::size_t kWd = 5;
constexpr std::size_t kWidth = 6;
constexpr std::size_t kWarmup = 7;
constexpr std::size_t kSched = 8;
constexpr std::size_t kAct = 9;
constexpr std::size_t kBeta1 = 10;
constexpr std::size_t kSmooth = 11;

double on_lattice(double x, double q, double lo, double hi) {
  return std::clamp(q * std::nearbyint(x / q), lo, hi);
}

std::size_t category(double index, std::size_t size) {
  return static_cast<std::size_t>(on_lattice(index, 1, 0, static_cast<double>(size - 1)));
}

/// Saturates: a bend that is steep near 0 and flat far away.
double plateau(double z, double flatness) { return z / (1 + flatness * z); }

double layers_of(PointView x) { return on_lattice(x[kLayers], 1, 1, 8); }

struct OptimiserTraits {
  double log_lr;
  double offset;
  double slope;
  double curvature;
};
constexpr std::array<OptimiserTraits, 4> kOptimisers{
    {{-3.4, 0, .25, .35}, {-1.2, .03, .5, .8}, {-4.0, .06, .25, .45}, {-2.2, .10, .5, .2}}};

double hpo6(PointView x, double log_lr) {
  const OptimiserTraits& opt = kOptimisers[category(x[kOpt], kOptimisers.size())];
  const double b = std::log2(on_lattice(x[kBatch], 8, 8, 512)) - 5;
  const double layers = layers_of(x);
  const double p = x[kDropout];
  const double from_best =
      log_lr - (opt.log_lr + opt.slope * std::log10(2.0) * b - 0.10 * (layers - 3));
  const double best_p = 0.10 + 0.05 * (layers - 1);
  const double w = std::log10(x[kWd]) - (-5.5 - 2 * (p - 0.2));
  return opt.offset + plateau(opt.curvature * squared(from_best), 0.35) +
         0.30 * squared(std::max(0.0, from_best - 0.9)) + 0.020 * squared(layers - 3) +
         0.012 * squared(b) + 0.9 * squared(p - best_p) + 0.030 * plateau(squared(w), 0.1);
}

double hpo12(PointView x) {
  constexpr std::array kSchedOffset{0.0, .04, .02, .12};
  constexpr std::array kSchedWarmup{.08, .03, .15, 0.0};
  constexpr std::array kActOffset{.02, 0.0, .08};
  const double v = std::log2(on_lattice(x[kWidth], 16, 16, 1024));
  const std::size_t sched = category(x[kSched], kSchedOffset.size());
  return hpo6(x, std::log10(x[kLr]) + 0.15 * (v - 8)) +
         0.025 * squared(v - (8 - 0.35 * (layers_of(x) - 3))) + kSchedOffset[sched] +
         4 * squared(x[kWarmup] - kSchedWarmup[sched]) +
         kActOffset[category(x[kAct], kActOffset.size())] +
         0.06 * squared(-std::log10(1 - x[kBeta1]) - 1) +
         0.03 * squared(std::log10(x[kSmooth]) + 1);
}

double ruggedness(PointView x) {
  using std::numbers::pi;
  const double a = std::log10(x[kLr]) + 3.4;
  const double w = std::log10(x[kWd]) + 5.5;
  const double p = x[kDropout];
  const double waves = 2 - std::cos(2 * pi * 0.75 * (a + 0.5 * w)) -
                       std::cos(2 * pi * (3 * (p - 0.2) + 5 * (x[kWarmup] - 0.08)));
  const bool lured = category(x[kOpt], kOptimisers.size()) == kSgd;
  return 0.04 * waves - (lured ? 0.025 * std::exp(-squared((p - 0.5) / 0.2)) : 0);
}

Quantised log_steps(double q, double lo, double hi) {
  return Quantised{.base = LogUniform::between(lo, hi), .q = q, .integer = true};
}

std::vector<Parameter> hpo6_parameters() {
  return {{"lr", LogUniform::between(1e-6, 1)},
          {"batch", log_steps(8, 8, 512)},
          {"opt", Categorical({"adam", "sgd", "rmsprop", "lamb"})},
          {"layers", IntUniform{.lo = 1, .hi = 8}},
          {"dropout", Uniform{0, 0.9}},
          {"wd", LogUniform::between(1e-8, 0.1)}};
}

std::vector<Parameter> hpo12_parameters() {
  std::vector<Parameter> parameters = hpo6_parameters();
  parameters.push_back({"width", log_steps(16, 16, 1024)});
  parameters.push_back({"warmup", Uniform{0, 0.3}});
  parameters.push_back({"sched", Categorical({"cosine", "step", "linear", "constant"})});
  parameters.push_back({"act", Categorical({"relu", "gelu", "tanh"})});
  parameters.push_back({"beta1", Uniform{0.5, 0.999}});
  parameters.push_back({"smooth", LogUniform::between(1e-4, 0.5)});
  return parameters;
}

std::vector<double> hpo6_best() { return {std::pow(10, -3.4), 32, 0, 3, 0.2, std::pow(10, -5.5)}; }

}  // namespace

Hpo6::Hpo6() : space_(hpo6_parameters()) {}

double Hpo6::loss(PointView x, int, const Stream&) const { return hpo6(x, std::log10(x[kLr])); }

std::optional<Optimum> Hpo6::optimum() const { return Optimum{0, {Point{hpo6_best()}}}; }

Hpo12::Hpo12(Surface surface) : surface_(surface), space_(hpo12_parameters()) {}

double Hpo12::loss(PointView x, int, const Stream&) const {
  return hpo12(x) + (surface_ == Surface::rugged ? ruggedness(x) : 0);
}

std::optional<Optimum> Hpo12::optimum() const {
  std::vector<double> best = hpo6_best();
  best.insert(best.end(), {256, .08, 0, 1, .9, .1});
  return Optimum{0, {Point{best}}};
}

}  // namespace sweep
