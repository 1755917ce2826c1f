#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "algorithms/space/point.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// Reads the configurations of many runs of one space, as from_configuration does.
///
/// Corrected, a value that is none of the parameter's as it stands is taken as it reads (see
/// value_reading.hpp): the text "1e-4" is the number, "True" is true. A nested parameter is found
/// under its joined name, too, with dots for slashes where no other parameter has that name.
class PointReader {
 public:
  /// The space must outlive it.
  explicit PointReader(const SearchSpace& space);

  [[nodiscard]] std::optional<Point> point(const Value& configuration) const;

  /// What keeps a configuration from being a point: `lr = 1 is above 0.1`, `opt is missing`.
  [[nodiscard]] std::string obstacle(const Value& configuration) const;

  /// The configuration's parameters, however they are spelled, where W&B has them; others are
  /// left out.
  [[nodiscard]] Map as_wandb_has_it(const Map& configuration) const;

 private:
  /// The coordinate that a reading stands for, by its canonical text.
  using Readings = std::unordered_map<std::string, double>;

  [[nodiscard]] const Value* value_of(const Map& configuration, std::size_t parameter,
                                      Behaviour behaviour) const;
  [[nodiscard]] std::optional<double> coordinate(std::size_t parameter, const Value& value) const;
  [[nodiscard]] std::optional<double> coordinate_as_read(std::size_t parameter,
                                                         const Value& value) const;
  /// Nothing where the parameter's value is missing or impossible; constants may be missing.
  [[nodiscard]] std::optional<double> read(const Map& configuration, std::size_t parameter) const;

  const SearchSpace* space_;
  std::vector<Readings> readings_;           // of each parameter; empty for numbers
  std::vector<std::string> other_spelling_;  // of each name; empty where it is somebody else's
};

}  // namespace sweep
