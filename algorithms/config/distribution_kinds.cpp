#include "algorithms/config/distribution_kinds.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace sweep {
namespace {

bool are_probabilities(const Node& node) {
  const auto holds = [](const Node& item) { return kZeroOrAbove.holds(item); };
  return node.list() && !node.list()->empty() &&
         std::all_of(node.list()->begin(), node.list()->end(), holds);
}

const ValueRule kProbabilities{are_probabilities, "a list of numbers >= 0", {}};

const KeyRule kConstantKeys[] = {{"value", &kAnything, true}};
const KeyRule kCategoricalKeys[] = {{"values", &kFilledList, true}};
const KeyRule kWeightedKeys[] = {{"values", &kFilledList, true},
                                 {"probabilities", &kProbabilities, true}};
const KeyRule kIntegerKeys[] = {{"min", &kInteger, true}, {"max", &kInteger, true}};
const KeyRule kRangeKeys[] = {{"min", &kNumber, true}, {"max", &kNumber, true}};
const KeyRule kQRangeKeys[] = {
    {"min", &kNumber, true}, {"max", &kNumber, true}, {"q", &kAboveZero}};
const KeyRule kLogKeys[] = {{"min", &kAboveZero, true}, {"max", &kNumber, true}};
const KeyRule kQLogKeys[] = {
    {"min", &kAboveZero, true}, {"max", &kNumber, true}, {"q", &kAboveZero}};
const KeyRule kNormalKeys[] = {{"mu", &kNumber}, {"sigma", &kZeroOrAbove}};
const KeyRule kQNormalKeys[] = {{"mu", &kNumber}, {"sigma", &kZeroOrAbove}, {"q", &kAboveZero}};
const KeyRule kBetaKeys[] = {{"a", &kZeroOrAbove}, {"b", &kZeroOrAbove}};
const KeyRule kQBetaKeys[] = {{"a", &kZeroOrAbove}, {"b", &kZeroOrAbove}, {"q", &kAboveZero}};
const KeyRule kZeroOrKeys[] = {{"p", &kNumber, true}, {"inner", &kFilledMap, true}};

using Fields = ParameterFields;

// Whole numbers up to this one are exact doubles.
constexpr double kLargestExact = 0x1p52;

double number_or(const Fields& fields, std::string_view key, double fallback) {
  return number(fields.map, key).value_or(fallback);
}
double min(const Fields& fields) { return number_or(fields, "min", 0); }
double max(const Fields& fields) { return number_or(fields, "max", 0); }

bool is_integer(const Fields& fields, std::string_view key) {
  const NodeEntry* entry = find(fields.map, key);
  return entry && entry->value.as<std::int64_t>();
}

Distribution constant(const Fields& fields) {
  return Constant{to_value(find(fields.map, "value")->value)};
}

List values(const Fields& fields) {
  Value list = to_value(find(fields.map, "values")->value);
  return std::get<List>(std::move(list.data));
}

Distribution categorical(const Fields& fields) {
  return Categorical(values(fields), {}, fields.behaviour);
}

Distribution weighted(const Fields& fields) {
  std::vector<double> probabilities;
  for (const Node& item : *find(fields.map, "probabilities")->value.list()) {
    probabilities.push_back(*number(item));
  }
  return Categorical(values(fields), std::move(probabilities), fields.behaviour);
}

Distribution int_uniform(const Fields& fields) {
  return IntUniform{min(fields), max(fields), fields.behaviour};
}

Distribution int_log_uniform(const Fields& fields) {
  return IntLogUniform{min(fields), max(fields)};
}

Continuous uniform(const Fields& fields) { return Uniform{min(fields), max(fields)}; }

Continuous log_uniform(const Fields& fields) {
  return LogUniform::between(min(fields), max(fields), fields.behaviour);
}
Continuous log_uniform_exponents(const Fields& fields) {
  return LogUniform::between_logs(min(fields), max(fields), fields.behaviour);
}
Continuous inv_log_uniform(const Fields& fields) {
  return InvLogUniform::between(min(fields), max(fields), fields.behaviour);
}
Continuous inv_log_uniform_exponents(const Fields& fields) {
  return InvLogUniform::between_logs(min(fields), max(fields), fields.behaviour);
}

Continuous normal(const Fields& fields) {
  return Normal{number_or(fields, "mu", 0), number_or(fields, "sigma", 1)};
}
Continuous log_normal(const Fields& fields) {
  return LogNormal{number_or(fields, "mu", 0), number_or(fields, "sigma", 1)};
}
Continuous beta(const Fields& fields) {
  return Beta{number_or(fields, "a", 1), number_or(fields, "b", 1)};
}

template <Continuous (*base)(const Fields&)>
Distribution plain(const Fields& fields) {
  return std::visit([](auto d) { return Distribution(std::move(d)); }, base(fields));
}

/// Values are integers if q is written as one. The reference's grid search wants that of min and
/// max too.
template <Continuous (*base)(const Fields&)>
Distribution quantised(const Fields& fields) {
  const bool is_wandb_grid = fields.is_grid && fields.behaviour == Behaviour::as_wandb;
  const bool is_range_whole = is_integer(fields, "min") && is_integer(fields, "max");
  const bool is_whole = is_integer(fields, "q") && (!is_wandb_grid || is_range_whole);
  return Quantised{base(fields), number_or(fields, "q", 1), is_whole, fields.behaviour};
}

/// The multiple of q that draws from a range without one are rounded to.
Distribution nearest_multiple(const LogUniform& range, double q, bool is_whole) {
  const double multiple = std::nearbyint(std::exp((range.log_lo + range.log_hi) / 2) / q) * q;
  return Constant{is_whole ? Value(static_cast<std::int64_t>(multiple)) : Value(multiple)};
}

/// The retired kind by exponents, which users took for the limits themselves: exp(256) is beyond
/// any lattice of q, and between exp(0.0001) and exp(0.1) there is no integer. Corrected, the range
/// ends where multiples of q are exact; above that, q makes no difference.
Distribution quantised_exponents(const Fields& fields) {
  if (fields.behaviour == Behaviour::as_wandb) return quantised<log_uniform_exponents>(fields);
  const LogUniform base = std::get<LogUniform>(log_uniform_exponents(fields));
  const double q = number_or(fields, "q", 1);
  const double largest = kLargestExact * std::min(q, 1.0);
  if (base.lo >= largest) return base;
  if (std::ceil(base.lo / q) * q > base.hi)
    return nearest_multiple(base, q, is_integer(fields, "q"));
  const double log_hi = std::min(base.log_hi, std::log(largest));
  return Quantised{LogUniform::between_logs(base.log_lo, log_hi, fields.behaviour), q,
                   is_integer(fields, "q"), fields.behaviour};
}

constexpr bool kExtra = true;

const DistributionKind kKinds[] = {
    {"beta", kBetaKeys, plain<beta>},
    {"categorical", kCategoricalKeys, categorical},
    {"categorical_w_probabilities", kWeightedKeys, weighted},
    {"constant", kConstantKeys, constant},
    {"int_log_uniform_values", kIntegerKeys, int_log_uniform, "", kExtra},
    {"int_uniform", kIntegerKeys, int_uniform},
    {"inv_log_uniform", kRangeKeys, plain<inv_log_uniform_exponents>, "inv_log_uniform_values"},
    {"inv_log_uniform_values", kLogKeys, plain<inv_log_uniform>},
    {"log_normal", kNormalKeys, plain<log_normal>},
    {"log_uniform", kRangeKeys, plain<log_uniform_exponents>, "log_uniform_values"},
    {"log_uniform_values", kLogKeys, plain<log_uniform>},
    {"normal", kNormalKeys, plain<normal>},
    {"q_beta", kQBetaKeys, quantised<beta>},
    {"q_log_normal", kQNormalKeys, quantised<log_normal>},
    {"q_log_uniform", kQRangeKeys, quantised_exponents, "q_log_uniform_values"},
    {"q_log_uniform_values", kQLogKeys, quantised<log_uniform>},
    {"q_normal", kQNormalKeys, quantised<normal>},
    {"q_uniform", kQRangeKeys, quantised<uniform>},
    {"uniform", kRangeKeys, plain<uniform>},
    {"zero_or", kZeroOrKeys, nullptr, "", kExtra},
};

}  // namespace

std::span<const DistributionKind> distribution_kinds() { return kKinds; }

const DistributionKind* find_kind(std::string_view name, Behaviour behaviour) {
  for (const DistributionKind& kind : kKinds) {
    const bool is_hidden = kind.is_extra && behaviour == Behaviour::as_wandb;
    if (kind.name == name && !is_hidden) return &kind;
  }
  return nullptr;
}

}  // namespace sweep
