#include "bench/terminal/output_target.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "algorithms/text/error.hpp"
#include "tests/support/program.hpp"

namespace sweep::output_target_test {

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(ReplaceFile, TakesThePlaceOfItsOwnKindOnly) {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.xml");
  replace_file(path, "<?xml 1", "<?xml");
  replace_file(path, "<?xml 2", "<?xml");
  EXPECT_EQ(text_of(path), "<?xml 2");
  const std::string store = folder.write("a.db", "SQLite format 3");
  EXPECT_THROW(replace_file(store, "<?xml", "<?xml"), SpecError);
  EXPECT_EQ(text_of(store), "SQLite format 3");
  const std::string empty = folder.write("empty", "");
  replace_file(empty, "<?xml 3", "<?xml");
  EXPECT_EQ(text_of(empty), "<?xml 3");
}

TEST(ReplaceFile, LeavesALinkALink) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.xml", "<?xml 1");
  std::filesystem::create_symlink(path, folder.path("link"));
  replace_file(folder.path("link"), "<?xml 2", "<?xml");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
  EXPECT_EQ(text_of(path), "<?xml 2");
}

// A pipe stands for all that is no file, as it needs no rights to be made.
TEST(ReplaceFile, WritesIntoADeviceAsItIs) {
  const TemporaryFolder folder;
  const std::string path = folder.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::fstream reader(path, std::ios::in | std::ios::out);  // else opening it for writing waits
  replace_file(path, "<?xml 1\n", "<?xml");
  std::string line;
  std::getline(reader, line);
  EXPECT_EQ(line, "<?xml 1");
  EXPECT_TRUE(std::filesystem::is_fifo(path));
}

TEST(ReplaceFile, RefusesFoldersAndNamesInNone) {
  const TemporaryFolder folder;
  EXPECT_THROW(replace_file(folder.path("."), "a", "a"), SpecError);
  EXPECT_THROW(replace_file(folder.path("none/a"), "a", "a"), SpecError);
}

}  // namespace sweep::output_target_test
