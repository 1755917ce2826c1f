#include "algorithms/config/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "algorithms/config/distribution_kinds.hpp"
#include "algorithms/config/parameter_hints.hpp"

namespace sweep {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// ^[A-Za-z_][A-Za-z0-9_.-]*$
bool is_parameter_name(std::string_view name) {
  const auto fits = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
  };
  return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), fits);
}

std::string name_of(const Node& key) {
  const auto* name = key.as<std::string>();
  return name ? *name : to_json(*key.scalar());
}

/// Which kind the keys speak for when `distribution` is not given.
std::string_view implied_kind(const Node& map) {
  const auto has = [&](std::string_view key) { return find(map, key) != nullptr; };
  if (has("value")) return "constant";
  if (has("values")) return has("probabilities") ? "categorical_w_probabilities" : "categorical";
  if (!has("min") && !has("max")) return "";
  const auto is_integer = [&](std::string_view key) {
    return has(key) && find(map, key)->value.as<std::int64_t>();
  };
  return is_integer("min") && is_integer("max") ? "int_uniform" : "uniform";
}

/// Where a parameter is: the keys that lead to it.
struct Place {
  std::string name;  // the keys joined with '/'
  std::string keys;  // the same, with kSlashInKey for a '/' inside a key

  [[nodiscard]] bool is_top() const { return keys.empty(); }
  [[nodiscard]] Place below(const std::string& key) const {
    std::string escaped = key;
    std::replace(escaped.begin(), escaped.end(), '/', kSlashInKey);
    return is_top() ? Place{key, escaped} : Place{name + "/" + key, keys + "/" + escaped};
  }
};

/// Reads one `parameters:` section.
class Reader {
 public:
  Reader(const ParameterRules& rules, Checker& checker) : rules_(rules), checker_(checker) {}

  void section(const NodeEntry& entry, const std::string& path, const Place& parent) {
    if (!checker_.value(entry.value, path, kFilledMap)) return;
    std::vector<const NodeEntry*> entries;
    for (const NodeEntry& item : *entry.value.map()) entries.push_back(&item);
    std::stable_sort(entries.begin(), entries.end(), [](const NodeEntry* a, const NodeEntry* b) {
      return name_of(a->key) < name_of(b->key);
    });
    for (const NodeEntry* item : entries) {
      const std::string item_path = path + "." + shown_key(item->key);
      check_name(item->key, item_path, !parent.is_top());
      parameter(*item, item_path, parent);
    }
  }

  std::vector<Parameter> take() { return std::move(parameters_); }

 private:
  void check_name(const Node& key, const std::string& path, bool is_nested) {
    constexpr const char* kPattern =
        "a parameter's name is a letter or _, then letters, digits, '_', '.', '-'";
    const auto* name = key.as<std::string>();
    if (!name) {
      // Quirk 36: W&B looks at text names only, and fails at the others when it builds the space.
      checker_.error_at_next(key.mark, path, "a parameter's name must be text; put it in quotes");
      return;
    }
    const bool is_impossible = name->empty() || name->find(kSlashInKey) != std::string::npos;
    const bool is_odd = !is_parameter_name(*name);
    const bool is_refused = is_odd && checker_.is_wandb() && (is_nested || !rules_.is_bare);
    if (is_impossible || is_refused) {
      checker_.error(key.mark, path, kPattern);
    } else if (is_odd && !checker_.is_wandb()) {
      checker_.warn(key.mark, path, std::string(kPattern) + std::string(kIgnoredByWandb));
    }
  }

  void parameter(const NodeEntry& entry, const std::string& path, const Place& parent) {
    const Place place = parent.below(name_of(entry.key));
    if (const NodeEntry* nested = find(entry.value, "parameters")) {
      if (entry.value.map()->size() > 1) {
        checker_.error(entry.key.mark, path, "parameters allows no other key beside it");
      } else {
        section(*nested, path + ".parameters", place);
      }
      return;
    }
    if (auto distribution = read_distribution(entry, path, !parent.is_top())) {
      const bool has_slash = place.keys != place.name;
      parameters_.push_back({unique_name(place.name), *std::move(distribution),
                             has_slash ? place.keys : std::string()});
    }
  }

