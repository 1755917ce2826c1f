#include "algorithms/config/space_text.hpp"

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include "algorithms/config/distribution_kinds.hpp"
#include "algorithms/config/flow_yaml.hpp"
#include "algorithms/config/yaml.hpp"

namespace sweep {
namespace {

constexpr const char* kParameters = "parameters";
constexpr const char* kCompat = "wandb-compat";
constexpr const char* kKindKey = "distribution";
constexpr const char* kInner = "inner";

/// A distribution as sweep files write it: the name of its kind, and its keys.
struct Written {
  std::string kind;
  Map keys;
};

Map range(Value lo, Value hi) { return {{"min", std::move(lo)}, {"max", std::move(hi)}}; }

// Whole numbers beyond 64 bits come from the largest one of them.
Value whole(double x) {
  constexpr double kPastEnd = 0x1p63;
  return x >= kPastEnd ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(x);
}

Written written(const Constant& d) { return {"constant", {{"value", d.value}}}; }

Written written(const Categorical& d) {
  Map keys{{"values", List(d.values())}};
  if (d.probabilities().empty()) return {"categorical", std::move(keys)};
  keys.push_back({"probabilities", List(d.probabilities().begin(), d.probabilities().end())});
  return {"categorical_w_probabilities", std::move(keys)};
}

Written written(const Uniform& d) { return {"uniform", range(d.lo, d.hi)}; }

// Limits that come from exponents would round on the way through the exponents of these limits.
Written written(const LogUniform& d) {
  const LogUniform again = LogUniform::between(d.lo, d.hi, d.behaviour);
  const bool has_limits = again.log_lo == d.log_lo && again.log_hi == d.log_hi;
  if (has_limits) return {"log_uniform_values", range(d.lo, d.hi)};
  return {"log_uniform", range(d.log_lo, d.log_hi)};
}

Written written(const InvLogUniform& d) {
  const LogUniform again = InvLogUniform::between(d.lo, d.hi, d.inverse.behaviour).inverse;
  const bool has_limits = again.log_lo == d.inverse.log_lo && again.log_hi == d.inverse.log_hi &&
                          again.lo == d.inverse.lo && again.hi == d.inverse.hi;
  if (has_limits) return {"inv_log_uniform_values", range(d.lo, d.hi)};
  return {"inv_log_uniform", range(d.inverse.log_lo, d.inverse.log_hi)};
}

Written written(const Normal& d) { return {"normal", {{"mu", d.mu}, {"sigma", d.sigma}}}; }
Written written(const LogNormal& d) { return {"log_normal", {{"mu", d.mu}, {"sigma", d.sigma}}}; }
Written written(const Beta& d) { return {"beta", {{"a", d.a}, {"b", d.b}}}; }

Written written(const Quantised& d) {
  Written base = std::visit([](const auto& continuous) { return written(continuous); }, d.base);
  base.keys.push_back({"q", d.integer ? whole(d.q) : Value(d.q)});
  return {"q_" + base.kind, std::move(base.keys)};
}

Written written(const IntUniform& d) { return {"int_uniform", range(whole(d.lo), whole(d.hi))}; }
Written written(const IntLogUniform& d) {
  return {"int_log_uniform_values", range(whole(d.lo), whole(d.hi))};
}

Map with_kind(Written written) {
  Map map{{kKindKey, written.kind}};
  for (Entry& entry : written.keys) map.push_back(std::move(entry));
  return map;
}

Written written(const ZeroOr& d) {
  Map inner = std::visit([](const auto& x) { return with_kind(written(x)); }, d.inner);
  return {"zero_or", {{"p", d.p}, {kInner, std::move(inner)}}};
}

[[noreturn]] void refuse(const std::string& file_name, Mark mark, const std::string& path,
                         const std::string& text) {
  throw ConfigError(file_name, {{mark, path, text}});
}

/// Reads the distributions of a text of space_text().
class SpaceReader {
 public:
  SpaceReader(Behaviour behaviour, const std::string& file_name)
      : behaviour_(behaviour), file_name_(file_name) {}

  Parameter parameter(const NodeEntry& entry) const {
    const auto* name = entry.key.as<std::string>();
    if (!name) refuse(file_name_, entry.key.mark, kParameters, "expected a name");
    return {*name, distribution(entry.value, *name)};
  }

 private:
  [[nodiscard]] Distribution distribution(const Node& map, const std::string& path) const {
    const std::string* name = text(map, kKindKey);
    // Corrected behaviour knows all kinds there are.
    const DistributionKind* kind = name ? find_kind(*name, Behaviour::corrected) : nullptr;
    if (!kind) refuse(file_name_, map.mark, path, "expected a distribution");
    check(map, path, *kind);
    if (kind->build) return kind->build({map, behaviour_, false});
    const Node& inner = find(map, kInner)->value;
    return zero_or(*number(map, "p"), distribution(inner, path), inner.mark, path);
  }

  void check(const Node& map, const std::string& path, const DistributionKind& kind) const {
    std::vector<KeyRule> keys(kind.keys.begin(), kind.keys.end());
    keys.push_back({kKindKey, &kText});
    Checker checker(Behaviour::corrected);
    if (!checker.section(map.mark, map, path, keys))
      throw ConfigError(file_name_, checker.errors());
  }

  [[nodiscard]] Distribution zero_or(double p, const Distribution& inner, Mark mark,
                                     const std::string& path) const {
    return std::visit(
        [&]<class D>(const D& d) -> Distribution {
          if constexpr (std::is_constructible_v<Numeric, const D&>) return ZeroOr{p, d};
          refuse(file_name_, mark, path, "expected a numeric distribution");
        },
        inner);
  }

  Behaviour behaviour_;
  const std::string& file_name_;
};

}  // namespace

std::string space_text(const SearchSpace& space) {
  Map parameters;
  for (const Parameter& parameter : space) {
    parameters.push_back(
        {parameter.name,
         std::visit([](const auto& d) { return with_kind(written(d)); }, parameter.distribution)});
  }
  Map document;
  if (space.behaviour() == Behaviour::as_wandb) document.push_back({kCompat, true});
  document.push_back({kParameters, std::move(parameters)});
  return flow_yaml(document);
}

SearchSpace read_space_text(std::string_view text, const std::string& file_name) {
  const Node root = read_yaml(text, file_name, ScalarRules::lenient).root;
  const NodeEntry* section = find(root, kParameters);
  const NodeMap* entries = section ? section->value.map() : nullptr;
  if (!entries) refuse(file_name, root.mark, "", "expected a space with parameters");
  const NodeEntry* compat = find(root, kCompat);
  const bool* is_compat = compat ? compat->value.as<bool>() : nullptr;
  const Behaviour behaviour = is_compat && *is_compat ? Behaviour::as_wandb : Behaviour::corrected;
  const SpaceReader reader(behaviour, file_name);
  std::vector<Parameter> parameters;
  for (const NodeEntry& entry : *entries) parameters.push_back(reader.parameter(entry));
  return SearchSpace(std::move(parameters), behaviour);
}

}  // namespace sweep
