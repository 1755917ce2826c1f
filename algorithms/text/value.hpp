#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sweep {

struct Value;
struct Entry;
using List = std::vector<Value>;
using Map = std::vector<Entry>;

/// A calendar date or time stamp of a YAML 1.1 file, kept as it was written.
struct Date {
  std::string text;
  bool operator==(const Date&) const = default;
};

/// A value as sweep files and run lists hold it: null, boolean, integer, real, text, date, list
/// or map. Integers and reals are different kinds: 3 is not 3.0. Maps keep the file's order.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Date, List, Map> data;

  Value() = default;
  // Defined below, where Entry is complete. NOLINTBEGIN(google-explicit-constructor)
  Value(bool b);
  Value(std::int64_t i);
  Value(int i);
  Value(double d);
  Value(std::string s);
  Value(const char* s);
  Value(Date d);
  Value(List l);
  Value(Map m);
  // NOLINTEND(google-explicit-constructor)

  bool is_null() const { return std::holds_alternative<std::monostate>(data); }
  template <class T>
  const T* as() const {
    return std::get_if<T>(&data);
  }
};

/// An entry of a map; keys of sweep files are mostly texts.
struct Entry {
  Value key;
  Value value;
};

inline Value::Value(bool b) : data(b) {}
inline Value::Value(std::int64_t i) : data(i) {}
inline Value::Value(int i) : data(std::int64_t{i}) {}
inline Value::Value(double d) : data(d) {}
inline Value::Value(std::string s) : data(std::move(s)) {}
inline Value::Value(const char* s) : data(std::string(s)) {}
inline Value::Value(Date d) : data(std::move(d)) {}
inline Value::Value(List l) : data(std::move(l)) {}
inline Value::Value(Map m) : data(std::move(m)) {}

/// The value under a text key of a map; the last one if it is repeated; nullptr if absent.
const Value* find(const Map& map, std::string_view key);

/// The number of an integer or a real; NaN for anything else (a boolean is no number).
double number(const Value& value);

/// A text that is equal for two values exactly if grid search calls them the same:
/// 1 and 1.0 are one, 1 and true and "1" are three; NaN equals NaN, -0.0 equals 0; inside lists
/// and maps integers and reals stay apart; maps compare regardless of the order of their keys.
std::string canonical(const Value& value);

/// The value as JSON on one line: 3 and 3.0 keep their kind, non-finite numbers are "nan",
/// "inf", "-inf".
std::string to_json(const Value& value);

/// A real in the shortest form that reads back the same, always with a dot or exponent: 3.0, 1e-05.
std::string format_real(double x);

}  // namespace sweep
