#include "bench/reports/coco/coco.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/log_files.hpp"

namespace sweep::coco_test {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

using Lines = std::vector<std::vector<std::string>>;
using Words = std::vector<std::string>;

std::vector<LogBlock> blocks_of(const std::string& text) { return log_blocks(text, "%"); }

/// The evaluations of a run, with their points.
struct Points {
  std::vector<std::vector<double>> x;  // by evaluation
  LoggedRun run;
};

/// Values in order of evaluation; the i-th point is (i, -1 - i).
Points run_of(const std::vector<double>& values, std::optional<double> optimum) {
  Points made;
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.x.push_back({static_cast<double>(i), -1 - static_cast<double>(i)});
  }
  made.run = {1, 1, optimum, values.size(), {}};
  for (std::size_t i = 0; i < values.size(); ++i) {
    made.run.logged.push_back({i + 1, values[i], made.x[i]});
  }
  return made;
}

Words column(const Lines& lines, std::size_t i) {
  Words words;
  for (const Words& line : lines) words.push_back(line.at(i));
  return words;
}

TEST(CocoBlocks, BeginWithTheHeaderOfTheFormat) {
  const CocoBlocks blocks = coco_blocks(run_of({1}, 79.48).run, 2);
  const std::string header =
      "% f evaluations | g evaluations | best noise-free fitness - Fopt (7.948000000000e+01) + sum "
      "g_i+ | measured fitness | best measured fitness or single-digit g-values | x1 | x2...\n";
  EXPECT_TRUE(blocks.dat.starts_with(header)) << blocks.dat;
  EXPECT_TRUE(blocks.tdat.starts_with(header));
  EXPECT_EQ(blocks.rdat, header);
  EXPECT_EQ(blocks.mdat, header);
  const CocoBlocks unknown = coco_blocks(run_of({1}, std::nullopt).run, 2);
  EXPECT_NE(unknown.dat.find("fitness - Fref (0.000000000000e+00) +"), std::string::npos);
}

TEST(CocoBlocks, ShowTheFirstEvaluationWithoutAskingTheTargets) {
  // The second value reaches no further target than the first, but that one was not asked.
  const auto dat = blocks_of(coco_blocks(run_of({9.5, 9.4, 9.3, 9.6}, 0).run, 2).dat);
  ASSERT_EQ(dat.size(), 1u);
  EXPECT_EQ(column(dat[0].lines, 0), (Words{"1", "2", "4"}));
  EXPECT_EQ(dat[0].lines[1], (Words{"2", "0", "+9.400000000e+00", "+9.400000000e+00",
                                    "+9.400000000e+00", "+1.0000e+00", "-2.0000e+00"}));
  // The end: the best value in all columns, and its point.
  EXPECT_EQ(dat[0].lines[2], (Words{"4", "0", "+9.300000000e+00", "+9.300000000e+00",
                                    "+9.300000000e+00", "+2.0000e+00", "-3.0000e+00"}));
}

TEST(CocoBlocks, ShowTheCurrentValueAtNumbersOfEvaluations) {
  const auto tdat = blocks_of(coco_blocks(run_of({5, 7, 4, 8}, 3).run, 2).tdat);
  EXPECT_EQ(column(tdat[0].lines, 0), (Words{"1", "2", "3", "4"}));
  EXPECT_EQ(column(tdat[0].lines, 2), (Words{"+2.000000000e+00", "+2.000000000e+00",
                                             "+1.000000000e+00", "+1.000000000e+00"}));
  EXPECT_EQ(column(tdat[0].lines, 3), (Words{"+5.000000000e+00", "+7.000000000e+00",
                                             "+4.000000000e+00", "+8.000000000e+00"}));
  EXPECT_EQ(column(tdat[0].lines, 5),
            (Words{"+0.0000e+00", "+1.0000e+00", "+2.0000e+00", "+3.0000e+00"}));
}

TEST(CocoBlocks, NeverShowANumberThatIsNotFinite) {
  const std::vector<double> values = {kInf, kNan, 5, -kInf, kNan};
  const CocoBlocks blocks = coco_blocks(run_of(values, 0).run, 2);
  const auto tdat = blocks_of(blocks.tdat);
  EXPECT_EQ(column(tdat[0].lines, 3),
            (Words{"+3.000000000e+21", "+2.000000000e+21", "+5.000000000e+00", "+3.000000000e+21",
                   "+2.000000000e+21"}));
  EXPECT_EQ(column(tdat[0].lines, 4),
            (Words{"+3.000000000e+21", "+2.000000000e+21", "+5.000000000e+00", "+5.000000000e+00",
                   "+5.000000000e+00"}));
  for (const std::string& text :
       {blocks.dat, blocks.tdat, coco_entry_item(run_of({kInf}, 0).run)}) {
    EXPECT_EQ(text.find("inf"), std::string::npos) << text;
    EXPECT_EQ(text.find("nan"), std::string::npos) << text;
  }
}

