#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::report_test {

using Words = std::vector<std::string>;

/// Runs an experiment into a store; its path.
inline std::string store(const TemporaryFolder& folder, const std::string& name, Words words) {
  words.insert(words.begin(), "run");
  words.insert(words.end(), {"--quiet", "--out", folder.path(name)});
  const ProgramResult outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  return folder.path(name);
}

/// What `report` prints, without a warning.
inline std::string report(const Words& words) {
  Words all = {"report"};
  all.insert(all.end(), words.begin(), words.end());
  const ProgramResult outcome = run_program(all);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

inline Value report_json(Words words) {
  words.push_back("--json");
  return to_value(read_json(report(words), "output", {}));
}

inline const List& rows(const Value& answer, const char* measure) {
  return as_list(at(at(answer, "measures"), measure));
}

}  // namespace sweep::report_test
