#include "algorithms/config/flow_yaml.hpp"

#include <cmath>

#include "algorithms/config/scalar.hpp"

namespace sweep {
namespace {

std::string real_yaml(double x) {
  if (std::isnan(x)) return ".nan";
  if (std::isinf(x)) return x > 0 ? ".inf" : "-.inf";
  return format_yaml_real(x);
}

}  // namespace

std::string flow_yaml(const Value& value) {
  std::string items;
  const auto add = [&](const std::string& item) { items += (items.empty() ? "" : ", ") + item; };
  if (const auto* list = value.as<List>()) {
    for (const Value& item : *list) add(flow_yaml(item));
    return "[" + items + "]";
  }
  if (const auto* map = value.as<Map>()) {
    for (const Entry& entry : *map) add(flow_yaml(entry.key) + ": " + flow_yaml(entry.value));
    return "{" + items + "}";
  }
  if (const auto* real = value.as<double>()) return real_yaml(*real);
  if (const auto* date = value.as<Date>()) return date->text;
  return to_json(value);
}

}  // namespace sweep
