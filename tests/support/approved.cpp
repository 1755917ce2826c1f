#include "tests/support/approved.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

// One binary's bits differ from another's in the last places of reals.
constexpr double kRelative = 1e-12;

bool same_word(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const bool are_reals = a.find('.') != std::string::npos && b.find('.') != std::string::npos;
  const auto x = parse_number<double>(a);
  const auto y = parse_number<double>(b);
  return are_reals && x && y && std::abs(*x - *y) <= kRelative * std::max(std::abs(*x), 1e-300);
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

}  // namespace

void expect_approved(const std::string& name, const std::string& text) {
  const std::filesystem::path path = std::string(SWEEP_TEST_DATA) + "/golden/" + name;
  const bool is_there = std::filesystem::exists(path);
  std::ifstream file(path);
  const std::string approved{std::istreambuf_iterator<char>(file), {}};
  const std::vector<std::string> expected = words(approved);
  const std::vector<std::string> got = words(text);
  const bool same = !got.empty() &&
                    std::equal(expected.begin(), expected.end(), got.begin(), got.end(), same_word);
  if (std::getenv("SWEEP_APPROVE") != nullptr) {
    // What agrees stays as another machine wrote it, to its last digits.
    if (same) return;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return;
  }
  EXPECT_TRUE(is_there)
      << "tests/golden/" << name
      << " is missing; run scripts/approve_goldens, review what it wrote, and commit it";
  EXPECT_TRUE(same || !is_there)
      << name << " differs; if it should, run scripts/approve_goldens and review.\n"
      << text;
}

}  // namespace sweep
