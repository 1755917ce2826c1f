#include "algorithms/search/bayes/candidates.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/model/sobol.hpp"

namespace sweep {

void Candidates::add(std::vector<double> row) {
  columns_.snap(row);
  rows_.add(row);
}

void Candidates::add_spread() {
  const std::size_t n = std::min<std::size_t>(64 * columns_.width(), 512);
  SobolSet set(columns_.width(), stream_.child("spread"));
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double> row = set.next();
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = columns_.coordinate(k, row[k]);
    add(std::move(row));
  }
}

void Candidates::add_neighbours(const std::vector<std::vector<double>>& rows) {
  constexpr double kScales[] = {0.2, 0.05, 0.01, 0.001};
  constexpr int kPerScale = 6;
  Stream draws = stream_.child("neighbours");
  for (const std::vector<double>& centre : rows) {
    for (const double scale : kScales) {
      for (int i = 0; i < kPerScale; ++i) {
        std::vector<double> row = centre;
        disturb(row, scale, draws);
        add(std::move(row));
      }
    }
  }
}

// Changes about six columns of many: where there are a hundred, changing all at once leads nowhere.
void Candidates::disturb(std::vector<double>& row, double scale, Stream& draws) const {
  constexpr double kColumns = 6;
  constexpr double kOtherCategory = 0.3;
  const double share = std::min(1.0, kColumns / static_cast<double>(row.size()));
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (draws.uniform() > share) continue;
    if (!columns_.is_category(k)) {
      row[k] += scale * draws.normal();
    } else if (draws.uniform() < kOtherCategory) {
      row[k] = columns_.coordinate(k, draws.uniform());
    }
  }
}

void Candidates::add_lines(const std::vector<double>& row) {
  for (std::size_t k = 0; k < row.size(); ++k) {
    for (const double x : line(k)) {
      std::vector<double> changed = row;
      changed[k] = x;
      add(std::move(changed));
    }
  }
}

std::vector<std::vector<double>> Candidates::other_categories(
    const std::vector<std::vector<double>>& rows, std::size_t n) const {
  std::vector<std::size_t> categories;
  for (std::size_t k = 0; k < columns_.width(); ++k) {
    if (columns_.is_category(k)) categories.push_back(k);
  }
  std::vector<std::vector<double>> others;
  if (categories.empty() || rows.empty()) return others;
  Stream draws = stream_.child("categories");
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double> row = rows.front();
    const std::size_t k = categories[draws.index(categories.size())];
    row[k] = columns_.other_category(k, row[k], draws);
    others.push_back(std::move(row));
  }
  return others;
}

std::vector<double> Candidates::line(std::size_t k) {
  const EncodedColumn& column = columns_[k];
  if (column.values && *column.values <= Count{kFewValues}) return columns_.coordinates(k);
  std::vector<double> places = {columns_.coordinate(k, column.range.lo),
                                columns_.coordinate(k, column.range.hi)};
  const double shift = stream_.child("line").child(lines_++).uniform();
  for (std::uint64_t i = 0; i < kFewValues; ++i) {
    const double u = (static_cast<double>(i) + shift) / static_cast<double>(kFewValues);
    places.push_back(columns_.coordinate(k, u));
  }
  return places;
}

}  // namespace sweep
