#include "bench/reports/html/page_json.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::page_json_test {

Value read(const std::string& json) { return to_value(read_json(json, "page", {})); }

std::string text_of(const Value& value, const char* key) {
  return *at(value, key).as<std::string>();
}

TEST(PageJson, TagsEachSectionAndKeepsTheirOrder) {
  const Sections sections = {Heading{"ert", "running time", "COCO"}, Prose{"so"},
                             ReportTable{{{"method", "method"}}, 1, {{shown(std::string("tpe"))}}},
                             Figure{"title", {"x"}, {"y"}, {}}, Note{"hint", "key", 1}};
  const Value page = read(page_json(sections));
  const List& list = as_list(page);
  ASSERT_EQ(list.size(), 5U);
  const char* const types[] = {"heading", "prose", "table", "figure", "note"};
  for (std::size_t i = 0; i < list.size(); ++i) EXPECT_EQ(text_of(list[i], "type"), types[i]);
  EXPECT_EQ(text_of(list[0], "source"), "COCO");
  EXPECT_EQ(to_json(at(list[2], "rows")), "[[\"tpe\"]]");
  EXPECT_EQ(to_json(at(list[2], "columns")), "[\"method\"]");
}

TEST(PageJson, HasTheKindOfEveryFigure) {
  Sections sections;
  for (const auto kind :
       {FigureKind::curves, FigureKind::timed, FigureKind::intervals, FigureKind::bars,
        FigureKind::parallel, FigureKind::courses, FigureKind::points}) {
    Figure figure{"", {"x"}, {"y"}, {}};
    figure.kind = kind;
    sections.emplace_back(std::move(figure));
  }
  const Value page = read(page_json(sections));
  const char* const kinds[] = {"curves",   "timed",   "intervals", "bars",
                               "parallel", "courses", "points"};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(text_of(as_list(page)[i], "kind"), kinds[i]);
}

TEST(PageJson, LeavesOutPlacesThatAreThoseOfTheSeriesBefore) {
  Figure figure{"", {"x"}, {"y", FigureScale::logarithmic, {"a"}}, {}};
  figure.series = {{"one", {1, 2}, {3, std::nan("")}, {}, {}},
                   {"two", {1, 2}, {INFINITY, 4}, {}, {}}};
  figure.choices = {{"cost", "1 s", 1}};
  const Value page = read(page_json(std::vector<Section>{figure}));
  const List& series = as_list(at(as_list(page)[0], "series"));
  EXPECT_EQ(to_json(at(series[0], "x")), "[1, 2]");
  EXPECT_FALSE(has(series[1], "x"));
  EXPECT_EQ(to_json(at(series[0], "y")), "[3, null]");
  EXPECT_EQ(to_json(at(series[1], "y")), "[null, 4]");
  EXPECT_EQ(to_json(at(as_list(page)[0], "y")),
            R"({"label": "y", "scale": "logarithmic", "names": ["a"]})");
  EXPECT_EQ(to_json(at(as_list(page)[0], "choices")),
            R"([{"name": "cost", "value": "1 s", "amount": 1}])");
}

TEST(ScriptSafe, HasNothingThatEndsAScriptOrATextAndReadsBackTheSame) {
  const std::string odd = "</script><!-- \xE2\x80\xA8 \xE2\x80\xA9 \xE2\x82\xAC $` $& @script@";
  const std::string safe = script_safe(to_json(odd));
  EXPECT_EQ(safe.find('<'), std::string::npos);
  EXPECT_EQ(safe.find("\xE2\x80\xA8"), std::string::npos);
  EXPECT_EQ(safe.find("\xE2\x80\xA9"), std::string::npos);
  EXPECT_EQ(*read(safe).as<std::string>(), odd);
}

}  // namespace sweep::page_json_test
