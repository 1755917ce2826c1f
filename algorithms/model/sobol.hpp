#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "algorithms/space/stream.hpp"

namespace sweep {

/// Points that fill the unit cube evenly: Sobol's sequence with a random digital shift per column,
/// drawn from the stream. Up to 1024 columns; further ones are drawn at random. Without columns the
/// rows are empty.
/// Source: Joe, Kuo 2008, doi:10.1137/070709359 (direction numbers, those of Boost.Random).
class SobolSet {
 public:
  SobolSet(std::size_t width, Stream stream);
  SobolSet(const SobolSet& other);
  SobolSet& operator=(const SobolSet& other);
  SobolSet(SobolSet&&) noexcept;
  SobolSet& operator=(SobolSet&&) noexcept;
  ~SobolSet();

  std::vector<double> next();

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace sweep
