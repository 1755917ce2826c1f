#pragma once

#include <string>
#include <string_view>

#include "algorithms/text/value.hpp"

namespace sweep {

/// A file of tests/golden as a Value: integers and reals as they are written, {"$float": "nan"},
/// {"$date": "..."} and {"$map": [[key, value], ..]} decoded. Throws SpecError.
Value read_vectors(const std::string& file_name);

/// Parts of a vector; each throws SpecError if there is no such part or it has another type.
const Value& at(const Value& map, std::string_view key);
bool has(const Value& map, std::string_view key);
const List& as_list(const Value& value);
const Map& as_map(const Value& value);
const std::string& as_text(const Value& value);
bool as_bool(const Value& value);
std::int64_t as_integer(const Value& value);
/// A number, or one of the texts "nan", "inf", "-inf".
double as_real(const Value& value);
std::vector<double> as_reals(const Value& value);

}  // namespace sweep
