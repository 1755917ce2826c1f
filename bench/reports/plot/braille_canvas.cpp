#include "bench/reports/plot/braille_canvas.hpp"

namespace sweep {
namespace {

// The bit of a dot, by its place from above and from the left.
constexpr std::uint8_t kBits[BrailleCanvas::kDotsDown][BrailleCanvas::kDotsAcross] = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

std::string braille(std::uint8_t dots) {
  const unsigned code = 0x2800U + dots;
  return {static_cast<char>(0xE0U | (code >> 12U)),
          static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)),
          static_cast<char>(0x80U | (code & 0x3FU))};
}

}  // namespace

BrailleCanvas::Cell* BrailleCanvas::cell_of(std::ptrdiff_t x, std::ptrdiff_t y) {
  const bool is_inside = x >= 0 && y >= 0 && x < static_cast<std::ptrdiff_t>(width()) &&
                         y < static_cast<std::ptrdiff_t>(height());
  if (!is_inside) return nullptr;
  const std::size_t row = rows_ - 1 - static_cast<std::size_t>(y) / kDotsDown;
  return &cells_[row * columns_ + static_cast<std::size_t>(x) / kDotsAcross];
}

void BrailleCanvas::dot(std::ptrdiff_t x, std::ptrdiff_t y, std::size_t owner) {
  Cell* const cell = cell_of(x, y);
  if (!cell) return;
  const std::size_t down = kDotsDown - 1 - static_cast<std::size_t>(y) % kDotsDown;
  cell->dots |= kBits[down][static_cast<std::size_t>(x) % kDotsAcross];
  cell->owner = owner;
}

void BrailleCanvas::letter(std::ptrdiff_t x, std::ptrdiff_t y, char letter, std::size_t owner) {
  Cell* const cell = cell_of(x, y);
  if (!cell || cell->letter != 0) return;
  cell->letter = letter;
  cell->owner = owner;
}

std::string BrailleCanvas::text(std::size_t column, std::size_t row) const {
  const Cell& cell = cells_[row * columns_ + column];
  if (cell.letter != 0) return std::string(1, cell.letter);
  return cell.dots == 0 ? "" : braille(cell.dots);
}

std::optional<std::size_t> BrailleCanvas::owner(std::size_t column, std::size_t row) const {
  const Cell& cell = cells_[row * columns_ + column];
  if (cell.letter == 0 && cell.dots == 0) return std::nullopt;
  return cell.owner;
}

}  // namespace sweep