TEST(CocoBlocks, CountValuesBelowTheOptimumAsIt) {
  const Points points = run_of({5, 2.9}, 3);
  const auto dat = blocks_of(coco_blocks(points.run, 2).dat);
  EXPECT_EQ(dat[0].lines[1][2], "+0.000000000e+00");
  EXPECT_EQ(dat[0].lines[1][3], "+2.900000000e+00");
  EXPECT_EQ(dat[0].lines[1][4], "+3.000000000e+00");
  EXPECT_EQ(coco_entry_item(points.run), ", 1:2|0.0e+00");
}

TEST(CocoBlocks, LeaveTheCoordinatesOutAboveSixDimensions) {
  for (const std::size_t dimension : {1u, 6u, 7u, 40u}) {
    const std::vector<double> x(dimension, 0.5);
    const LoggedRun run{1, 1, 0, 1, {{1, 2.0, x}}};
    const auto dat = blocks_of(coco_blocks(run, dimension).dat);
    EXPECT_EQ(dat[0].lines[0].size(), dimension <= 6 ? 5 + dimension : 5) << dimension;
  }
}

// What a store of improvements gives.
TEST(CocoBlocks, TakeTheBestWhereAnEvaluationIsNotThere) {
  const std::vector<double> values = {5, 7, 4, 8, 6, 9, 3, 8, 9, 9, 8};
  const Points all = run_of(values, 1);
  LoggedRun best = all.run;
  std::erase_if(best.logged, [](const Evaluation& e) {
    return e.number != 1 && e.number != 3 && e.number != 7;
  });
  const CocoBlocks exact = coco_blocks(all.run, 2);
  const CocoBlocks sparse = coco_blocks(best, 2);
  EXPECT_EQ(sparse.dat, exact.dat);
  EXPECT_EQ(coco_entry_item(best), coco_entry_item(all.run));
  const Lines a = blocks_of(exact.tdat)[0].lines;
  const Lines b = blocks_of(sparse.tdat)[0].lines;
  for (const std::size_t i : {0u, 1u, 2u, 4u}) EXPECT_EQ(column(a, i), column(b, i)) << i;
  EXPECT_EQ(b[1], (Words{"2", "0", "+4.000000000e+00", "+5.000000000e+00", "+5.000000000e+00",
                         "+0.0000e+00", "-1.0000e+00"}));
  EXPECT_EQ(a[1][3], "+7.000000000e+00");
}

TEST(CocoEntry, HasTheKeysOfTheFormat) {
  const LoggedProblem problem{"bbob", 8, "Rosenbrock", 5};
  const std::string text = coco_entry_head(problem, "grid?levels=5,x='a'", "a comment") +
                           coco_entry_item(run_of({5, 3.5}, 3).run) +
                           coco_entry_item(run_of({3}, 3).run);
  const auto entries = coco_entries(text + "\n");
  ASSERT_EQ(entries.size(), 1u);
  const std::map<std::string, std::string> keys = {{"suite", "'bbob'"},
                                                   {"funcId", "8"},
                                                   {"DIM", "5"},
                                                   {"Precision", "1.000e-08"},
                                                   {"algId", "'grid_levels_5_x_a_'"},
                                                   {"logger", "'bbob'"},
                                                   {"data_format", "'bbob-new2'"}};
  EXPECT_EQ(entries[0].keys, keys);
  EXPECT_EQ(entries[0].comment, "% a comment");
  EXPECT_EQ(entries[0].data, "data_f8/bbobexp_f8_DIM5.dat");
  ASSERT_EQ(entries[0].runs.size(), 2u);
  EXPECT_EQ(entries[0].runs[0].evaluations, 2u);
  EXPECT_EQ(entries[0].runs[0].precision, "5.0e-01");
}

// ------------------------------------------------------------ against logs that cocopp accepted --

const std::string kSamples = std::string(SWEEP_TEST_DATA) + "/golden/coco-logs/";

/// A run of a sample as evaluations. Values are precisions, optimum 0: the third column has them to
/// all digits of the log. What improved without a line of its own shows in the next line.
struct SampleRun {
  std::map<std::uint64_t, std::pair<double, std::vector<double>>> evaluations;
  LoggedRun run;
};

std::vector<double> coordinates(const Words& line) {
  std::vector<double> x;
  for (std::size_t i = 5; i < line.size(); ++i) x.push_back(std::stod(line[i]));
  return x;
}

