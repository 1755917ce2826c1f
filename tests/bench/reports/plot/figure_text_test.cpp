#include "bench/reports/plot/figure_text.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "algorithms/text/wrap.hpp"

namespace sweep::figure_text_test {

Figure two_curves() {
  return {
      "f, 2-D",
      {"evaluations", FigureScale::logarithmic},
      {"fraction", FigureScale::linear},
      {{"random", {1, 10, 100}, {0, 0.5, 1}, {}, {}}, {"tpe", {1, 10, 100}, {0, 0, 0}, {}, {}}}};
}

TEST(FigureText, DrawsCurvesBetweenAxesWithALegend) {
  PlotStyle style;
  style.width = 30;
  style.height = 5;
  EXPECT_EQ(to_text(two_curves(), style),
            "f, 2-D\n"
            "fraction\n"
            "1 ┤                      ⣀⡠⠔A⠉\n"
            "  │                ⢀⡠⠤⠒⠊⠉\n"
            "  │          ⢀⣀⠤⠔⠒⠉⠁\n"
            "  │     A⡠⠤⠒⠊⠁\n"
            "0 ┤⣀⣤⠔⣊⣉ ⣀⣀ ⣀⣀ ⣀⣀ B⣀ ⣀⣀ ⣀⣀ ⣀⣀\n"
            "  └┬────────────┬────────────┬\n"
            "   1           10          100\n"
            "          evaluations\n"
            "A random   B tpe\n");
}

TEST(FigureText, FitsTheWidthAndEndsLinesInNoBlanks) {
  for (const std::size_t width : {40U, 80U, 200U}) {
    PlotStyle style;
    style.width = width;
    std::istringstream lines(to_text(two_curves(), style));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(column_count(line), width) << line;
      EXPECT_TRUE(line.empty() || line.back() != ' ') << line;
    }
  }
}

TEST(FigureText, TellsNothingByColourAlone) {
  PlotStyle style;
  const std::string plain = to_text(two_curves(), style);
  EXPECT_EQ(plain.find('\033'), std::string::npos);
  style.colour = true;
  std::string coloured = to_text(two_curves(), style);
  EXPECT_NE(coloured.find('\033'), std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\033')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, plain);
}

TEST(FigureText, ExplainsItsBands) {
  Figure figure = two_curves();
  for (Series& series : figure.series) {
    series.lo = {0, 0, 0};
    series.hi = {1, 1, 1};
  }
  EXPECT_NE(to_text(figure, {}).find("the middle half"), std::string::npos);
  for (int i = 0; i < 5; ++i) figure.series.push_back(figure.series.front());
  EXPECT_EQ(to_text(figure, {}).find("the middle half"), std::string::npos);
}

TEST(FigureText, SaysHowManySeriesAreNotDrawn) {
  Figure figure = two_curves();
  figure.series.resize(30, figure.series.front());
  EXPECT_NE(to_text(figure, {}).find("(4 more are not drawn)"), std::string::npos);
}

TEST(FigureText, DrawsWhatHasNoFiniteValue) {
  Figure figure = two_curves();
  const double inf = std::numeric_limits<double>::infinity();
  for (Series& series : figure.series) series.y = {inf, inf, inf};
  figure.y.scale = FigureScale::logarithmic;
  EXPECT_NE(to_text(figure, {}).find("A random   B tpe"), std::string::npos);
  figure.series.clear();
  EXPECT_FALSE(to_text(figure, {}).empty());
}

TEST(FigureText, ShowsNamesThatActOnNoTerminal) {
  Figure figure = two_curves();
  figure.series.front().name = "a\033[31m";
  EXPECT_EQ(to_text(figure, {}).find('\033'), std::string::npos);
}

}  // namespace sweep::figure_text_test
