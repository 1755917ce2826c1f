#include "algorithms/config/text_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "algorithms/config/diagnostic.hpp"

namespace sweep::text_file_test {

class TextFile : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }

  void write(const std::string& text) { std::ofstream(path_, std::ios::binary) << text; }
  std::string refusal(const std::string& path) {
    try {
      read_text_file(path, 10);
    } catch (const ConfigError& error) {
      return error.what();
    }
    return "accepted";
  }

  const std::string path_ = testing::TempDir() + "sweep_text_file_test";
};

TEST_F(TextFile, ReadsUpToTheLimit) {
  write("0123456789");
  EXPECT_EQ(read_text_file(path_, 10), "0123456789");
  write("0123456789a");
  EXPECT_EQ(refusal(path_), path_ + ": is longer than 10 bytes");
}

TEST_F(TextFile, RefusesWhatIsNoFile) {
  EXPECT_EQ(refusal(path_ + "_missing"),
            path_ + "_missing: cannot be opened: No such file or directory");
  EXPECT_EQ(refusal(testing::TempDir()), testing::TempDir() + ": is a directory, expected a file");
  EXPECT_EQ(refusal("/dev/zero"), "/dev/zero: is longer than 10 bytes");
}

TEST(PathBeside, LeavesAbsolutePathsAndTheStandardInput) {
  EXPECT_EQ(path_beside("folder/e.yaml", "sweep.yaml"), "folder/sweep.yaml");
  EXPECT_EQ(path_beside("e.yaml", "sweep.yaml"), "sweep.yaml");
  EXPECT_EQ(path_beside("standard input", "a/sweep.yaml"), "a/sweep.yaml");
  EXPECT_EQ(path_beside("folder/e.yaml", "/sweep.yaml"), "/sweep.yaml");
  EXPECT_EQ(path_beside("folder/e.yaml", "-"), "-");
}

TEST(InputName, CallsTheStandardInputByItsName) {
  EXPECT_EQ(input_name("-"), "standard input");
  EXPECT_EQ(input_name("a.yaml"), "a.yaml");
}

}  // namespace sweep::text_file_test
