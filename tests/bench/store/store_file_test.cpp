#include <sqlite3.h>
#include <sys/stat.h>

#include "tests/bench/store/store_fixture.hpp"

// What lies at the path of a store and is none, or no longer a whole one.
namespace sweep::store_file_test {

void run_sql(const std::string& path, const char* sql) {
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  sqlite3_close(connection);
}

struct BadPath {
  const char* name;
  const char* file;
  const char* says;
};

TEST_F(StoreTest, RefusesFilesOfOthersAndLeavesThemAlone) {
  write_file(path("short"), "x");
  write_file(path("text"), std::string(5000, 'a'));
  write_file(path("stump"), std::string("SQLite format 3\0 and no more", 28));
  write_file(path("zeros"), std::string(8192, '\0'));
  run_sql(path("other"), "CREATE TABLE cell (id)");
  run_sql(path("foreign"), "PRAGMA application_id=7");
  Store::open(path("newer"), contents()).append(cell(1));
  run_sql(path("newer"), "PRAGMA user_version=99");
  Store::open(path("gutted"), contents()).append(cell(1));
  run_sql(path("gutted"), "DROP TABLE cell");
  std::filesystem::create_directory(path("folder"));
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  for (const BadPath& bad : {BadPath{"short", "short", "not a store"},
                             {"text", "text", "not a store"},
                             {"stump", "stump", "cut short"},
                             {"zeros", "zeros", "not a store"},
                             {"other", "other", "not a store"},
                             {"foreign", "foreign", "not a store"},
                             {"newer", "newer", "newer version"},
                             {"folder", "folder", "a folder"},
                             {"pipe", "pipe", "not a regular file"},
                             {"parent", "none/x.db", "no folder"},
                             {"below a file", "text/x.db", "no"}}) {
    const std::string file = path(bad.file);
    const bool regular = std::filesystem::is_regular_file(file);
    const std::string before = regular ? read_file(file) : "";
    const std::string message =
        message_of<SpecError>([&] { static_cast<void>(Store::open(file, contents())); });
    EXPECT_EQ(message.rfind(file + ": ", 0), 0U) << bad.name << ": " << message;
    EXPECT_NE(message.find(bad.says), std::string::npos) << bad.name << ": " << message;
    EXPECT_EQ(message.find('\n'), std::string::npos);
    EXPECT_NE(message_of<SpecError>([&] { StoreReader reader(file); }), "") << bad.name;
    EXPECT_TRUE(!regular || read_file(file) == before) << bad.name;
  }
  EXPECT_THROW(static_cast<void>(Store::open(path("gutted"), contents())), SpecError);
  EXPECT_THROW(static_cast<void>(Store::open("", contents())), SpecError);
}

TEST_F(StoreTest, RefusesACellWithoutItsTiming) {
  Store::open(path(), contents()).append(cell(1));
  run_sql(path(), "DELETE FROM timing");
  const std::string message =
      message_of<SpecError>([&] { static_cast<void>(Store::open(path(), contents()).finished()); });
  EXPECT_NE(message.find("has no timing"), std::string::npos) << message;
}

TEST_F(StoreTest, KeepsAZeroWithASign) {
  CellResult zero = cell(1);
  zero.best_loss = -0.0;
  zero.records[1].loss = -0.0;
  Store::open(path(), contents()).append(zero);
  const StoreReader reader(path());
  CellResult read = reader.cells().at(0);
  reader.read_records(read);
  EXPECT_EQ(read.best_loss, 0);
  EXPECT_EQ(read.records.at(1).loss, 0);
}

TEST_F(StoreTest, IsFreeForARunAfterManyReads) {
  Store store = Store::open(path(), contents());
  for (std::uint64_t seed = 1; seed <= 300; ++seed) store.append(cell(seed));
  std::move(store).close();
  const StoreReader reader(path());
  std::vector<CellResult> cells = reader.cells();
  {
    const ManyReads reads(reader);
    for (CellResult& result : cells) reader.read_records(result);
  }
  for (const CellResult& result : cells) EXPECT_FALSE(result.records.empty());
  Store::open(path(), contents()).append(cell(301));
  EXPECT_EQ(reader.cells().size(), 301U);
}

TEST_F(StoreTest, SaysThatAPathIsTooLong) {
  std::filesystem::path folder = folder_;
  while (folder.string().size() < 500) folder /= std::string(100, 'd');
  std::filesystem::create_directories(folder);
  const std::string file = folder / "result.db";
  for (const std::string& message :
       {message_of<SpecError>([&] { static_cast<void>(Store::open(file, contents())); }),
        message_of<SpecError>([&] { StoreReader reader(file); })}) {
    EXPECT_NE(message.find("bytes, expected at most 504"), std::string::npos) << message;
  }
}

TEST_F(StoreTest, NoticesThatItsFileIsGone) {
  Store::open(path("other.db"), contents()).append(cell(3));
  for (const bool is_replaced : {false, true}) {
    Store store = Store::open(path(), contents());
    store.append(cell(1));
    std::filesystem::remove(path());
    if (is_replaced) std::filesystem::copy_file(path("other.db"), path());
    EXPECT_NE(message_of<StoreError>([&] { store.append(cell(2)); }).find("is gone"),
              std::string::npos);
    EXPECT_NE(message_of<StoreError>([&] { std::move(store).close(); }).find("is gone"),
              std::string::npos);
  }
}

TEST_F(StoreTest, LeavesNothingBesideAFileWhoseJournalItReads) {
  {
    Store store = Store::open(path(), contents());
    store.append(cell(1));
    store.keep_journal();
  }
  const StoreReader reader(path());
  EXPECT_EQ(reader.cells().size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(path() + "-shm"));
}

TEST_F(StoreTest, ReadsOtherCellsAfterOneWithADamagedPoint) {
  {
    Store store = Store::open(path(), contents());
    for (const std::uint64_t seed : {1, 2}) store.append(cell(seed));
  }
  run_sql(path(), "UPDATE record SET point = x'00' WHERE cell = 1 AND position = 0");
  const StoreReader reader(path());
  std::vector<CellResult> cells = reader.cells();
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_NE(message_of<SpecError>([&] { reader.read_records(cells[0]); }).find("a point is cut"),
            std::string::npos);
  reader.read_records(cells[1]);
  EXPECT_EQ(cells[1].points, cell(2).points);
}

TEST_F(StoreTest, RefusesPointsThatAreNotAllOfOneWidth) {
  int stores = 0;
  for (const char* const point : {"x''", "zeroblob(8)", "zeroblob(80)"}) {
    const std::string file = path(std::to_string(++stores));
    Store::open(file, contents()).append(cell(1));
    run_sql(file,
            (std::string("UPDATE record SET point = ") + point + " WHERE cell = 1 AND position = 1")
                .c_str());
    const StoreReader reader(file);
    CellResult read = reader.cells().at(0);
    EXPECT_NE(message_of<SpecError>([&] { reader.read_records(read); }).find("a point is cut"),
              std::string::npos)
        << point;
  }
}

TEST_F(StoreTest, TellsACellWithoutRecordsFromNone) {
  CellResult empty = cell(1);
  empty.records.clear();
  empty.points.clear();
  Store::open(path(), contents()).append(empty);
  const StoreReader reader(path());
  CellResult read = reader.cells().at(0);
  reader.read_records(read);
  EXPECT_TRUE(read.records.empty());
  CellResult absent = cell(2);
  EXPECT_NE(message_of<SpecError>([&] { reader.read_records(absent); }).find("no such cell"),
            std::string::npos);
}

TEST_F(StoreTest, LetsAWriterInOnceRecordsAreRead) {
  Store::open(path(), contents()).append(cell(1));
  const StoreReader reader(path());
  CellResult read = reader.cells().at(0);
  reader.read_records(read);
  Store::open(path(), contents(), {.wait_ms = kDoNotWait}).append(cell(2));
  EXPECT_EQ(reader.cells().size(), 2U);
}

TEST_F(StoreTest, TakesAnEmptyFileForOneWhoseCreationWasKilled) {
  write_file(path(), "");
  EXPECT_THROW(StoreReader reader(path()), SpecError);
  Store::open(path(), contents()).append(cell(1));
  EXPECT_EQ(StoreReader(path()).cells().size(), 1U);
}

TEST_F(StoreTest, SaysThatThereIsNothingToRead) {
  const std::string message = message_of<SpecError>([&] { StoreReader reader(path()); });
  EXPECT_NE(message.find("no such file"), std::string::npos) << message;
  EXPECT_EQ(files_in_folder(), 0U);
}

void read_everything(const std::string& path) {
  const StoreReader reader(path, kDoNotWait);
  for (CellResult& result : reader.cells()) reader.read_records(result);
}

// A store opens, or says in one line that it is damaged; it never crashes.
void open_if_possible(const std::string& path, const StoreContents& contents, int& refused) {
  try {
    read_everything(path);
    static_cast<void>(Store::open(path, contents, {.wait_ms = kDoNotWait}).finished());
  } catch (const SpecError& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    ++refused;
  } catch (const StoreError& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    ++refused;
  }
}

TEST_F(StoreTest, SurvivesEveryTruncation) {
  {
    Store store = Store::open(path(), contents());
    for (std::uint64_t seed = 0; seed < 40; ++seed) store.append(cell(seed));
  }
  const std::string whole = read_file(path());
  int refused = 0;
  int tried = 0;
  for (std::size_t size = 1; size < whole.size(); size += 1021) {
    write_file(path("cut"), whole.substr(0, size));
    open_if_possible(path("cut"), contents(), refused);
    ++tried;
  }
  EXPECT_EQ(refused, tried);
}

TEST_F(StoreTest, SurvivesFlippedBytes) {
  {
    Store store = Store::open(path(), contents());
    for (std::uint64_t seed = 0; seed < 40; ++seed) store.append(cell(seed));
  }
  const std::string whole = read_file(path());
  int refused = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    std::string damaged = whole;
    // The first hundred bytes are the file's header; the rest is sampled.
    const std::size_t at = i < 100 ? i : (i * 7919 * 13) % whole.size();
    damaged[at] = static_cast<char>(~damaged[at]);
    write_file(path("damaged"), damaged);
    open_if_possible(path("damaged"), contents(), refused);
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
      std::filesystem::remove(path("damaged") + suffix);
    }
  }
  EXPECT_GT(refused, 0);
}

}  // namespace sweep::store_file_test
