#include "bench/reports/section_csv.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sweep::section_csv_test {

TEST(SectionCsv, HasARowForEveryNumberOfEveryTable) {
  ReportTable erts;
  erts.columns = {{"function", "function"}, {"method", "method"},     {"D", "dimension"},
                  {"10", "targets", true},  {"at 1e-8", "successes"}, {"for readers", ""}};
  erts.text_columns = 2;
  const double inf = std::numeric_limits<double>::infinity();
  erts.rows = {{shown("f1"),
                shown("tpe, \"new\""),
                shown(std::size_t{2}),
                {"1 (2)", Map{{"target", 10.0}, {"ert", inf}, {"successes", 3}}},
                {"7/10", 7},
                shown("x")}};
  ReportTable groups;
  groups.columns = {{"functions", "functions"}, {"area", "area"}, {"sure", "is_sure"}};
  groups.text_columns = 1;
  groups.rows = {{shown("all"), shown(0.1), {"yes", true}}, {shown("none"), shown_missing(), {}}};
  const Sections sections = {Heading{"ert", "", ""}, erts, Heading{"ecdf", "", ""}, groups};
  EXPECT_EQ(to_csv(sections),
            "measure,function,method,dimension,functions,at,quantity,value\n"
            "ert,f1,\"tpe, \"\"new\"\"\",2,,10.0,ert,inf\n"
            "ert,f1,\"tpe, \"\"new\"\"\",2,,10.0,successes,3\n"
            "ert,f1,\"tpe, \"\"new\"\"\",2,,,successes,7\n"
            "ecdf,,,,all,,area,0.1\n"
            "ecdf,,,,all,,is_sure,true\n"
            "ecdf,,,,none,,area,\n"
            "ecdf,,,,none,,is_sure,\n");
}

TEST(SectionCsv, NamesWhatIsInsideOfListsAndMaps) {
  ReportTable table;
  table.columns = {{"method", "method"}, {"10", "budgets", true}, {"x", "interval"}};
  table.text_columns = 1;
  const List quantiles = {Map{{"p", 0.25}, {"loss", 1.5}}, Map{{"p", 0.5}, {"loss", 2.5}}};
  table.rows = {{shown("a"),
                 {"", Map{{"budget", 10}, {"quantiles", quantiles}}},
                 {"", Map{{"lo", 1}, {"parts", List{4, 5}}}}}};
  EXPECT_EQ(to_csv(Sections{Heading{"m", "", ""}, table}),
            "measure,method,at,quantity,value\n"
            "m,a,10,quantiles p=0.25 loss,1.5\n"
            "m,a,10,quantiles p=0.5 loss,2.5\n"
            "m,a,,interval lo,1\n"
            "m,a,,interval parts 0,4\n"
            "m,a,,interval parts 1,5\n");
}

}  // namespace sweep::section_csv_test
