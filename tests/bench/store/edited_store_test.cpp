#include <sqlite3.h>

#include "tests/bench/store/store_fixture.hpp"

// Rows that another program has changed.
namespace sweep::edited_store_test {

void run_sql(const std::string& path, const char* sql) {
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  sqlite3_close(connection);
}

TEST_F(StoreTest, NoticesAnEditedCell) {
  for (const char* change : {"best_loss = -100", "trials = trials + 1", "seed = seed + 7",
                             "duplicates = NULL", "incumbent_loss = 0.5"}) {
    const std::string file = path(change);
    Store::open(file, contents()).append(cell(1));
    run_sql(file, (std::string("UPDATE cell SET ") + change).c_str());
    const std::string message =
        message_of<SpecError>([&] { static_cast<void>(Store::open(file, contents()).finished()); });
    EXPECT_NE(message.find("was changed"), std::string::npos) << change << ": " << message;
  }
}

TEST_F(StoreTest, NoticesEditedRecords) {
  for (const char* change :
       {"UPDATE record SET trial = 9 WHERE position = 1",
        "UPDATE record SET step = 3 WHERE step = 2",
        "UPDATE record SET loss = 0.26 WHERE position = 1", "UPDATE record SET state = 1",
        "UPDATE record SET seconds = 5", "UPDATE record SET exact = 0.25",
        "UPDATE record SET point = zeroblob(16) WHERE position = 0",
        "DELETE FROM record WHERE position = 1", "UPDATE record SET position = 1 - position + 2",
        "INSERT INTO record SELECT cell, 2, point, trial, step, loss, state, seconds, exact, steps "
        "FROM record WHERE position = 1"}) {
    const std::string file = path("edited.db");
    std::filesystem::remove(file);
    Store::open(file, contents()).append(cell(1));
    run_sql(file, change);
    const StoreReader reader(file);
    CellResult read = reader.cells().at(0);
    EXPECT_NE(message_of<SpecError>([&] { reader.read_records(read); }).find("were changed"),
              std::string::npos)
        << change;
  }
}

TEST_F(StoreTest, NoticesEditedTimesAndWhatCellsAreOf) {
  for (const char* change :
       {"UPDATE timing SET cell_seconds = 3", "UPDATE experiment SET text = 'trials: 26\n'",
        "UPDATE experiment SET cells = 1", "UPDATE provenance SET cpu = 'another'",
        "UPDATE objective SET optimum = 7", "DELETE FROM objective", "UPDATE seal SET rows = ''",
        "DELETE FROM cell WHERE seed = 2", "DELETE FROM seal", "UPDATE cell SET records = ''"}) {
    const std::string file = path("edited.db");
    std::filesystem::remove(file);
    {
      Store store = Store::open(file, contents());
      for (const std::uint64_t seed : {1, 2}) store.append(cell(seed));
    }
    run_sql(file, change);
    const auto read = [&] {
      const StoreReader reader(file);
      static_cast<void>(reader.objectives());
      static_cast<void>(reader.cells());
    };
    EXPECT_NE(message_of<SpecError>(read).find("is damaged"), std::string::npos) << change;
    const auto resume = [&] { static_cast<void>(Store::open(file, contents()).finished()); };
    EXPECT_NE(message_of<SpecError>(resume), "") << change;
  }
}

}  // namespace sweep::edited_store_test
