#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/log_files.hpp"
#include "tests/support/program.hpp"

namespace sweep::exported {

using Words = std::vector<std::string>;

inline Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// A store of an experiment, and a place for what is exported from it.
class Export : public testing::Test {
 protected:
  void run(const Words& words) const {
    const ProgramResult outcome = run_program(joined({"run", "--quiet", "--out", store_}, words));
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  }
  [[nodiscard]] ProgramResult export_as(const Words& words) const {
    return run_program(joined({"export", store_, "--format"}, words));
  }
  // With its standard error empty, unless `err` is expected to begin a line of it.
  void export_folder(const std::string& format, const std::string& err = "") const {
    const ProgramResult outcome = export_as({format, "--out", out_});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(err.empty() ? outcome.err.empty() : outcome.err.starts_with(err)) << outcome.err;
  }
  [[nodiscard]] std::string text(const std::string& file) const {
    return file_text(out_ + "/" + file);
  }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::count_if(
        std::filesystem::recursive_directory_iterator(out_), {},
        [](const std::filesystem::directory_entry& entry) { return entry.is_regular_file(); }));
  }

  TemporaryFolder folder_;
  std::string store_ = folder_.path("run.db");
  std::string out_ = folder_.path("out");
};

inline std::string message_in_one_line(const ProgramResult& outcome, int exit_code) {
  EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
  EXPECT_TRUE(outcome.err.starts_with("error: ")) << outcome.err;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  return outcome.err;
}

inline Value json_from(const std::string& text) { return to_value(read_json(text, "file", {})); }

inline std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace sweep::exported
