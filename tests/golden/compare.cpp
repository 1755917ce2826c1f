#include "tests/golden/compare.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/config/sweep_config.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep {
namespace {

bool is_beta(const Value& vector_case) {
  return as_text(at(vector_case, "type")).find("beta") != std::string::npos;
}

// Non-finite numbers are texts in numeric results; as Values they are reals.
Value as_result(const Value& value, const Distribution& distribution) {
  const bool is_numeric = kind(distribution) == Kind::integer || kind(distribution) == Kind::real;
  return is_numeric && value.as<std::string>() ? Value(as_real(value)) : value;
}

bool is_close(double a, double b, double relative) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

// What may be missed by one step: r/q within 1e-9 of a half, except for q_uniform, which is exact.
bool rounding_decides(const Distribution& distribution, double u) {
  const auto* quantised = std::get_if<Quantised>(&distribution);
  if (!quantised || std::holds_alternative<Uniform>(quantised->base)) return false;
  const double r = std::visit([u](const auto& d) { return d.quantile(u); }, quantised->base);
  const double ratio = r / quantised->q;
  return std::abs(ratio - std::floor(ratio) - 0.5) <= 1e-9;
}

bool same_type(const Value& a, const Value& b) { return a.data.index() == b.data.index(); }

bool is_quantile(const Distribution& distribution, double u, const Value& expected,
                 const Value& got, double relative) {
  if (!same_type(expected, got)) return false;
  if (kind(distribution) != Kind::real && !std::holds_alternative<Quantised>(distribution)) {
    return to_json(expected) == to_json(got);
  }
  if (is_close(number(expected), number(got), relative)) return true;
  const auto* quantised = std::get_if<Quantised>(&distribution);
  return rounding_decides(distribution, u) &&
         std::abs(number(expected) - number(got)) <= 1.000001 * quantised->q;
}

bool same_configuration(const Value& expected, const Value& got) {
  const bool is_special = expected.as<double>() && !std::isfinite(number(expected));
  if (is_special && got.as<std::string>()) return to_json(expected) == to_json(got);
  if (!same_type(expected, got)) return false;
  if (expected.as<double>()) return is_close(number(expected), number(got), 1e-12);
  const auto* expected_map = expected.as<Map>();
  if (!expected_map) return canonical(expected) == canonical(got);
  const auto* got_map = got.as<Map>();
  return std::all_of(expected_map->begin(), expected_map->end(), [&](const Entry& entry) {
    const Value* other = find(*got_map, as_text(entry.key));
    return expected_map->size() == got_map->size() && other &&
           same_configuration(entry.value, *other);
  });
}

// YAML 1.1 wants a dot before an exponent.
std::string yaml_real(double x) {
  if (std::isnan(x)) return ".nan";
  if (std::isinf(x)) return x > 0 ? ".inf" : "-.inf";
  std::string text = format_real(x);
  if (text.find('.') == std::string::npos) text.insert(text.find('e'), ".0");
  return text;
}

}  // namespace

std::string to_yaml(const Value& value) {
  std::string text;
  if (const auto* list = value.as<List>()) {
    for (const Value& item : *list) text += (text.empty() ? "" : ", ") + to_yaml(item);
    return "[" + text + "]";
  }
  if (const auto* map = value.as<Map>()) {
    for (const Entry& entry : *map) {
      text += (text.empty() ? "" : ", ") + to_yaml(entry.key) + ": " + to_yaml(entry.value);
    }
    return "{" + text + "}";
  }
  return value.as<double>() ? yaml_real(number(value)) : to_json(value);
}

std::string vector_file(const Value& vector_case) {
  return to_yaml(Map{{"parameters", Map{{"p", at(vector_case, "param")}}}});
}

SearchSpace vector_space(const Value& vector_case) {
  const ReadOptions options{"vector.yaml", Behaviour::as_wandb, true};
  return *read_sweep(vector_file(vector_case), options).space;
}

std::vector<double> cdf_arguments(const Value& vector_case) {
  if (has(vector_case, "cdf_index")) return as_reals(at(vector_case, "cdf_index"));
  if (!has(vector_case, "cdf")) return {};
  std::vector<double> arguments = as_reals(at(vector_case, "ppf"));
  const std::vector<double> extra = as_reals(at(vector_case, "x_extra"));
  arguments.insert(arguments.end(), extra.begin(), extra.end());
  return arguments;
}

void expect_quantiles(const Value& vector_case, const List& values) {
  const SearchSpace space = vector_space(vector_case);
  const Distribution& distribution = space[0].distribution;
  const std::vector<double> u = as_reals(at(vector_case, "u"));
  const List& expected = as_list(at(vector_case, "ppf"));
  ASSERT_EQ(values.size(), u.size());
  for (std::size_t i = 0; i < u.size(); ++i) {
    const Value wanted = as_result(expected[i], distribution);
    const Value got = as_result(values[i], distribution);
    EXPECT_TRUE(is_quantile(distribution, u[i], wanted, got, is_beta(vector_case) ? 1e-9 : 1e-12))
        << as_text(at(vector_case, "id")) << " at " << u[i] << ": " << to_json(wanted)
        << " but got " << to_json(got);
  }
}

void expect_cdf(const Value& vector_case, const std::vector<double>& values) {
  if (!has(vector_case, "cdf")) return;
  std::vector<double> expected = as_reals(at(vector_case, "cdf"));
  if (has(vector_case, "cdf_extra")) {
    const std::vector<double> extra = as_reals(at(vector_case, "cdf_extra"));
    expected.insert(expected.end(), extra.begin(), extra.end());
  }
  ASSERT_EQ(values.size(), expected.size());
  const double tolerance = is_beta(vector_case) ? 1e-10 : 1e-12;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const bool both_nan = std::isnan(expected[i]) && std::isnan(values[i]);
    EXPECT_TRUE(both_nan || std::abs(expected[i] - values[i]) <= tolerance)
        << as_text(at(vector_case, "id")) << " at entry " << i << ": " << expected[i] << " but got "
        << values[i];
  }
}

void expect_configurations(const Value& expected, const List& configurations) {
  const List& wanted = as_list(expected);
  ASSERT_EQ(configurations.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_TRUE(same_configuration(wanted[i], configurations[i]))
        << "suggestion " << i << ": " << to_json(wanted[i]) << " but got "
        << to_json(configurations[i]);
  }
}

bool is_random_suggestion(const Value& vector_case) {
  return !has(vector_case, "lml") || as_bool(at(vector_case, "fell_back_to_random"));
}

void expect_bayes_suggestion(const Value& vector_case, const Value& configuration,
                             const SuggestionNumbers& numbers) {
  const bool has_model = has(vector_case, "lml");
  const bool is_random = is_random_suggestion(vector_case);
  if (!is_random && as_real(at(vector_case, "ei_gap")) <= 1e-6) return;
  expect_configurations(List{at(vector_case, "suggestion")}, {configuration});
  const char* const kNames[] = {"success_probability", "predicted_value", "predicted_value_std_dev",
                                "expected_improvement"};
  const bool is_wild = has_model && as_real(at(vector_case, "lml")) < -1e5;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const double expected = as_real(at(vector_case, kNames[i]));
    // Numbers near 0, of which only the difference to others counts, agree absolutely.
    const bool agrees = is_close(expected, numbers[i], is_wild ? 0.05 : 1e-4) ||
                        std::abs(expected - numbers[i]) <= 1e-9;
    EXPECT_TRUE(agrees) << kNames[i] << " " << expected << " but got " << numbers[i];
  }
}

}  // namespace sweep
