#include <sqlite3.h>

#include <map>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "algorithms/config/space_text.hpp"
#include "bench/session/store_contents.hpp"
#include "bench/session/store_upgrade.hpp"
#include "bench/session/stored_results.hpp"
#include "bench/store/layout.hpp"
#include "tests/bench/store/store_fixture.hpp"

// Stores of layouts 3 to 5, as programs of their times wrote them: see make_layout3.sh,
// make_layout4.sh and make_layout5.sh.
namespace sweep::migration_test {

class Migration : public StoreTest {
 protected:
  Migration() { take("layout3.db"); }

  void take(const char* store) const {
    std::filesystem::copy_file(std::string(SWEEP_TEST_DATA "/bench/store/") + store, path(),
                               std::filesystem::copy_options::overwrite_existing);
  }

  /// What the store was told, and what a run with this program would tell it.
  [[nodiscard]] StoreContents contents_of_file() const {
    const StoreReader reader(path(), kStoreWaitMs, store_upgrade);
    return {reader.header(), reader.objectives(), reader.provenances().at(0)};
  }
};

using Rows = std::vector<std::string>;

Rows rows_of(const std::string& path, const std::string& sql) {
  sqlite3* connection = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  Rows rows;
  const auto take = [](void* to, int columns, char** values, char**) {
    std::string& row = static_cast<Rows*>(to)->emplace_back();
    for (int i = 0; i < columns; ++i) row += std::string(values[i] ? values[i] : "NULL") + "|";
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), take, &rows, nullptr), SQLITE_OK) << sql;
  sqlite3_close(connection);
  return rows;
}

constexpr const char* kTableNames[] = {"experiment", "objective", "provenance", "cell",
                                       "record",     "timing",    "seal"};

TEST_F(Migration, ReadsAndLeavesTheFileAsItIs) {
  const std::string before = read_file(path());
  const StoredResults stored(path());
  EXPECT_EQ(stored.cells.size(), 30u);
  EXPECT_EQ(stored.header.cells, 30u);
  EXPECT_TRUE(stored.header.in_order);
  EXPECT_FALSE(unfinished_warning(stored));
  ASSERT_EQ(stored.provenances.size(), 1u);
  EXPECT_EQ(stored.provenances[0].version, "0.1.0");
  ASSERT_EQ(stored.objectives.size(), 5u);
  EXPECT_EQ(stored.objectives[0].family, "bbob");
  EXPECT_EQ(stored.objectives[3].is_noisy, true);
  std::set<std::string> keys;
  for (const CellResult& cell : stored.cells) keys.insert(cell.method_key);
  EXPECT_EQ(keys, (std::set<std::string>{"random", "random+asha?eta=2", "tpe?candidates=8"}));
  EXPECT_TRUE(read_file(path()) == before);
  EXPECT_EQ(files_in_folder(), 1u);
}

TEST_F(Migration, KnowsLossesWithoutNoise) {
  const StoredResults stored(path());
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    const CellResult cell = stored.whole(i);
    const bool is_noisy = stored.objective(cell.cell).is_noisy.value();
    ASSERT_FALSE(cell.records.empty());
    for (const Record& record : cell.records) {
      const bool is_complete = record.state == TrialState::completed;
      EXPECT_EQ(std::isnan(record.exact), !is_complete);
      if (!is_complete) continue;
      EXPECT_EQ(record.exact == record.loss, !is_noisy);
    }
  }
}

TEST_F(Migration, IsContinuedInPlace) {
  StoreContents contents = contents_of_file();
  contents.provenance.build_id = "this one";
  CellResult more = StoredResults(path()).whole(0);
  more.cell.seed = 77;
  EXPECT_NE(message_of<SpecError>([&] {
              static_cast<void>(Store::open(path(), contents, {.upgrade = store_upgrade}));
            }).find("another build"),
            std::string::npos);
  EXPECT_EQ(rows_of(path(), "PRAGMA user_version"), Rows{"3|"});
  Store::open(path(), contents, {Builds::any, store_upgrade}).append(more);
  EXPECT_EQ(rows_of(path(), "PRAGMA user_version"), Rows{"6|"});
  const StoreReader reader(path());
  EXPECT_EQ(reader.cells().size(), 31u);
  EXPECT_EQ(reader.provenances().size(), 2u);
  EXPECT_EQ(reader.cells().front().provenance, 0u);
  EXPECT_EQ(reader.cells().back().provenance, 1u);
}

// The same cells written to a new store by this program.
TEST_F(Migration, EndsAsAFreshStore) {
  for (const char* const store : {"layout3.db", "layout4.db", "layout4-best.db", "layout5.db"}) {
    SCOPED_TRACE(store);
    take(store);
    const StoreContents contents = contents_of_file();
    const std::string fresh_path = path(std::string("fresh-") + store);
    const StoreReader old(path(), kStoreWaitMs, store_upgrade);
    {
      Store fresh = Store::open(fresh_path, contents);
      for (CellResult& cell : old.cells()) {
        old.read_records(cell);
        fresh.append(cell);
      }
    }
    static_cast<void>(Store::open(path(), contents, {.upgrade = store_upgrade}));
    for (const std::string table : kTableNames) {
      const std::string layout = "SELECT * FROM pragma_table_xinfo('" + table + "')";
      EXPECT_EQ(rows_of(path(), layout), rows_of(fresh_path, layout)) << table;
      const std::string all = "SELECT * FROM " + table + " ORDER BY 1, 2";
      EXPECT_EQ(rows_of(path(), all), rows_of(fresh_path, all)) << table;
    }
    const char* const schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2";
    EXPECT_EQ(rows_of(path(), schema), rows_of(fresh_path, schema));
  }
}

