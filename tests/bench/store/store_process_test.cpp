#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/store/store_fixture.hpp"

// What other processes, the kernel and the disk do to a store.
namespace sweep::store_process_test {

constexpr int kSaysSpecError = 2;
constexpr int kSaysStoreError = 1;
constexpr uid_t kNobody = 65534;

// The exit code of a child that runs `action`: as a program's.
template <class Action>
int exit_code_in_child(Action action) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      action();
    } catch (const SpecError&) {
      ::_exit(kSaysSpecError);
    } catch (const StoreError&) {
      ::_exit(kSaysStoreError);
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Reads one byte per cell that append() returned for, until there are `cells`.
void wait_for_cells(int pipe_end, int cells) {
  char byte = 0;
  for (int i = 0; i < cells; ++i) ASSERT_EQ(::read(pipe_end, &byte, 1), 1);
}

TEST_F(StoreTest, KeepsEveryAppendedCellWhenKilled) {
  std::uint64_t stored = 0;
  for (int cells = 0; cells < 25; ++cells) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      Store store = Store::open(path(), contents());
      for (std::uint64_t seed = stored;; ++seed) {
        store.append(cell(seed));
        if (::write(ends[1], "x", 1) != 1) ::_exit(1);
      }
    }
    ::close(ends[1]);
    wait_for_cells(ends[0], cells);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    std::uint64_t late = 0;  // acknowledged between the last byte read and the end
    for (char byte = 0; ::read(ends[0], &byte, 1) == 1;) ++late;
    ::close(ends[0]);
    const auto read = Store::open(path(), contents()).finished();
    const std::uint64_t acknowledged = stored + static_cast<std::uint64_t>(cells) + late;
    ASSERT_GE(read.size(), acknowledged);
    ASSERT_LE(read.size(), acknowledged + 1);  // one may be stored and not yet acknowledged
    for (std::uint64_t seed = 0; seed < read.size(); ++seed) ASSERT_EQ(read[seed].cell.seed, seed);
    stored = read.size();
  }
}

TEST_F(StoreTest, CanBeReadAfterItsWriterWasKilled) {
  const int code = exit_code_in_child([&] {
    Store store = Store::open(path(), contents());
    store.append(cell(1));
    ::kill(::getpid(), SIGKILL);
  });
  EXPECT_EQ(code, -1);
  EXPECT_GT(files_in_folder(), 1U);
  EXPECT_EQ(StoreReader(path()).cells().size(), 1U);
}

TEST_F(StoreTest, IsHeldAgainstOtherProcesses) {
  Store store = Store::open(path(), contents());
  const std::string file = path();
  EXPECT_EQ(exit_code_in_child(
                [&] { static_cast<void>(Store::open(file, contents(), {.wait_ms = kDoNotWait})); }),
            kSaysStoreError);
  store.append(cell(1));
}

TEST_F(StoreTest, FailsCleanlyWhereNoMoreCanBeWritten) {
  Store::open(path(), contents()).append(cell(0));
  const int code = exit_code_in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {200'000, 200'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Store store = Store::open(path(), contents());
    for (std::uint64_t seed = 1;; ++seed) store.append(cell(seed));
  });
  EXPECT_EQ(code, kSaysStoreError);
  Store store = Store::open(path(), contents());
  const std::size_t kept = store.finished().size();
  EXPECT_GT(kept, 1U);
  store.append(cell(kept));
  EXPECT_EQ(store.finished().size(), kept + 1);
}

template <class Action>
int as_nobody(Action action) {
  return exit_code_in_child([&] {
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(99);
    action();
  });
}

TEST_F(StoreTest, SaysThatAJournalNeedsAFolderThatMayBeWritten) {
  {
    Store store = Store::open(path(), contents());
    store.append(cell(0));
    store.keep_journal();
  }
  std::filesystem::permissions(folder_, std::filesystem::perms(0555));
  const auto read = [&] {
    try {
      static_cast<void>(StoreReader(path()).cells());
    } catch (const SpecError& error) {
      const std::string message = error.what();
      if (message.find("left a journal; to recover the store, its folder") == std::string::npos) {
        ::_exit(98);
      }
      throw;
    }
  };
  EXPECT_EQ(as_nobody(read), kSaysSpecError);
  std::filesystem::permissions(folder_, std::filesystem::perms(0755));
  EXPECT_EQ(StoreReader(path()).cells().size(), 1U);
}

TEST_F(StoreTest, NamesAPathThatMayNotBeWritten) {
  Store::open(path(), contents()).append(cell(0));
  std::filesystem::permissions(path(), std::filesystem::perms(0444));
  std::filesystem::permissions(folder_, std::filesystem::perms(0555));
  EXPECT_EQ(as_nobody([&] { static_cast<void>(Store::open(path(), contents())); }), kSaysSpecError);
  EXPECT_EQ(as_nobody([&] { static_cast<void>(Store::open(path("new.db"), contents())); }),
            kSaysSpecError);
  EXPECT_EQ(as_nobody([&] { static_cast<void>(StoreReader(path()).cells()); }), 0);
  std::filesystem::permissions(folder_, std::filesystem::perms(0755));
}

}  // namespace sweep::store_process_test
