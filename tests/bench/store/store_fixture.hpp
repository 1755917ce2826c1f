#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#include "algorithms/text/error.hpp"
#include "bench/store/store.hpp"

namespace sweep {

constexpr int kDoNotWait = 0;

/// A fresh folder per test, and what a small experiment stores.
class StoreTest : public testing::Test {
 protected:
  StoreTest() {
    // In memory where that is possible: these tests kill processes, not the power.
    const std::string memory = "/dev/shm/";
    std::string name = (std::filesystem::is_directory(memory) ? memory : testing::TempDir()) +
                       "sweep_store_XXXXXX";
    folder_ = ::mkdtemp(name.data());
  }
  ~StoreTest() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name = "result.db") const {
    return folder_ / name;
  }
  static StoreContents contents() {
    ObjectiveInfo objective;
    objective.name = "x**3 + y";
    objective.space = "{parameters: {x: {distribution: uniform, min: 0.0, max: 1.0}}}";
    objective.dimension = 1;
    objective.is_noisy = false;
    return {{"trials: 25\n", "0123", RecordLevel::best, 20, true},
            {objective},
            {"build", "gcc", "cpu", "1.0", "host", "2026-01-31T12:00:00Z"}};
  }
  static CellResult cell(std::uint64_t seed) {
    CellResult result;
    result.cell = {"random", "x**3 + y", seed};
    result.trials = 25;
    result.failed = 3;
    result.duplicates = 4;
    result.fallbacks = 3;
    result.best_loss = 0.25;
    result.incumbent_loss = 0.375;
    result.optimum = -0.5;
    result.digest = {seed, ~seed};
    result.records = {{0, 1, 1.5, TrialState::completed}, {7, 2, 0.25, TrialState::stopped}};
    result.points = {1, -0.0, 3, 4e-310};
    result.timing.suggest.add(1000, 25);
    result.timing.searcher_seconds = 0.125;
    result.timing.cell_seconds = 2;
    return result;
  }
  static std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  static void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::size_t files_in_folder() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder_), {}));
  }
  /// The message of the Error that `action` throws, "" if it throws none.
  template <class Error, class Action>
  static std::string message_of(Action action) {
    try {
      action();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  std::filesystem::path folder_;
};

}  // namespace sweep
