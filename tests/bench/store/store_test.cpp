#include "bench/store/store.hpp"

#include <atomic>
#include <bit>

#include "algorithms/space/real_limits.hpp"
#include "tests/bench/store/store_fixture.hpp"

namespace sweep::store_test {

constexpr double kInf = std::numeric_limits<double>::infinity();

void expect_same(double a, double b) {
  if (std::isnan(a) && std::isnan(b)) return;
  EXPECT_EQ(std::bit_cast<std::uint64_t>(a), std::bit_cast<std::uint64_t>(b)) << a << " " << b;
}

void expect_same_cell(const CellResult& a, const CellResult& b) {
  EXPECT_EQ(a.cell, b.cell);
  EXPECT_EQ(a.trials, b.trials);
  EXPECT_EQ(a.failed, b.failed);
  EXPECT_EQ(a.duplicates, b.duplicates);
  EXPECT_EQ(a.fallbacks, b.fallbacks);
  EXPECT_EQ(a.exhausted, b.exhausted);
  expect_same(a.best_loss, b.best_loss);
  expect_same(a.incumbent_loss, b.incumbent_loss);
  EXPECT_EQ(a.optimum, b.optimum);
  EXPECT_EQ(a.digest, b.digest);
  EXPECT_EQ(a.timing.suggest, b.timing.suggest);
  EXPECT_EQ(a.timing.searcher_seconds, b.timing.searcher_seconds);
  EXPECT_EQ(a.timing.cell_seconds, b.timing.cell_seconds);
}

void expect_same_records(const CellResult& a, const CellResult& b) {
  ASSERT_EQ(a.records.size(), b.records.size());
  ASSERT_EQ(a.points.size(), b.points.size());
  for (std::size_t i = 0; i < a.records.size(); ++i) {
    EXPECT_EQ(a.records[i].trial, b.records[i].trial);
    EXPECT_EQ(a.records[i].step, b.records[i].step);
    EXPECT_EQ(a.records[i].state, b.records[i].state);
    expect_same(a.records[i].loss, b.records[i].loss);
  }
  for (std::size_t i = 0; i < a.points.size(); ++i) expect_same(a.points[i], b.points[i]);
}

CellResult extreme_cell() {
  CellResult result;
  result.cell = {"b\"a'yes", "ack\nley \xC3\xBC", ~std::uint64_t{0}};
  result.exhausted = true;
  result.best_loss = kNaN;
  result.records = {{~TrialId{0} >> 1, 1, kNaN, TrialState::failed},
                    {1, 2, kInf, TrialState::running},
                    {2, 3, -kInf, TrialState::completed}};
  result.points = {kNaN, kInf, -kInf};
  return result;
}

TEST_F(StoreTest, GivesBackWhatItWasGiven) {
  const std::vector<CellResult> given = {cell(1), extreme_cell(), CellResult{}};
  {
    Store store = Store::open(path(), contents());
    EXPECT_TRUE(store.finished().empty());
    for (const CellResult& result : given) store.append(result);
  }
  const StoreReader reader(path());
  std::vector<CellResult> read = reader.cells();
  ASSERT_EQ(read.size(), given.size());
  for (std::size_t i = 0; i < given.size(); ++i) {
    expect_same_cell(read[i], given[i]);
    EXPECT_TRUE(read[i].records.empty() && read[i].points.empty());
    reader.read_records(read[i]);
    expect_same_records(read[i], given[i]);
  }
  EXPECT_EQ(reader.header().experiment_text, contents().header.experiment_text);
  EXPECT_EQ(reader.provenances(), std::vector{contents().provenance});
  EXPECT_EQ(read[0].provenance, 0U);
  EXPECT_EQ(reader.header().record, RecordLevel::best);
}

TEST_F(StoreTest, ResumesAndLeavesNothingBesideTheFile) {
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    {
      Store store = Store::open(path(), contents());
      EXPECT_EQ(store.finished().size(), seed);
      store.append(cell(seed));
      EXPECT_EQ(store.finished().back().cell.seed, seed);
    }
    EXPECT_EQ(files_in_folder(), 1U);
  }
}

