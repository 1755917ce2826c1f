#include "algorithms/space/stream.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

namespace sweep::stream_test {

struct KnownAnswer {
  r123::Philox4x32::ctr_type counter;
  r123::Philox4x32::key_type key;
  r123::Philox4x32::ctr_type words;
};

// The three known answers that Random123 publishes for philox4x32-10 (kat_vectors): zeros, ones,
// digits of pi.
const KnownAnswer kPublished[] = {
    {{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
    {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
     {{0xffffffff, 0xffffffff}},
     {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
    {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
     {{0xa4093822, 0x299f31d0}},
     {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}}};

TEST(Philox, GivesThePublishedWords) {
  for (const KnownAnswer& row : kPublished) {
    EXPECT_EQ(r123::Philox4x32{}(row.counter, row.key), row.words);
  }
}

TEST(Stream, DrawsPhiloxWordsInTheirOrder) {
  Stream stream(0);  // key 0, counter 0
  EXPECT_EQ(stream.bits(), 0xe169c58d6627e8d5u);
  EXPECT_EQ(stream.bits(), 0x9b00dbd8bc57ac4cu);
}

TEST(Stream, IsAValue) {
  Stream stream = Stream(7).child("objective").child(3);
  stream.uniform();
  Stream copy = stream;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(stream.bits(), copy.bits());
}

TEST(Stream, GivesChildrenThatDoNotDependOnWhatWasDrawn) {
  Stream stream(1);
  const Stream before = stream.child("a");
  stream.uniform();
  EXPECT_EQ(stream.child("a"), before);
}

TEST(Stream, TellsChildrenApart) {
  const Stream root(1);
  std::set<std::uint64_t> first_words;
  const auto insert = [&](Stream stream) { first_words.insert(stream.bits()); };
  using namespace std::string_view_literals;
  const std::vector<std::string_view> names = {"",        "a",        "a\0"sv, "b", "sevenletters",
                                               "sevenle", "sevenlet", "1"};
  for (const std::string_view name : names) insert(root.child(name));
  for (std::uint64_t id = 0; id < 100; ++id) insert(root.child(id));
  for (std::uint64_t id = 0; id < 100; ++id) insert(root.child("a").child(id));
  insert(Stream(2));
  insert(root);
  EXPECT_EQ(first_words.size(), names.size() + 202);
}

TEST(Stream, FillsLikeDrawingOneByOne) {
  for (const std::size_t drawn_before : {0u, 1u}) {
    for (const std::size_t n : {0u, 1u, 2u, 7u, 8u}) {
      Stream one_by_one(5);
      for (std::size_t i = 0; i < drawn_before; ++i) one_by_one.bits();
      Stream at_once = one_by_one;
      std::vector<double> filled(n);
      at_once.fill_uniform(filled);
      for (const double u : filled) EXPECT_EQ(u, one_by_one.uniform());
      EXPECT_EQ(at_once, one_by_one);
    }
  }
}

TEST(Stream, DrawsUniformsInsideTheOpenInterval) {
  Stream stream(11);
  const int n = 100'000;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double u = stream.uniform();
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
  }
  // Five standard deviations of a mean of n uniforms.
  EXPECT_NEAR(sum / n, 0.5, 5 * std::sqrt(1.0 / 12 / n));
}

TEST(Stream, DrawsEachIndexEquallyOften) {
  Stream stream(3);
  const int n = 70'000;
  std::vector<int> counts(7);
  for (int i = 0; i < n; ++i) ++counts[stream.index(7)];
  const double expected = n / 7.0;
  for (const int count : counts) EXPECT_NEAR(count, expected, 5 * std::sqrt(expected));
  EXPECT_EQ(stream.index(1), 0u);
}

TEST(Stream, DrawsNormalsWithMeanZeroAndVarianceOne) {
  Stream stream(4);
  const int n = 100'000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < n; ++i) {
    const double z = stream.normal();
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / n, 0, 5 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 1, 5 * std::sqrt(2.0 / n));
}

}  // namespace sweep::stream_test