TEST_F(Migration, ContinuesAStoreOfLayout4) {
  take("layout4.db");
  StoreContents contents = contents_of_file();
  CellResult more = StoredResults(path()).whole(0);
  more.cell.seed = 77;
  EXPECT_EQ(rows_of(path(), "PRAGMA user_version"), Rows{"4|"});  // reading leaves it
  contents.provenance.build_id = "this one";
  Store::open(path(), contents, {Builds::any, store_upgrade}).append(more);
  EXPECT_EQ(rows_of(path(), "PRAGMA user_version"), Rows{"6|"});
  const StoredResults stored(path());
  ASSERT_EQ(stored.cells.size(), 31u);
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    EXPECT_FALSE(stored.whole(i).records.empty());
  }
}

TEST_F(Migration, ContinuesAStoreOfLayout5WhoseRecordsKnowNoSteps) {
  take("layout5.db");
  StoreContents contents = contents_of_file();
  CellResult more = StoredResults(path()).whole(0);
  ASSERT_FALSE(more.records.empty());
  EXPECT_EQ(more.records[0].steps, 0u);
  more.cell.seed = 77;
  more.records[0].steps = 5;
  contents.provenance.build_id = "this one";
  Store::open(path(), contents, {Builds::any, store_upgrade}).append(more);
  EXPECT_EQ(rows_of(path(), "PRAGMA user_version"), Rows{"6|"});
  const StoredResults stored(path());
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    EXPECT_FALSE(stored.whole(i).records.empty());
  }
  EXPECT_EQ(stored.whole(stored.cells.size() - 1).records[0].steps, 5u);
}

// Its checksums are not made anew: they would bless what was changed.
TEST_F(Migration, RefusesAStoreOfLayout5ThatWasChanged) {
  for (const char* const change : {"UPDATE cell SET best_loss = -3 WHERE id = 4",
                                   "UPDATE record SET loss = -3 WHERE cell = 4",
                                   "DELETE FROM cell WHERE id = 4"}) {
    take("layout5.db");
    rows_of(path(), change);
    EXPECT_THROW(
        {
          const StoredResults stored(path());
          for (std::size_t i = 0; i < stored.cells.size(); ++i) stored.whole(i);
        },
        SpecError)
        << change;
  }
}

TEST_F(Migration, RefusesAStoreOfLayout4ThatWasChanged) {
  for (const char* const change :
       {"UPDATE cell SET best_loss = -3 WHERE id = 4", "UPDATE cell SET duplicates = NULL",
        "UPDATE objective SET optimum = 1 WHERE id = 2", "UPDATE cell SET provenance = 2"}) {
    take("layout4.db");
    rows_of(path(), change);
    EXPECT_NE(message_of<SpecError>([&] { StoredResults stored(path()); }).find("was changed"),
              std::string::npos)
        << change;
  }
}

TEST_F(Migration, LosesNothingWhereAStepFails) {
  const StoreContents contents = contents_of_file();
  const std::string before = read_file(path());
  const MakeUpgrade failing = [](const std::string& text) {
    StoreUpgrade upgrade = store_upgrade(text);
    upgrade.method_key = [](const std::string&) -> std::string {
      throw std::runtime_error("no more");
    };
    return upgrade;
  };
  EXPECT_THROW(static_cast<void>(Store::open(path(), contents, {Builds::any, failing})),
               std::runtime_error);
  EXPECT_TRUE(read_file(path()) == before);
  EXPECT_EQ(files_in_folder(), 1u);
  rows_of(path(), "UPDATE cell SET trials = 5 WHERE id = 3");
  const std::string message = message_of<SpecError>([&] {
    static_cast<void>(Store::open(path(), contents, {Builds::any, store_upgrade}));
  });
  EXPECT_NE(message.find("was changed"), std::string::npos) << message;
  EXPECT_EQ(rows_of(path(), "PRAGMA user_version"), Rows{"3|"});
}

TEST_F(Migration, TakesWhatNobodyKnowsForUnknown) {
  rows_of(path(), "PRAGMA journal_mode=WAL");
  const StoreReader reader(path());
  EXPECT_FALSE(reader.header().cells);
  EXPECT_FALSE(reader.header().in_order);
  EXPECT_EQ(reader.objectives().at(0).name, "bbob/f1/d2/i1");
  EXPECT_FALSE(reader.objectives().at(0).is_described());
  CellResult cell = reader.cells().at(0);
  reader.read_records(cell);
  EXPECT_EQ(cell.method_key, "");
  ASSERT_FALSE(cell.records.empty());
  EXPECT_TRUE(std::isnan(cell.records[0].exact));
}

TEST_F(Migration, FindsTheSpaceInTheExperiment) {
  const StoredResults stored(SWEEP_TEST_DATA "/bench/store/layout3-space.db");
  const SearchSpace space =
      read_space_text(stored.objective(stored.cells.at(0).cell).space, "space");
  ASSERT_EQ(space.size(), 2u);
  EXPECT_EQ(support(space[0].distribution).hi, 0.1);
  EXPECT_EQ(std::get<Categorical>(space[1].distribution).values().size(), 3u);
}

TEST_F(Migration, LeavesANewerLayoutAlone) {
  rows_of(path(), "PRAGMA user_version=7");
  const std::string before = read_file(path());
  const std::string message =
      message_of<SpecError>([&] { static_cast<void>(Store::open(path(), contents())); });
  EXPECT_NE(message.find("layout 7, expected 3 to 6: it was written by a newer"), std::string::npos)
      << message;
  EXPECT_TRUE(read_file(path()) == before);
}

}  // namespace sweep::migration_test