  /// The name, in quotes for the second of `a/b` and `a: {parameters: {b: ..}}` in one file.
  [[nodiscard]] std::string unique_name(const std::string& name) {
    return names_.insert(name).second ? name : "\"" + name + "\"";
  }

  std::optional<Distribution> read_distribution(const NodeEntry& entry, const std::string& path,
                                                bool is_nested) {
    if (!is_map(entry.value, path)) return std::nullopt;
    const DistributionKind* kind = find_kind_of(entry, path, is_nested);
    if (!kind || !check_keys(entry, path, *kind)) return std::nullopt;
    auto distribution = build(entry, path, *kind);
    if (!distribution) return std::nullopt;
    const std::string wrong = problem_of(entry.value, *distribution, is_nested);
    const std::string exponents = exponents_text(entry.value, *kind);
    if (!wrong.empty()) {
      report_problem(entry.key.mark, path, wrong + (exponents.empty() ? "" : "; " + exponents),
                     is_nested);
    } else {
      check_grid(entry.key.mark, path, *distribution);
      if (!exponents.empty()) checker_.warn(entry.key.mark, path, exponents);
    }
    return distribution;
  }

  /// What is to be said of a retired kind; "" of others.
  [[nodiscard]] std::string exponents_text(const Node& map, const DistributionKind& kind) const {
    const auto min = number(map, "min");
    const auto max = number(map, "max");
    const bool is_old = !kind.replacement.empty() && checker_.knows_extras();
    return is_old && min && max ? old_kind_text(kind, *min, *max) : "";
  }

  bool is_map(const Node& value, const std::string& path) {
    if (value.map()) return true;
    checker_.error(value.mark, path,
                   fmt::format("expected a map, got {}{}", shown(value), map_hint(value)));
    return false;
  }

  const DistributionKind* find_kind_of(const NodeEntry& entry, const std::string& path,
                                       bool is_nested) {
    const NodeEntry* given = find(entry.value, "distribution");
    if (given && !checker_.value(given->value, path + ".distribution", kText)) return nullptr;
    const std::string_view name =
        given ? std::string_view(*given->value.as<std::string>()) : implied_kind(entry.value);
    if (name.empty() && !given) {
      checker_.error(entry.key.mark, path,
                     "expected value, values, min and max, parameters, or a distribution" +
                         kind_hint(entry.value));
      return nullptr;
    }
    const DistributionKind* kind = find_kind(name, checker_.behaviour());
    if (!kind) {
      checker_.error(given->value.mark, path, unknown_kind(name, checker_.behaviour()));
    } else if (!kind->replacement.empty() && !allows_old_kinds(is_nested)) {
      checker_.error(given->value.mark, path,
                     fmt::format("{} takes exponents as min and max and is retired; use {} with "
                                 "the limits themselves",
                                 name, kind->replacement));
      return nullptr;
    }
    return kind;
  }

  /// Quirk 33: W&B's check looks for the old kinds on the top level only.
  [[nodiscard]] bool allows_old_kinds(bool is_nested) const {
    return checker_.knows_extras() || is_nested || rules_.is_bare;
  }

  bool check_keys(const NodeEntry& entry, const std::string& path, const DistributionKind& kind) {
    std::vector<KeyRule> keys(kind.keys.begin(), kind.keys.end());
    keys.push_back({"distribution", &kText});
    const bool is_q_unknown = find(entry.value, "q") && !find(entry.value, "distribution") &&
                              find(entry.value, "min") && find(entry.value, "max");
    if (find(entry.value, "value") && find(entry.value, "values")) {
      checker_.error(entry.key.mark, path, "value and values exclude each other");
      return false;
    }
    if (!is_q_unknown) {
      if (says_zero_or(entry.value, path, kind)) return false;
      return checker_.section(entry.key.mark, entry.value, path, keys);
    }
    checker_.error(find(entry.value, "q")->key.mark, path,
                   "q needs a distribution with a q: q_uniform, q_log_uniform_values, ..");
    return false;
  }

