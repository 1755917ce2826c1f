// Runs of `run` that are killed, interrupted and continued, and the stores they leave behind.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "algorithms/config/json.hpp"
#include "bench/store/store.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::resume_test {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

// About a second of work, in so many cells that a signal comes while most are still to be run.
constexpr std::size_t kCells = 80;
const Words kExperiment = {"run",     "--method", "random",   "--objective", "hpo12,ackley?dim=20",
                           "--seeds", "40",       "--trials", "25000"};

Words stored_in(const std::string& store, const Words& more = {}) {
  Words words = kExperiment;
  words.insert(words.end(), {"--out", store});
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string hash_of(Words words) {
  words.emplace_back("--json");
  const ProgramResult outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  return as_text(at(to_value(read_json(outcome.out, "output", {})), "result_hash"));
}

const std::string& hash_without_interruption() {
  static const std::string hash = hash_of(kExperiment);
  return hash;
}

std::uintmax_t size_of_journal(const std::string& store) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(store + "-wal", error);
  return error ? 0 : size;
}

// Whether at least one more cell is stored than at first: its pages come to less than 40 kB.
class HasStoredMore {
 public:
  explicit HasStoredMore(std::string store, std::uintmax_t bytes = 80'000)
      : store_(std::move(store)), enough_(size_of_journal(store_) + bytes) {}
  bool operator()() const { return size_of_journal(store_) >= enough_; }

 private:
  std::string store_;
  std::uintmax_t enough_;
};

// Reads a copy, so that the next run finds what the last one left.
std::size_t cells_in(const std::string& store) {
  const TemporaryFolder folder;
  const std::string copy = folder.path("copy.db");
  fs::copy_file(store, copy);
  if (size_of_journal(store) > 0) fs::copy_file(store + "-wal", copy + "-wal");
  return StoreReader(copy).cells().size();
}

TEST(Resume, ContinuesAfterBeingKilledAtAnyMoment) {
  const TemporaryFolder folder;
  const std::string store = folder.path("run.db");
  int cut_short = 0;
  for (const std::uintmax_t bytes : {1u, 30'000u, 80'000u, 100'000u, 130'000u}) {
    const ProgramResult killed =
        run_and_signal(stored_in(store), SIGKILL, HasStoredMore(store, bytes));
    EXPECT_TRUE(killed.exit_code == 128 + SIGKILL || killed.exit_code == 0) << killed.err;
    const std::size_t cells = cells_in(store);
    cut_short += 0 < cells && cells < kCells ? 1 : 0;
  }
  EXPECT_GT(cut_short, 0);
  EXPECT_EQ(hash_of(stored_in(store)), hash_without_interruption());
  EXPECT_EQ(hash_of(stored_in(store)), hash_without_interruption());  // without running anything
}

TEST(Resume, KeepsWhatIsFinishedWhenInterrupted) {
  const TemporaryFolder folder;
  for (const int signal : {SIGINT, SIGTERM}) {
    const std::string store = folder.path(std::to_string(signal));
    const ProgramResult outcome = run_and_signal(stored_in(store), signal, HasStoredMore(store));
    EXPECT_EQ(outcome.exit_code, 130) << outcome.out;
    const std::size_t cells = cells_in(store);
    EXPECT_GT(cells, 0u);
    EXPECT_LT(cells, kCells);
    const std::string said = "interrupted: " + std::to_string(cells) + " of 80 cells finished; ";
    EXPECT_NE(outcome.err.find(said), std::string::npos) << outcome.err;
    EXPECT_EQ(hash_of(stored_in(store)), hash_without_interruption());
    EXPECT_FALSE(fs::exists(store + "-wal"));
  }
}

// One thread, so that the signals that wait are taken one after the other, the lower number first.
int exit_code_after_both_signals(const std::string& store, const TemporaryFolder& folder) {
  RunningProgram program(stored_in(store, {"--threads", "1"}), folder);
  program.wait_until(HasStoredMore(store));
  program.freeze();
  program.send(SIGINT);
  program.send(SIGTERM);
  program.send(SIGCONT);
  return program.wait_for_end().exit_code;
}

TEST(Resume, EndsAtOnceOnASecondSignal) {
  const TemporaryFolder folder;
  EXPECT_EQ(exit_code_after_both_signals(folder.path("run.db"), folder), 128 + SIGTERM);
}

TEST(Resume, LeavesASignalAloneThatWasIgnoredFromTheStart) {
  const TemporaryFolder folder;
  std::signal(SIGINT, SIG_IGN);  // and the program inherits it
  const int exit_code = exit_code_after_both_signals(folder.path("run.db"), folder);
  std::signal(SIGINT, SIG_DFL);
  EXPECT_EQ(exit_code, 130);  // the other signal was the first one
}

TEST(Resume, CanBeEndedWhileItWaitsForInput) {
  for (const char* verb : {"run", "verify"}) {
    const TemporaryFolder folder;
    RunningProgram program({verb, "-"}, folder);
    program.type("method: random\n");
    program.wait_until([&] { return program.has_read_everything(); });
    program.send(SIGTERM);
    EXPECT_EQ(program.wait_for_end().exit_code, 128 + SIGTERM) << verb;
  }
}

TEST(Resume, SaysThatAFileMayNotGrow) {
  const TemporaryFolder folder;
  const std::string command = "ulimit -f 100; exec " + std::string(SWEEP_BENCH_BINARY) +
                              " --seeds 500 --record trials --out " + folder.path("run.db") +
                              " 2>" + folder.path("err");
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 1);
  std::ifstream file(folder.path("err"));
  const std::string err{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(err.starts_with("error: ")) << err;
  EXPECT_EQ(std::count(err.begin(), err.end(), '\n'), 1) << err;
}

TEST(Resume, SaysHowTheExperimentOfAStoreDiffers) {
  const TemporaryFolder folder;
  const std::string store = folder.path("run.db");
  const Words words = {"--method", "random,grid", "--trials", "5", "--out", store};
  ASSERT_EQ(run_program(words).exit_code, 0);
  struct Row {
    Words flags;
    const char* part;
  };
  const std::vector<Row> rows = {
      {{"--trials", "6"}, "another experiment (method: [\"grid\", \"random\"] in the store, "},
      {{"--trials", "6", "--method", "grid,random"},
       "another experiment (trials: 5 in the store, 6 asked for); choose another --out"},
      {{"--trials", "5", "--method", "random,grid", "--record", "steps"},
       "another record level (best in the store, steps asked for); choose another --out"}};
  for (const Row& row : rows) {
    Words other = row.flags;
    other.insert(other.end(), {"--out", store});
    const ProgramResult outcome = run_program(other);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_NE(outcome.err.find(row.part), std::string::npos) << outcome.err;
  }
}

TEST(Resume, RefusesACellThatIsNotOfTheExperiment) {
  const TemporaryFolder folder;
  const std::string store = folder.path("run.db");
  const Words words = {"--trials", "5", "--out", store};
  ASSERT_EQ(run_program(words).exit_code, 0);
  CellResult foreign;
  foreign.cell = {"grid", "branin", 7};
  const auto contents = [&]() -> StoreContents {
    const StoreReader reader(store);
    return {reader.header(), {}, reader.provenances().at(0)};
  };
  Store::open(store, contents()).append(foreign);
  const ProgramResult outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("grid, branin, seed 7 is not of this experiment"), std::string::npos)
      << outcome.err;
}

TEST(Resume, StoresAnExperimentThatCanBeRunAgain) {
  const TemporaryFolder folder;
  const std::string store = folder.path("run.db");
  const Words words = {"--method", "random,grid", "--trials", "7", "--record", "trials"};
  Words stored = words;
  stored.insert(stored.end(), {"--out", store});
  const std::string hash = hash_of(stored);
  const std::string file = folder.write("again.yaml", StoreReader(store).header().experiment_text);
  EXPECT_EQ(hash_of({"run", file}), hash);
  EXPECT_EQ(hash_of({"run", file, "--out", store}), hash);
}

}  // namespace sweep::resume_test