TEST_F(StoreTest, KeepsNothingOfACellWhoseWritingWasStopped) {
  CellResult large = cell(1);
  large.records.resize(20'000);
  large.points.resize(20'000);
  const std::atomic<bool> stop = true;
  Store store = Store::open(path(), contents());
  EXPECT_FALSE(store.append(large, stop));
  EXPECT_TRUE(store.finished().empty());
  EXPECT_TRUE(store.append(cell(2), stop));  // small enough to be written anyway
  EXPECT_TRUE(store.append(large));
  EXPECT_EQ(store.finished().size(), 2U);
}

TEST_F(StoreTest, LosesNothingWhenItKeepsItsJournal) {
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    {
      Store store = Store::open(path(), contents());
      EXPECT_EQ(store.finished().size(), seed);
      store.append(cell(seed));
      store.keep_journal();
    }
    EXPECT_EQ(files_in_folder(), 2U);
  }
  EXPECT_EQ(StoreReader(path()).cells().size(), 3U);
  EXPECT_EQ(Store::open(path(), contents()).finished().size(), 3U);
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(StoreTest, RefusesACellTwiceAndKeepsTheFirst) {
  Store store = Store::open(path(), contents());
  store.append(cell(1));
  const std::string message = message_of<StoreError>([&] { store.append(cell(1)); });
  EXPECT_NE(message.find("already stored"), std::string::npos) << message;
  store.append(cell(2));
  EXPECT_EQ(store.finished().size(), 2U);
}

TEST_F(StoreTest, ReplacesACellThatFailed) {
  CellResult failed = cell(1);
  failed.failure = "the searcher broke";
  Store store = Store::open(path(), contents());
  store.append(failed);
  store.append(cell(2));
  EXPECT_EQ(store.finished().at(0).failure, "the searcher broke");
  store.append(cell(1));
  ASSERT_EQ(store.finished().size(), 2U);
  CellResult replaced = store.finished().at(1);
  EXPECT_EQ(replaced.failure, "");
  store.read_records(replaced);
  expect_same_records(replaced, cell(1));
}

TEST_F(StoreTest, KeepsWhatComputedEachCell) {
  StoreContents other = contents();
  other.provenance.build_id = "other";
  Store::open(path(), contents()).append(cell(1));
  Store::open(path(), other, {.builds = Builds::any}).append(cell(2));
  Store::open(path(), contents(), {.builds = Builds::any}).append(cell(3));
  const StoreReader reader(path());
  EXPECT_EQ(reader.provenances(), (std::vector{contents().provenance, other.provenance}));
  const std::vector<CellResult> cells = reader.cells();
  EXPECT_EQ(cells[0].provenance, 0U);
  EXPECT_EQ(cells[1].provenance, 1U);
  EXPECT_EQ(cells[2].provenance, 0U);
  EXPECT_THROW(static_cast<void>(Store::open(path(), contents())), SpecError);
}

TEST_F(StoreTest, IsNoStoreOfABuildThatLeftNoCellInIt) {
  CellResult large = cell(1);
  large.cell.objective = "another";
  large.records.resize(20'000);
  large.points.resize(20'000);
  const std::atomic<bool> stop = true;
  EXPECT_FALSE(Store::open(path(), contents()).append(large, stop));
  EXPECT_TRUE(StoreReader(path()).provenances().empty());
  EXPECT_EQ(StoreReader(path()).objectives().size(), 1U);
  StoreContents other = contents();
  other.provenance.build_id = "other";
  CellResult failed = cell(1);
  failed.failure = "the searcher broke";
  Store::open(path(), other).append(failed);
  Store::open(path(), contents(), {.builds = Builds::any}).append(cell(1));
  EXPECT_EQ(StoreReader(path()).provenances().size(), 2U);
  EXPECT_EQ(Store::open(path(), contents()).finished().size(), 1U);  // the other's was replaced
}

TEST_F(StoreTest, WritesWhatACellRefersToAgainAfterAStop) {
  CellResult large = cell(1);
  large.cell.objective = "another";
  large.records.resize(20'000);
  large.points.resize(20'000);
  const std::atomic<bool> stop = true;
  Store store = Store::open(path(), contents());
  EXPECT_FALSE(store.append(large, stop));
  EXPECT_TRUE(store.append(large));
  EXPECT_EQ(store.finished().at(0).cell.objective, "another");
  EXPECT_EQ(store.provenances(), std::vector{contents().provenance});
}

TEST_F(StoreTest, DescribesItsObjectives) {
  CellResult foreign = cell(1);
  foreign.cell.objective = "nobody described it";
  foreign.use.best_stopped = std::nullopt;
  Store::open(path(), contents()).append(foreign);
  const StoreReader reader(path());
  EXPECT_EQ(reader.header().cells, 20U);
  EXPECT_TRUE(reader.header().in_order);
  ASSERT_EQ(reader.objectives().size(), 2U);
  EXPECT_EQ(reader.objectives()[0], contents().objectives[0]);
  EXPECT_EQ(reader.objectives()[1].name, "nobody described it");
  EXPECT_FALSE(reader.objectives()[1].is_described());
  EXPECT_FALSE(reader.cells().at(0).use.best_stopped);
}

TEST_F(StoreTest, TakesNamesThatSqliteReadsDifferently) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_);
  for (const char* name : {":memory:", "file:x.db?mode=memory", "a b%20?.db"}) {
    Store::open(name, contents()).append(cell(1));
    EXPECT_TRUE(std::filesystem::exists(folder_ / name)) << name;
    EXPECT_EQ(StoreReader(name).cells().size(), 1U) << name;
  }
  std::filesystem::current_path(before);
}

TEST_F(StoreTest, RefusesAnotherExperimentAndSaysWhatDiffers) {
  Store::open(path(), contents()).append(cell(1));
  const std::string before = read_file(path());
  struct Case {
    const char* what;
    StoreContents contents;
  };
  std::vector<Case> cases = {{"experiment", contents()},
                             {"build", contents()},
                             {"CPU", contents()},
                             {"record level", contents()}};
  cases[0].contents.header.experiment_hash = "4567";
  cases[1].contents.provenance.build_id = "other";
  cases[2].contents.provenance.cpu = "other";
  cases[3].contents.header.record = RecordLevel::steps;
  for (const Case& c : cases) {
    const std::string message =
        message_of<SpecError>([&] { static_cast<void>(Store::open(path(), c.contents)); });
    EXPECT_NE(message.find(std::string("another ") + c.what), std::string::npos) << message;
    EXPECT_NE(message.find("--out"), std::string::npos) << message;
  }
  EXPECT_EQ(StoreReader(path()).cells().size(), 1U);
  EXPECT_EQ(files_in_folder(), 1U);
  EXPECT_TRUE(read_file(path()) == before);
}

TEST_F(StoreTest, ComparesTwoExperimentsLineByLine) {
  StoreContents stored = contents();
  stored.header.experiment_text = "method: [\"random\"]\ntrials: 5\nset: {}\n";
  Store::open(path(), stored).append(cell(1));
  StoreContents given = stored;
  given.header.experiment_text =
      "method: [\"random\"]\ntrials: 6\nseeds: " + std::string(500, '7') + "\n";
  given.header.experiment_hash = "4567";
  const std::string message =
      message_of<SpecError>([&] { static_cast<void>(Store::open(path(), given)); });
  EXPECT_NE(message.find("(seeds: none in the store, " + std::string(60, '7') +
                         "... asked for; set: {} in the store, none asked for; "
                         "trials: 5 in the store, 6 asked for)"),
            std::string::npos)
      << message;
}

TEST_F(StoreTest, IsHeldByOneRunAlone) {
  Store store = Store::open(path(), contents());
  store.append(cell(1));
  const std::string writer = message_of<StoreError>(
      [&] { static_cast<void>(Store::open(path(), contents(), {.wait_ms = kDoNotWait})); });
  EXPECT_NE(writer.find("another run is writing"), std::string::npos) << writer;
  store.append(cell(2));
  EXPECT_EQ(store.finished().size(), 2U);
}

}  // namespace sweep::store_test
