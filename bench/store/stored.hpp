#pragma once

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "algorithms/space/trial.hpp"
#include "algorithms/text/error.hpp"
#include "bench/results/digest.hpp"
#include "bench/results/latency.hpp"
#include "bench/results/record.hpp"
#include "bench/store/database.hpp"

namespace sweep::detail {

/// How a type stands in a column: its SQLite type, whether it may be NULL, the ways in and out, and
/// the text that a checksum is made of. NULL reads as the empty value of the type.
template <class T>
struct Stored;

/// Text stands as it is.
template <>
struct Stored<std::string> {
  static constexpr std::string_view kType = "TEXT";
  static constexpr bool kMayBeNull = false;
  static void bind(Statement& to, int at, std::string_view text) { to.bind(at, text); }
  static std::string read(const Statement& from, int at) { return from.text(at); }
  static std::string text(const std::string& text) { return text; }
};

/// Numbers stand as they are, NaN as NULL.
template <>
struct Stored<double> {
  static constexpr std::string_view kType = "REAL";
  static constexpr bool kMayBeNull = true;
  static void bind(Statement& to, int at, double x) { to.bind(at, x); }
  static double read(const Statement& from, int at) { return from.real(at); }
  // SQLite keeps no sign of a zero.
  static std::string text(double x) { return std::isnan(x) ? "nan" : fmt::format("{}", x + 0.0); }
};

/// Integers stand as they are, unsigned ones as the signed ones of the same 64 bits.
template <std::integral Integer>
struct Stored<Integer> {
  static constexpr std::string_view kType = "INTEGER";
  static constexpr bool kMayBeNull = false;
  static void bind(Statement& to, int at, Integer i) { to.bind(at, static_cast<std::int64_t>(i)); }
  static Integer read(const Statement& from, int at) {
    return static_cast<Integer>(from.integer(at));
  }
  static std::string text(Integer i) { return fmt::format("{}", i); }
};

/// Values stand as their type does, nothing as NULL.
template <class T>
struct Stored<std::optional<T>> {
  static constexpr std::string_view kType = Stored<T>::kType;
  static constexpr bool kMayBeNull = true;
  static void bind(Statement& to, int at, const std::optional<T>& value) {
    value ? Stored<T>::bind(to, at, *value) : static_cast<void>(to.bind_null(at));
  }
  static std::optional<T> read(const Statement& from, int at) {
    if (from.is_null(at)) return std::nullopt;
    return Stored<T>::read(from, at);
  }
  static std::string text(const std::optional<T>& value) {
    return value ? Stored<T>::text(*value) : "none";
  }
};

/// Digests stand as 32 hexadecimal digits.
template <>
struct Stored<Digest> : Stored<std::string> {
  static void bind(Statement& to, int at, const Digest& digest) { to.bind(at, to_hex(digest)); }
  static Digest read(const Statement& from, int at) {
    const auto digest = digest_from_hex(from.text(at));
    if (!digest) from.refuse_damage("a digest is not one");
    return *digest;
  }
  static std::string text(const Digest& digest) { return to_hex(digest); }
};

/// Histograms stand as their texts.
template <>
struct Stored<LatencyHistogram> : Stored<std::string> {
  static void bind(Statement& to, int at, const LatencyHistogram& all) {
    to.bind(at, all.to_text());
  }
  static LatencyHistogram read(const Statement& from, int at) {
    auto histogram = LatencyHistogram::from_text(from.text(at));
    if (!histogram) from.refuse_damage("a histogram is not one");
    return *std::move(histogram);
  }
  static std::string text(const LatencyHistogram& all) { return all.to_text(); }
};

/// Record levels stand as their names.
template <>
struct Stored<RecordLevel> : Stored<std::string> {
  static void bind(Statement& to, int at, RecordLevel level) { to.bind(at, to_text(level)); }
  static RecordLevel read(const Statement& from, int at) {
    try {
      return record_level(from.text(at));
    } catch (const SpecError& error) {
      from.refuse_damage(error.what());
    }
  }
  static std::string text(RecordLevel level) { return std::string(to_text(level)); }
};

/// States stand as their numbers, which the table explains.
template <>
struct Stored<TrialState> : Stored<int> {
  static void bind(Statement& to, int at, TrialState state) {
    Stored<int>::bind(to, at, static_cast<int>(state));
  }
  static TrialState read(const Statement& from, int at) {
    const std::int64_t number = from.integer(at);
    if (number < 0 || number > static_cast<std::int64_t>(TrialState::failed)) {
      from.refuse_damage("a record has an unknown state");
    }
    return static_cast<TrialState>(number);
  }
  static std::string text(TrialState state) { return Stored<int>::text(static_cast<int>(state)); }
};

}  // namespace sweep::detail
