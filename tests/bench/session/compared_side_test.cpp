#include "bench/session/compared_side.hpp"

#include "bench/session/approved_summary.hpp"
#include "tests/bench/store/store_fixture.hpp"

namespace sweep::compared_side_test {

class ComparedSideTest : public StoreTest {
 protected:
  [[nodiscard]] std::string store(const std::string& name, std::uint64_t cells) const {
    StoreContents stored = contents();
    stored.header.cells = cells;
    stored.header.experiment_text =
        "method: [\"random\"]\ntrials: 25\nset: {\"cluster.late\": \"2\", \"tpe.gamma\": "
        "\"0.1\"}\n";
    Store made = Store::open(path(name), stored);
    for (std::uint64_t seed = 1; seed <= cells; ++seed) made.append(cell(seed));
    return path(name);
  }
};

TEST_F(ComparedSideTest, IsNamedByFileMethodAndLabel) {
  const std::string file = store("a.db", 1);
  EXPECT_EQ(side_name(file).path, file);
  EXPECT_FALSE(side_name(file).method);
  const SideName method = side_name(file + ":tpe?gamma=0.1");
  EXPECT_EQ(method.path, file);
  EXPECT_EQ(method.method, "tpe?gamma=0.1");
  EXPECT_EQ(method.label, file + ":tpe?gamma=0.1");
  const SideName labelled = side_name("old=" + file + ":random");
  EXPECT_EQ(labelled.label, "old");
  EXPECT_EQ(labelled.method, "random");
  EXPECT_THROW(side_name(path("b.db") + ":random"), SpecError);
}

TEST_F(ComparedSideTest, HasTheCellsOfAStore) {
  const ReadSide read = read_side(side_name(store("a.db", 3)));
  EXPECT_TRUE(read.warnings.empty());
  ASSERT_EQ(read.side.cells.size(), 3U);
  EXPECT_EQ(read.side.cells[1].loss, 0.375);  // without noise
  EXPECT_EQ(read.side.cells[1].seed, 2U);
  const std::map<std::string, std::string> terms = {{"trials", "25"}, {"cluster.late", "\"2\""}};
  EXPECT_EQ(read.side.terms, terms);
}

TEST_F(ComparedSideTest, RefusesAMethodThatIsNotThere) {
  const std::string file = store("a.db", 1);
  EXPECT_EQ(read_side(side_name(file + ":random")).side.cells.size(), 1U);
  const std::string message =
      message_of<SpecError>([&] { read_side(side_name(file + ":randon")); });
  EXPECT_NE(message.find("random"), std::string::npos) << message;
}

TEST_F(ComparedSideTest, SurvivesAnApprovedSummary) {
  const Side side = read_side(side_name(store("a.db", 3))).side;
  write_file(path("a.json"), approved_text(side));
  ASSERT_TRUE(is_approved_summary(path("a.json")));
  EXPECT_FALSE(is_approved_summary(path("a.db")));
  const Side again = read_side(side_name(path("a.json"))).side;
  EXPECT_EQ(again.cells, side.cells);
  EXPECT_EQ(again.objectives, side.objectives);
  EXPECT_EQ(again.methods, side.methods);
  EXPECT_EQ(again.terms, side.terms);
}

TEST_F(ComparedSideTest, SurvivesAnApprovedSummaryWithItsCourses) {
  Side side = read_side(side_name(store("a.db", 2))).side;
  side.cells[1].course = Descent{{{1, 0.5}, {9, 0.25}}, 12};
  side.cells[1].has_stops = true;
  const std::string text = approved_text(side);
  write_file(path("a.json"), text);
  EXPECT_EQ(read_side(side_name(path("a.json"))).side.cells, side.cells);
  std::string even = text;
  even.replace(even.find("[12.0, 1.0, 0.5"), 15, "[12.0, 0.5");
  write_file(path("even.json"), even);
  EXPECT_NE(message_of<SpecError>([&] {
              read_approved(path("even.json"));
            }).find("a course has an odd number of numbers"),
            std::string::npos);
}

TEST_F(ComparedSideTest, ReadsASummaryOfBefore) {
  const Side side = read_side(side_name(store("a.db", 2))).side;
  std::string text = approved_text(side);
  text.replace(text.find("summary 2"), 9, "summary 1");
  write_file(path("a.json"), text);
  EXPECT_EQ(read_side(side_name(path("a.json"))).side.cells, side.cells);
}

TEST_F(ComparedSideTest, RefusesASummaryThatIsNone) {
  const std::string whole = approved_text(read_side(side_name(store("a.db", 1))).side);
  const auto refusal = [&](const std::string& text) {
    write_file(path("a.json"), text);
    return message_of<SpecError>([&] { read_approved(path("a.json")); });
  };
  EXPECT_NE(refusal("{}").find("is no approved summary: format"), std::string::npos);
  EXPECT_NE(refusal(whole.substr(0, whole.size() / 2)), "");
  std::string other = whole;
  other.replace(other.find("[0, 0, 1"), 8, "[0, 9, 1");
  EXPECT_NE(refusal(other).find("objective 9"), std::string::npos);
}

// Text of an approved summary with one part of it replaced.
std::string with(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return at == std::string::npos ? text : text.replace(at, part.size(), other);
}

TEST_F(ComparedSideTest, RefusesNumbersThatAreNone) {
  const std::string whole = approved_text(read_side(side_name(store("a.db", 1))).side);
  const std::string max_step = "\"max_step\": 1";
  const std::string name = "\"name\": ";
  const struct {
    std::string text;
    const char* says;
  } cases[] = {
      {with(whole, max_step, "\"max_step\": -1"), "max_step -1 is no whole number"},
      {with(whole, max_step, "\"max_step\": 99999999999"), "is no whole number"},
      {with(whole, "\"optimum\": ", "\"optimum\": \"abc\", \"was\": "), "optimum is no number"},
      {with(whole, "\"dimension\": ", "\"dimension\": 1.5, \"was\": "),
       "dimension 1.5 is no whole number"},
      {with(whole, "\"methods\": [", "\"methods\": [\"a\", \"a\", "), "method a is there twice"}};
  for (const auto& [text, says] : cases) {
    write_file(path("a.json"), text);
    const std::string message = message_of<SpecError>([&] { read_approved(path("a.json")); });
    EXPECT_NE(message.find(says), std::string::npos) << message;
  }
}

TEST_F(ComparedSideTest, TellsASummaryFromOtherJson) {
  write_file(path("a.json"), approved_text(read_side(side_name(store("a.db", 1))).side));
  EXPECT_TRUE(is_approved_summary(path("a.json")));
  write_file(path("experiment.json"), "{\"method\": \"random\"}");
  EXPECT_FALSE(is_approved_summary(path("experiment.json")));
}

}  // namespace sweep::compared_side_test
