#include "bench/experiment/space_text.hpp"

#include <cmath>

#include "algorithms/config/scalar.hpp"

namespace sweep {
namespace {

std::string real_yaml(double x) {
  if (std::isnan(x)) return ".nan";
  if (std::isinf(x)) return x > 0 ? ".inf" : "-.inf";
  return format_yaml_real(x);
}

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

}  // namespace

std::string space_text(const Map& document) {
  Map needed;
  for (const char* key : {"method", "parameters"}) {
    if (const Value* value = find(document, key)) needed.push_back({key, *value});
  }
  // The bayes method has to have a metric.
  const Value* metric = find(document, "metric");
  const Value* name = metric && metric->as<Map>() ? find(*metric->as<Map>(), "name") : nullptr;
  if (name) needed.push_back({"metric", Map{{"name", *name}}});
  return flow_yaml(needed);
}

}  // namespace sweep
