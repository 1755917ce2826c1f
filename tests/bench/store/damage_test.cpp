#include <fmt/format.h>
#include <sqlite3.h>

#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"
#include "tests/bench/store/store_fixture.hpp"

// A store that was damaged gives what was stored, or nothing.
namespace sweep::damage_test {

constexpr std::uint64_t kCorruptions = 240;
constexpr std::size_t kPage = 4096;

void append_records(const CellResult& result, std::string& text) {
  for (const Record& record : result.records) {
    text += fmt::format("{} {} {} {} {} {}\n", record.trial, record.step, record.loss,
                        static_cast<int>(record.state), record.seconds, record.exact);
  }
  for (const double x : result.points) text += fmt::format("{}\n", x);
}

// All that a reader tells of the store.
std::string read_everything(const std::string& path) {
  const StoreReader reader(path, kDoNotWait);
  std::string text = reader.header().experiment_text + reader.header().experiment_hash;
  for (const ObjectiveInfo& objective : reader.objectives()) {
    text += fmt::format("{} {} {}\n", objective.name, objective.space,
                        objective.optimum.value_or(kNaN));
  }
  for (const Provenance& provenance : reader.provenances()) text += provenance.build_id + "\n";
  for (CellResult& result : reader.cells()) {
    reader.read_records(result);
    text +=
        fmt::format("{} {} {} {} {} {}\n", result.cell.method, result.cell.seed, result.trials,
                    result.best_loss, result.timing.cell_seconds, result.timing.suggest.to_text());
    append_records(result, text);
  }
  return text;
}

// What a run that continues the store takes from it.
std::string resume(const std::string& path, const StoreContents& contents) {
  const Store store = Store::open(path, contents, {.wait_ms = kDoNotWait});
  std::string text;
  for (CellResult& result : store.finished()) {
    store.read_records(result);
    append_records(result, text);
  }
  return text;
}

// The answer, or nothing of a store that was refused.
template <class Read>
std::string answer(Read read) {
  try {
    return read();
  } catch (const SpecError& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
  } catch (const StoreError& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
  }
  return "";
}

/// Damages bytes: flips a bit, zeroes some, swaps or repeats pages, moves a number, cuts the end.
class Damage {
 public:
  explicit Damage(std::uint64_t seed) : random_(seed) {}

  std::string operator()(std::string bytes) {
    switch (below(6)) {
      case 0:
        bytes[below(bytes.size())] ^= static_cast<char>(1 << below(8));
        return bytes;
      case 1:
        return overwritten(bytes, below(bytes.size()),
                           std::string(std::size_t{1} << below(10), '\0'));
      case 2:
        return with_pages_swapped(bytes);
      case 3:
        return overwritten(bytes, page(bytes) * kPage, bytes.substr(page(bytes) * kPage, kPage));
      case 4:
        return overwritten(bytes, below(bytes.size()), bytes.substr(below(bytes.size()), 8));
      default:
        return bytes.substr(0, below(bytes.size()));
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_.index(n); }
  std::size_t page(const std::string& bytes) { return 1 + below(bytes.size() / kPage - 1); }
  static std::string overwritten(std::string bytes, std::size_t at, const std::string& with) {
    return bytes.replace(at, with.size(), with.substr(0, bytes.size() - at));
  }
  std::string with_pages_swapped(const std::string& bytes) {
    const std::size_t a = page(bytes) * kPage;
    const std::size_t b = page(bytes) * kPage;
    return overwritten(overwritten(bytes, a, bytes.substr(b, kPage)), b, bytes.substr(a, kPage));
  }

  Stream random_;
};

TEST_F(StoreTest, GivesNoOtherNumbersWhereItIsDamaged) {
  {
    Store store = Store::open(path(), contents());
    for (std::uint64_t seed = 0; seed < 60; ++seed) store.append(cell(seed));
  }
  const std::string whole = read_file(path());
  const std::string expected = read_everything(path());
  const std::string resumed = resume(path(), contents());
  std::uint64_t refused = 0;
  for (std::uint64_t seed = 0; seed < kCorruptions; ++seed) {
    const std::string file = path(std::to_string(seed));
    const std::string damaged = Damage(seed)(whole);
    write_file(file, damaged);
    const std::string read = answer([&] { return read_everything(file); });
    EXPECT_TRUE(read.empty() || read == expected) << seed;
    write_file(file, damaged);
    const std::string run = answer([&] { return resume(file, contents()); });
    EXPECT_TRUE(run.empty() || run == resumed) << seed;
    EXPECT_TRUE(!read.empty() || run.empty()) << seed;  // what reports refuse, runs do
    refused += read.empty() ? 1 : 0;
    std::filesystem::remove(file);
  }
  EXPECT_GT(refused, kCorruptions / 2);
}

// The first page of a table or an index, counted from 1.
std::size_t root_page(const std::string& path, const std::string& name) {
  sqlite3* connection = nullptr;
  sqlite3_stmt* query = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  const std::string sql = "SELECT rootpage FROM sqlite_master WHERE name = '" + name + "'";
  EXPECT_EQ(sqlite3_prepare_v2(connection, sql.c_str(), -1, &query, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_step(query), SQLITE_ROW);
  const auto root = static_cast<std::size_t>(sqlite3_column_int64(query, 0));
  sqlite3_finalize(query);
  sqlite3_close(connection);
  return root;
}

// The last byte of an entry of an index's only page: the lowest of the row's number.
// Source: "Database File Format", https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1.
std::size_t row_number_at(const std::string& bytes, std::size_t page, std::size_t entry) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
  };
  const std::size_t begin = (page - 1) * kPage;
  EXPECT_EQ(byte(begin), 10u);  // a leaf of an index
  const std::size_t pointer = begin + 8 + 2 * entry;
  const std::size_t place = begin + 256 * byte(pointer) + byte(pointer + 1);
  EXPECT_LT(byte(place), 128u);  // the payload's length has one byte
  return place + byte(place);
}

// Each cell fits its own records; only the way to it is wrong.
TEST_F(StoreTest, FollowsNoIndexToAnotherCell) {
  {
    Store store = Store::open(path(), contents());
    for (std::uint64_t seed = 0; seed < 4; ++seed) store.append(cell(seed));
  }
  std::string bytes = read_file(path());
  const std::size_t page = root_page(path(), "sqlite_autoindex_cell_1");
  std::swap(bytes[row_number_at(bytes, page, 0)], bytes[row_number_at(bytes, page, 1)]);
  const std::string file = path("swapped");
  write_file(file, bytes);
  EXPECT_THROW(read_everything(file), SpecError);
  EXPECT_THROW(resume(file, contents()), SpecError);
}

}  // namespace sweep::damage_test