  /// A logarithm has no 0; what to write who wants it.
  bool says_zero_or(const Node& map, const std::string& path, const DistributionKind& kind) {
    const NodeEntry* min = find(map, "min");
    const bool is_log = kind.name.find("log_uniform_values") != std::string_view::npos;
    if (!is_log || !min || number(min->value) != 0.0) return false;
    checker_.error(min->value.mark, path + ".min", zero_hint(map, kind.name, checker_.behaviour()));
    return true;
  }

  std::optional<Distribution> build(const NodeEntry& entry, const std::string& path,
                                    const DistributionKind& kind) {
    if (kind.build) return kind.build({entry.value, checker_.behaviour(), rules_.is_grid});
    const NodeEntry& inner_entry = *find(entry.value, "inner");
    const auto inner = read_distribution(inner_entry, path + ".inner", true);
    if (!inner) return std::nullopt;
    const double p = *number(entry.value, "p");
    return std::visit(
        [&]<class D>(const D& d) -> std::optional<Distribution> {
          if constexpr (std::is_constructible_v<Numeric, const D&>) return ZeroOr{p, d};
          checker_.error(inner_entry.key.mark, path + ".inner", "expected a numeric distribution");
          return std::nullopt;
        },
        *inner);
  }

  /// What is wrong with the numbers of a parameter whose keys are right.
  [[nodiscard]] std::string problem_of(const Node& map, const Distribution& distribution,
                                       bool is_nested) const {
    const auto min = number(map, "min");
    const auto max = number(map, "max");
    if (checker_.is_wandb()) {
      // Quirks 27, 37: a sigma of 0 and limits that are NaN or infinite pass.
      if (min && max && *min >= *max) return not_less(*min, *max);
      const auto* categorical = std::get_if<Categorical>(&distribution);
      if (!categorical) return "";
      // Quirk 33: nested probabilities are not looked at; neither are those of a bare section.
      // Quirk 26: where they are more than the values, some draws fail.
      const bool is_free = is_nested || rules_.is_bare;
      const bool is_short = categorical->values().size() < categorical->probabilities().size();
      return is_free && !is_short ? "" : problem(distribution);
    }
    const std::string range = min && max ? range_problem(*min, *max) : "";
    return range.empty() ? problem(distribution) : range;
  }

  static std::string not_less(double min, double max) {
    return fmt::format("min {} is not less than max {}", min, max);
  }

  /// Quirk 33: W&B meets a wrong nested range only when it builds the space.
  void report_problem(Mark mark, const std::string& path, const std::string& text, bool is_nested) {
    if (is_nested && !rules_.is_bare) {
      checker_.error_at_next(mark, path, text);
    } else {
      checker_.error(mark, path, text);
    }
  }

  /// Quirk 38: W&B accepts grid search over what it cannot enumerate, and refuses when asked for a
  /// run. Corrected, that is for the searcher to say, which has levels for continuous kinds.
  void check_grid(Mark mark, const std::string& path, const Distribution& distribution) {
    if (!rules_.is_grid || !checker_.is_wandb()) return;
    const auto* quantised = std::get_if<Quantised>(&distribution);
    const auto* categorical = std::get_if<Categorical>(&distribution);
    const bool is_wandb_kind = std::holds_alternative<Constant>(distribution) ||
                               std::holds_alternative<IntUniform>(distribution) ||
                               (categorical && categorical->probabilities().empty()) ||
                               (quantised && std::holds_alternative<Uniform>(quantised->base));
    if (is_wandb_kind) return;
    checker_.error_at_next(mark, path,
                           "W&B's grid search takes constants, values without probabilities, "
                           "int_uniform and q_uniform only; use values, or q_uniform");
  }

  const ParameterRules& rules_;
  Checker& checker_;
  std::vector<Parameter> parameters_;
  std::set<std::string> names_;
};

}  // namespace

std::vector<Parameter> read_parameters(const NodeEntry& section, const ParameterRules& rules,
                                       Checker& checker) {
  Reader reader(rules, checker);
  reader.section(section, "parameters", {});
  return reader.take();
}

}  // namespace sweep
