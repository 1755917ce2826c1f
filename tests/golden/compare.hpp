#pragma once

#include <array>
#include <vector>

#include "algorithms/space/search_space.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// The one parameter of a case of distributions.json, "p", read as W&B's engine reads it.
SearchSpace vector_space(const Value& vector_case);
/// The same as the text of a file.
std::string vector_file(const Value& vector_case);

/// Where the case gives the cdf: at its quantiles or indices, then at its extra values.
std::vector<double> cdf_arguments(const Value& vector_case);

/// Checks values against the case's: exact for integers, categories and constants; relative 1e-12
/// for continuous and quantised kinds (beta 1e-9); where rounding decides, one step of q.
void expect_quantiles(const Value& vector_case, const List& values);
/// Checks the cdf at cdf_arguments(): absolute 1e-12, beta 1e-10.
void expect_cdf(const Value& vector_case, const std::vector<double>& values);

/// A value as YAML 1.1 text on one line; reads back the same, non-finite and small reals too.
std::string to_yaml(const Value& value);

/// Checks suggested configurations; reals to a relative 1e-12.
void expect_configurations(const Value& expected, const List& configurations);

/// What is said of a suggestion: success probability, predicted value, its deviation, expected
/// improvement.
using SuggestionNumbers = std::array<double, 4>;

/// Checks a suggestion of a bayes case of seeded.json. The point counts only where the two best
/// candidates are told apart (ei_gap > 1e-6) or it was drawn at random; its numbers then agree to a
/// relative 1e-4, or 5 % where repeated rows leave the optimiser to rounding (lml < -1e5).
void expect_bayes_suggestion(const Value& vector_case, const Value& configuration,
                             const SuggestionNumbers& numbers);
/// Whether its point is drawn at random, for want of a model or by its verdict.
bool is_random_suggestion(const Value& vector_case);

}  // namespace sweep
