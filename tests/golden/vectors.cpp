#include "tests/golden/vectors.hpp"

#include <cmath>
#include <limits>

#include "algorithms/config/json.hpp"
#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

constexpr TextLimits kVectorLimits{std::size_t{16} << 20, 64, 4'000'000};

template <class T>
const T& expect(const Value& value, const char* type) {
  if (const T* part = value.as<T>()) return *part;
  throw SpecError(to_json(value).substr(0, 200) + " is no " + type);
}

double special_real(const std::string& text) {
  if (text == "nan") return std::numeric_limits<double>::quiet_NaN();
  if (text == "inf") return std::numeric_limits<double>::infinity();
  if (text == "-inf") return -std::numeric_limits<double>::infinity();
  throw SpecError("\"" + text + "\" is no number");
}

Value decode(Value value);

Value decode_map(Map map) {
  if (map.size() == 1) {
    const Value content = map.front().value;
    const std::string& key = as_text(map.front().key);
    if (key == "$float") return special_real(as_text(content));
    if (key == "$date") return Date{as_text(content)};
    if (key == "$map") {
      Map decoded;
      for (const Value& pair : as_list(content)) {
        decoded.push_back({decode(as_list(pair).at(0)), decode(as_list(pair).at(1))});
      }
      return decoded;
    }
  }
  for (Entry& entry : map) entry.value = decode(std::move(entry.value));
  return map;
}

Value decode(Value value) {
  if (auto* list = std::get_if<List>(&value.data)) {
    for (Value& item : *list) item = decode(std::move(item));
  }
  if (auto* map = std::get_if<Map>(&value.data)) return decode_map(std::move(*map));
  return value;
}

}  // namespace

Value read_vectors(const std::string& file_name) {
  const std::string path = std::string(SWEEP_TEST_DATA) + "/golden/" + file_name;
  return decode(
      to_value(read_json(read_text_file(path, kVectorLimits.bytes), path, kVectorLimits)));
}

const Value& at(const Value& map, std::string_view key) {
  if (const Value* value = find(as_map(map), key)) return *value;
  throw SpecError("there is no \"" + std::string(key) + "\" in a vector");
}

bool has(const Value& map, std::string_view key) { return find(as_map(map), key) != nullptr; }

const List& as_list(const Value& value) { return expect<List>(value, "list"); }
const Map& as_map(const Value& value) { return expect<Map>(value, "map"); }
const std::string& as_text(const Value& value) { return expect<std::string>(value, "text"); }
bool as_bool(const Value& value) { return expect<bool>(value, "boolean"); }
std::int64_t as_integer(const Value& value) { return expect<std::int64_t>(value, "integer"); }

double as_real(const Value& value) {
  if (const auto* text = value.as<std::string>()) return special_real(*text);
  if (const auto* integer = value.as<std::int64_t>()) return static_cast<double>(*integer);
  return expect<double>(value, "number");
}

std::vector<double> as_reals(const Value& value) {
  std::vector<double> reals;
  for (const Value& item : as_list(value)) reals.push_back(as_real(item));
  return reals;
}

}  // namespace sweep
