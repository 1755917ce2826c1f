#include "algorithms/model/sobol.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <utility>

namespace sweep {
namespace {

constexpr std::size_t kMostColumns = 1024;

}  // namespace

struct SobolSet::Engine {
  Engine(std::size_t columns, Stream stream)
      : width(columns),
        sobol(std::clamp<std::size_t>(columns, 1, kMostColumns)),
        rest(stream.child("rest")) {
    for (std::size_t k = 0; k < std::min(width, kMostColumns); ++k) shifts.push_back(stream.bits());
  }

  std::size_t width;
  boost::random::sobol sobol;
  Stream rest;
  std::vector<std::uint64_t> shifts;
  bool is_first = true;
};

SobolSet::SobolSet(std::size_t width, Stream stream)
    : engine_(std::make_unique<Engine>(width, stream)) {}
SobolSet::SobolSet(const SobolSet& other) : engine_(std::make_unique<Engine>(*other.engine_)) {}
SobolSet& SobolSet::operator=(const SobolSet& other) {
  engine_ = std::make_unique<Engine>(*other.engine_);
  return *this;
}
SobolSet::SobolSet(SobolSet&&) noexcept = default;
SobolSet& SobolSet::operator=(SobolSet&&) noexcept = default;
SobolSet::~SobolSet() = default;

std::vector<double> SobolSet::next() {
  std::vector<double> row;
  row.reserve(engine_->width);
  // Boost leaves out the sequence's first point, 0, without which no first 2^m points are even.
  const bool is_first = std::exchange(engine_->is_first, false);
  for (const std::uint64_t shift : engine_->shifts) {
    const std::uint64_t bits = (is_first ? 0 : std::uint64_t{engine_->sobol()}) ^ shift;
    row.push_back((static_cast<double>(bits >> 12) + 0.5) * 0x1p-52);
  }
  while (row.size() < engine_->width) row.push_back(engine_->rest.uniform());
  return row;
}

}  // namespace sweep