SampleRun sample_run(const LogBlock& dat, const LogBlock& tdat) {
  const std::smatch optimum = [&] {
    std::smatch found;
    EXPECT_TRUE(std::regex_search(dat.header, found, std::regex(R"(Fopt \(([^)]*)\))")));
    return found;
  }();
  const double f_opt = std::stod(optimum[1]);
  std::map<std::uint64_t, Words> lines;
  for (const Words& line : dat.lines) lines[std::stoull(line[0])] = line;
  for (const Words& line : tdat.lines) lines[std::stoull(line[0])] = line;
  SampleRun sample;
  double best = kInf;
  for (const auto& [number, line] : lines) {
    const double precision = std::stod(line[2]);
    const bool is_best = line[3] == line[4];
    if (precision < best && !is_best) {
      sample.evaluations[number - 1] = {precision, coordinates(dat.lines.back())};
    }
    best = precision;
    const double value = is_best ? precision : std::max(precision, std::stod(line[3]) - f_opt);
    sample.evaluations[number] = {value, coordinates(line)};
  }
  sample.run = {1, 1, 0.0, lines.rbegin()->first, {}};
  for (const auto& [number, evaluation] : sample.evaluations) {
    sample.run.logged.push_back({number, evaluation.first, evaluation.second});
  }
  return sample;
}

// What improves in digits that the log does not show moves the best point without a trace: by two
// units of the fifth digit at most in these samples. The last line shows that point.
void expect_near_in_print(const std::string& written, const std::string& sample,
                          const std::string& where) {
  const double expected = std::stod(sample);
  EXPECT_NEAR(std::stod(written), expected, 2e-4 * std::abs(expected)) << where;
}

void expect_same_lines(const Lines& written, const Lines& sample, const std::string& where) {
  EXPECT_EQ(column(written, 0), column(sample, 0)) << where;
  ASSERT_EQ(written.size(), sample.size()) << where;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    ASSERT_EQ(written[i].size(), sample[i].size()) << where;
    for (std::size_t k = 1; k < sample[i].size(); ++k) {
      const bool is_measured = k == 3 || k == 4;  // relative to the optimum here
      if (is_measured) continue;
      if (k > 4 && i + 1 == sample.size()) {
        expect_near_in_print(written[i][k], sample[i][k], where);
        continue;
      }
      EXPECT_EQ(written[i][k], sample[i][k]) << where << " line " << i;
    }
  }
}

void expect_same_data(const std::string& folder, const CocoEntry& entry) {
  const std::string data = folder + entry.data.substr(0, entry.data.size() - 4);
  const auto dat = blocks_of(file_text(data + ".dat"));
  const auto tdat = blocks_of(file_text(data + ".tdat"));
  ASSERT_EQ(dat.size(), entry.runs.size());
  ASSERT_EQ(tdat.size(), entry.runs.size());
  for (std::size_t i = 0; i < dat.size(); ++i) {
    const SampleRun sample = sample_run(dat[i], tdat[i]);
    const std::string where = fmt::format("{} run {}", data, i);
    const auto dimension = static_cast<std::size_t>(std::stoul(entry.keys.at("DIM")));
    const CocoBlocks blocks = coco_blocks(sample.run, dimension);
    expect_same_lines(blocks_of(blocks.dat)[0].lines, dat[i].lines, where + " dat");
    expect_same_lines(blocks_of(blocks.tdat)[0].lines, tdat[i].lines, where + " tdat");
    EXPECT_EQ(coco_entry_item(sample.run),
              fmt::format(", 1:{}|{}", entry.runs[i].evaluations, entry.runs[i].precision));
  }
}

TEST(CocoBlocks, HaveTheLinesOfTheSamples) {
  int entries = 0;
  for (const char* method : {"RS", "SRS"}) {
    for (const int function : {1, 8, 21}) {
      const std::string folder = kSamples + method + "/";
      for (const CocoEntry& entry :
           coco_entries(file_text(folder + fmt::format("bbobexp_f{}.info", function)))) {
        expect_same_data(folder, entry);
        const LoggedProblem problem{"bbob", function, "",
                                    static_cast<std::size_t>(std::stoul(entry.keys.at("DIM")))};
        const auto own = coco_entries(coco_entry_head(problem, method, "x") + "\n");
        EXPECT_EQ(own.at(0).keys, entry.keys);
        EXPECT_EQ(own.at(0).data, entry.data);
        ++entries;
      }
    }
  }
  EXPECT_EQ(entries, 12);
}

}  // namespace sweep::coco_test
