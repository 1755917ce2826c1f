#include "algorithms/text/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/text/utf8.hpp"

namespace sweep {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

// The escape of a character that JSON, or a terminal that shows it, would not take as it is.
std::string escape(char32_t code) {
  switch (code) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    default:
      return fmt::format("\\u{:04x}", static_cast<unsigned>(code));
  }
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    const std::string_view sequence = text.substr(i, length == 0 ? 1 : length);
    const char32_t code = length == 0 ? 0xFFFD : code_point(sequence);  // stays as it is
    const bool is_plain = code != '"' && code != '\\' && !is_hidden(code);
    out += is_plain ? std::string(sequence) : escape(code);
    i += sequence.size();
  }
  return out + "\"";
}

std::string real_or_name(double x) {
  if (std::isnan(x)) return "\"nan\"";
  if (std::isinf(x)) return x > 0 ? "\"inf\"" : "\"-inf\"";
  return format_real(x);
}

// One letter in front keeps the kinds apart: the text "1" must not equal the number 1.
std::string tagged(const Value& value);

std::string tagged_map(const Map& map) {
  std::vector<std::string> entries;
  for (const Entry& entry : map) entries.push_back(tagged(entry.key) + ":" + tagged(entry.value));
  std::sort(entries.begin(), entries.end());
  std::string out = "{";
  for (const std::string& entry : entries) out += entry + ",";
  return out + "}";
}

std::string tagged_list(const List& list) {
  std::string out = "[";
  for (const Value& item : list) out += tagged(item) + ",";
  return out + "]";
}

std::string tagged(const Value& value) {
  return std::visit(Overloaded{
                        [](std::monostate) { return std::string("n"); },
                        [](bool b) { return std::string(b ? "t" : "f"); },
                        [](std::int64_t i) { return fmt::format("i{}", i); },
                        [](double d) { return "r" + real_or_name(d); },
                        [](const std::string& s) { return "s" + quoted(s); },
                        [](const Date& d) { return "d" + quoted(d.text); },
                        [](const List& l) { return tagged_list(l); },
                        [](const Map& m) { return tagged_map(m); },
                    },
                    value.data);
}

bool is_whole_int64(double d) { return d == std::floor(d) && d >= -0x1p63 && d < 0x1p63; }

std::string list_json(const List& list) {
  std::string out = "[";
  for (const Value& item : list) out += (out.size() > 1 ? ", " : "") + to_json(item);
  return out + "]";
}

std::string map_json(const Map& map) {
  std::string out = "{";
  for (const Entry& entry : map) {
    const std::string key = to_json(entry.key);
    out += (out.size() > 1 ? ", " : "") + (entry.key.as<std::string>() ? key : quoted(key)) + ": " +
           to_json(entry.value);
  }
  return out + "}";
}

}  // namespace

const Value* find(const Map& map, std::string_view key) {
  const auto matches = [&](const Entry& entry) {
    const auto* text = entry.key.as<std::string>();
    return text && *text == key;
  };
  const auto last = std::find_if(map.rbegin(), map.rend(), matches);
  return last == map.rend() ? nullptr : &last->value;
}

double number(const Value& value) {
  if (const auto* i = value.as<std::int64_t>()) return static_cast<double>(*i);
  if (const auto* d = value.as<double>()) return *d;
  return std::numeric_limits<double>::quiet_NaN();
}

std::string canonical(const Value& value) {
  const auto* d = value.as<double>();
  if (d && is_whole_int64(*d)) return tagged(Value(static_cast<std::int64_t>(*d)));
  return tagged(value);
}

std::string format_real(double x) {
  std::string text = fmt::format("{}", x);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string to_json(const Value& value) {
  return std::visit(Overloaded{
                        [](std::monostate) { return std::string("null"); },
                        [](bool b) { return std::string(b ? "true" : "false"); },
                        [](std::int64_t i) { return fmt::format("{}", i); },
                        [](double d) { return real_or_name(d); },
                        [](const std::string& s) { return quoted(s); },
                        [](const Date& d) { return quoted(d.text); },
                        [](const List& l) { return list_json(l); },
                        [](const Map& m) { return map_json(m); },
                    },
                    value.data);
}

}  // namespace sweep
