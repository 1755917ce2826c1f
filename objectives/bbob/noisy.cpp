#include "objectives/bbob/noisy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "objectives/bbob/bbob.hpp"
#include "objectives/function.hpp"

namespace sweep {
namespace {

constexpr int kFirst = 101;
constexpr int kModels = 3;
constexpr double kAdded = 1.01e-8;  // above COCO's final target precision of 1e-8

/// What three functions in a row have in common.
struct Triple {
  int base;
  NoiseSeverity severity;
};

constexpr std::array<Triple, 10> kTriples = {{{1, NoiseSeverity::moderate},
                                              {8, NoiseSeverity::moderate},
                                              {1, NoiseSeverity::severe},
                                              {8, NoiseSeverity::severe},
                                              {7, NoiseSeverity::severe},
                                              {10, NoiseSeverity::severe},
                                              {14, NoiseSeverity::severe},
                                              {17, NoiseSeverity::severe},
                                              {19, NoiseSeverity::severe},
                                              {21, NoiseSeverity::severe}}};

const Triple& triple_of(int function) {
  assert(kFirst <= function && function < kFirst + kModels * static_cast<int>(kTriples.size()));
  return kTriples[static_cast<std::size_t>((function - kFirst) / kModels)];
}

NoiseModel model_of(const BbobProblem& problem) {
  const NoiseSeverity severity = triple_of(problem.function).severity;
  switch ((problem.function - kFirst) % kModels) {
    case 0:
      return gaussian_noise(severity);
    case 1:
      return uniform_noise(severity, problem.dimension);
    default:
      return cauchy_noise(severity);
  }
}

BbobInstance base_of(const BbobProblem& problem) {
  return BbobInstance({triple_of(problem.function).base, problem.dimension, problem.instance},
                      {.has_penalty = false,
                       .adds_f_opt = false,
                       .ellipsoid_condition = 1e4,
                       .griewank_factor = 1});
}

double penalty(PointView x) {
  double sum = 0;
  for (const double value : x) {
    const double beyond = std::max(0.0, std::abs(value) - 5);
    sum += beyond * beyond;
  }
  return 100 * sum;
}

std::vector<std::string> function_names() {
  constexpr std::array kModelNames = {"Gaussian", "uniform", "Cauchy"};
  std::vector<std::string> names;
  for (const auto& [base, severity] : kTriples) {
    const char* const strength = severity == NoiseSeverity::severe ? "severe" : "moderate";
    for (const char* model : kModelNames) {
      names.push_back(fmt::format("{}, {} {} noise", bbob_function_name(base), strength, model));
    }
  }
  return names;
}

}  // namespace

BbobNoisy::BbobNoisy(const BbobProblem& problem)
    : space_(box_space(cube(static_cast<std::size_t>(problem.dimension), -5, 5))),
      base_(base_of(problem)),
      model_(model_of(problem)) {}

double BbobNoisy::loss(PointView x, int, const Stream& noise) const {
  return noisy(base_.value(x), x, noise);
}

void BbobNoisy::losses(std::span<const double> rows, TrialId first, const Stream& noise,
                       std::span<double> out) const {
  base_.values(rows, out);
  const std::size_t width = space_.size();
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = noisy(out[i], rows.subspan(i * width, width), noise.child(first + i));
  }
}

// A name of its own, so that the option `noise` beside it draws other numbers.
double BbobNoisy::noisy(double g, PointView x, const Stream& noise) const {
  const Stream stream = noise.child("bbob-noisy");
  const double changed = std::visit([&](const auto& model) { return model(g, stream); }, model_);
  return changed + kAdded + base_.f_opt() + penalty(x);
}

double BbobNoisy::exact_loss(PointView x) const {
  return base_.value(x) + base_.f_opt() + penalty(x);
}

std::optional<Optimum> BbobNoisy::optimum() const {
  return Optimum{base_.best_value() + base_.f_opt(), {Point{base_.x_opt()}}};
}

std::string_view bbob_noisy_function_name(int function) {
  static const std::vector<std::string> names = function_names();
  return names.at(static_cast<std::size_t>(function - kFirst));
}

}  // namespace sweep
