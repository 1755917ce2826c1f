#pragma once

#include <string>

#include "algorithms/text/value.hpp"

namespace sweep {

/// A value as one line of YAML that reads back as the same value under either rules for scalars.
std::string flow_yaml(const Value& value);

}  // namespace sweep
