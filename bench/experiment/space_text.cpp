#include "bench/experiment/space_text.hpp"

#include "algorithms/config/flow_yaml.hpp"

namespace sweep {

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
