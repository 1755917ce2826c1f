#pragma once

#include <string>

namespace sweep {

/// What computed a cell. Results compare bit for bit only within one build on one CPU.
struct Provenance {
  std::string build_id;  // digest of the program and of the C library's version
  std::string compiler;
  std::string cpu;
  std::string version;
  std::string host;
  std::string time;  // when the run began: 2026-01-31T12:00:00Z
  bool operator==(const Provenance&) const = default;

  /// Whether both compute the same bits.
  [[nodiscard]] bool is_same_machine_code(const Provenance& other) const {
    return build_id == other.build_id && cpu == other.cpu;
  }
};

}  // namespace sweep
