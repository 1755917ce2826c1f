#include "bench/results/latency.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <iterator>
#include <system_error>

namespace sweep {
namespace {

constexpr std::uint32_t kOctaves = 42;
constexpr std::uint32_t kBucketBits = 5;
constexpr std::uint32_t kBucketsPerOctave = 1U << kBucketBits;
constexpr std::uint32_t kBuckets = kOctaves * kBucketsPerOctave;
constexpr int kMantissaBits = 52;

// The bits of a double at or above 1 are its bucket, then its place within the bucket.
std::uint32_t bucket_of(double nanoseconds) {
  constexpr double kHighest = 0x1p42 - 1;
  const double held = nanoseconds > 1 ? std::min(nanoseconds, kHighest) : 1.0;
  const std::uint64_t from_one =
      std::bit_cast<std::uint64_t>(held) - std::bit_cast<std::uint64_t>(1.0);
  return static_cast<std::uint32_t>(from_one >> (kMantissaBits - kBucketBits));
}

// The middle, or the only whole nanosecond where a bucket is no wider than one.
double typical_nanoseconds(std::uint32_t bucket) {
  const int octave = static_cast<int>(bucket / kBucketsPerOctave);
  const double width = std::ldexp(1.0, octave - static_cast<int>(kBucketBits));
  const double lowest = width * (kBucketsPerOctave + bucket % kBucketsPerOctave);
  return width <= 1 ? lowest : lowest + width / 2;
}

template <class Number>
bool read_number(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool read_character(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

void LatencyHistogram::add(double nanoseconds, std::uint64_t times) {
  if (times > 0) add_to_bucket(bucket_of(nanoseconds), times);
}

void LatencyHistogram::add_to_bucket(std::uint32_t bucket, std::uint64_t times) {
  count_ += times;
  const std::uint32_t octave = bucket / kBucketsPerOctave;
  const std::uint32_t bit = 1U << (bucket % kBucketsPerOctave);
  if (octave >= octaves_.size() || (octaves_[octave].held & bit) == 0) {
    insert_bucket(bucket, times);
    return;
  }
  const Octave& found = octaves_[octave];
  counts_[found.below + static_cast<std::uint32_t>(std::popcount(found.held & (bit - 1)))] += times;
}

void LatencyHistogram::insert_bucket(std::uint32_t bucket, std::uint64_t times) {
  const std::uint32_t octave = bucket / kBucketsPerOctave;
  const std::uint32_t bit = 1U << (bucket % kBucketsPerOctave);
  if (octave >= octaves_.size()) {
    octaves_.resize(octave + 1, Octave{0, static_cast<std::uint32_t>(counts_.size())});
  }
  Octave& home = octaves_[octave];
  const auto slot = home.below + static_cast<std::uint32_t>(std::popcount(home.held & (bit - 1)));
  counts_.insert(counts_.begin() + slot, times);
  home.held |= bit;
  for (std::size_t above = octave + 1; above < octaves_.size(); ++above) ++octaves_[above].below;
}

template <class Visit>
void LatencyHistogram::visit_buckets(Visit visit) const {
  std::size_t slot = 0;
  for (std::uint32_t octave = 0; octave < octaves_.size(); ++octave) {
    for (std::uint32_t held = octaves_[octave].held; held != 0; held &= held - 1) {
      const auto place = static_cast<std::uint32_t>(std::countr_zero(held));
      visit(octave * kBucketsPerOctave + place, counts_[slot++]);
    }
  }
}

void LatencyHistogram::merge(const LatencyHistogram& other) {
  if (&other == this) {
    for (std::uint64_t& times : counts_) times *= 2;
    count_ *= 2;
    return;
  }
  other.visit_buckets(
      [this](std::uint32_t bucket, std::uint64_t times) { add_to_bucket(bucket, times); });
}

std::optional<double> LatencyHistogram::quantile(double p) const {
  if (count_ == 0) return std::nullopt;
  const double wanted = std::max(1.0, std::ceil(p * static_cast<double>(count_)));
  std::uint64_t passed = 0;
  std::optional<double> answer;
  visit_buckets([&](std::uint32_t bucket, std::uint64_t times) {
    if (static_cast<double>(passed) < wanted) answer = typical_nanoseconds(bucket);
    passed += times;
  });
  return answer;
}

std::string LatencyHistogram::to_text() const {
  std::string text;
  visit_buckets([&text](std::uint32_t bucket, std::uint64_t times) {
    if (!text.empty()) text += ' ';
    text += std::to_string(bucket);
    text += ':';
    text += std::to_string(times);
  });
  return text;
}

std::optional<LatencyHistogram> LatencyHistogram::from_text(std::string_view text) {
  LatencyHistogram histogram;
  while (!text.empty()) {
    if (histogram.count_ > 0 && !read_character(text, ' ')) return std::nullopt;
    std::uint32_t bucket = 0;
    std::uint64_t times = 0;
    if (!read_number(text, bucket) || !read_character(text, ':') || !read_number(text, times)) {
      return std::nullopt;
    }
    if (bucket >= kBuckets || times == 0) return std::nullopt;
    histogram.add_to_bucket(bucket, times);
  }
  return histogram;
}

}  // namespace sweep
