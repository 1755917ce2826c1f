#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <vector>

#include "tests/bench/store/store_fixture.hpp"

// A store is read while another process writes it.
namespace sweep::live_store_test {

/// A process that appends cells as fast as it can, until it is told to end.
class Writer {
 public:
  template <class Write>
  explicit Writer(Write write) {
    EXPECT_EQ(::pipe(ends_), 0);
    child_ = ::fork();
    if (child_ == 0) {
      try {
        write(ends_[1]);
      } catch (const std::exception&) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    ::close(ends_[1]);
  }
  ~Writer() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    ::close(ends_[0]);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // One byte per cell that append() returned for.
  void wait_for_cell() const {
    char byte = 0;
    ASSERT_EQ(::read(ends_[0], &byte, 1), 1);
  }
  [[nodiscard]] bool is_running() const { return ::waitpid(child_, nullptr, WNOHANG) == 0; }

 private:
  int ends_[2] = {};
  pid_t child_;
};

void acknowledge(int pipe_end) {
  if (::write(pipe_end, "x", 1) != 1) ::_exit(0);  // nobody reads any more
}

TEST_F(StoreTest, IsReadWhileARunWritesIt) {
  const Writer writer([&](int pipe_end) {
    Store store = Store::open(path(), contents());
    store.append(cell(1));
    store.append(cell(2));
    acknowledge(pipe_end);
    ::pause();
  });
  writer.wait_for_cell();
  const StoreReader reader(path(), kDoNotWait);
  EXPECT_TRUE(reader.is_live());
  std::vector<CellResult> cells = reader.cells();
  ASSERT_EQ(cells.size(), 2U);
  reader.read_records(cells[1]);
  EXPECT_EQ(cells[1].records.size(), 2U);
  EXPECT_TRUE(writer.is_running());
  EXPECT_GT(files_in_folder(), 1U);  // the writer's journal is where it was
}

TEST_F(StoreTest, IsNotLiveOnceItsRunIsOver) {
  Store::open(path(), contents()).append(cell(1));
  EXPECT_FALSE(StoreReader(path()).is_live());
}

// Records so many that the journal is folded into the file, and begun anew, meanwhile.
TEST_F(StoreTest, NeverShowsHalfACellNorLosesOne) {
  constexpr std::size_t kCells = 80;
  CellResult large = cell(0);
  large.records.assign(8'000, large.records.front());
  large.points.assign(2 * large.records.size(), 0.5);
  const Writer writer([&](int pipe_end) {
    Store store = Store::open(path(), contents());
    for (large.cell.seed = 0; large.cell.seed < kCells; ++large.cell.seed) {
      store.append(large);
      acknowledge(pipe_end);
    }
    ::pause();
  });
  std::size_t acknowledged = 0;
  std::size_t seen = 0;
  while (seen < kCells && acknowledged < kCells) {
    writer.wait_for_cell();
    ++acknowledged;
    const StoreReader reader(path());
    std::vector<CellResult> cells = reader.cells();
    EXPECT_TRUE(reader.is_live());
    ASSERT_GE(cells.size(), std::max(acknowledged, seen));
    seen = cells.size();
    for (std::size_t i = 0; i < seen; ++i) EXPECT_EQ(cells[i].cell.seed, i);
    reader.read_records(cells.back());
    EXPECT_EQ(cells.back().records.size(), large.records.size());
  }
  EXPECT_EQ(seen, kCells);
  EXPECT_TRUE(writer.is_running());
}

TEST_F(StoreTest, LeavesNoCopyBehind) {
  const std::string folder = path("copies");
  std::filesystem::create_directory(folder);
  ::setenv("TMPDIR", folder.c_str(), 1);
  const Writer writer([&](int pipe_end) {
    Store store = Store::open(path(), contents());
    store.append(cell(1));
    acknowledge(pipe_end);
    ::pause();
  });
  writer.wait_for_cell();
  EXPECT_EQ(StoreReader(path()).cells().size(), 1U);
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  ::setenv("TMPDIR", path("no such folder").c_str(), 1);
  EXPECT_THROW(StoreReader reader(path()), StoreError);
  ::unsetenv("TMPDIR");
}

TEST_F(StoreTest, ShowsDamageWhileARunWritesIt) {
  { Store::open(path(), contents()).append(cell(1)); }
  std::string bytes = read_file(path());
  const std::size_t at = bytes.rfind("x**3 + y");
  ASSERT_NE(at, std::string::npos);
  const Writer writer([&](int pipe_end) {
    Store store = Store::open(path(), contents());
    acknowledge(pipe_end);
    ::pause();
  });
  writer.wait_for_cell();
  bytes[at] = 'z';
  write_file(path(), bytes);
  EXPECT_THROW(StoreReader reader(path()), SpecError);
}

}  // namespace sweep::live_store_test
