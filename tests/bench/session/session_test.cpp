#include "bench/session/session.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/run/cell.hpp"
#include "bench/session/store_contents.hpp"
#include "bench/session/verification.hpp"
#include "bench/store/store.hpp"
#include "tests/support/program.hpp"

namespace sweep::session_test {

Experiment small_experiment() {
  Experiment experiment;
  experiment.methods = {"random", "grid"};
  experiment.objectives = {"branin", "sphere?noise=0.1"};
  experiment.seeds = {1, 2, 3};
  experiment.trials = 20;
  return experiment;
}

/// Counts cells, and stops the session after some of them.
class Counter final : public SessionObserver {
 public:
  explicit Counter(std::size_t most = 1000) : most_(most) {}
  void begin(std::size_t cells) override { asked = cells; }
  void cell_ended() override { stop = ++ended >= most_; }

  std::size_t asked = 0;
  std::size_t ended = 0;
  std::atomic<bool> stop = false;

 private:
  std::size_t most_;
};

std::string hash_of(SessionResults results) {
  return result_hash(std::move(results).take_finished());
}

TEST(Session, RunsEveryCellOnceAndTellsItsObserver) {
  const PreparedExperiment prepared(small_experiment());
  Counter counter;
  SessionResults results = run_session(prepared, {"", 2}, counter.stop, counter);
  EXPECT_EQ(counter.asked, 12u);
  EXPECT_EQ(counter.ended, 12u);
  EXPECT_TRUE(results.is_over());
  const std::vector<CellResult> finished = std::move(results).take_finished();
  ASSERT_EQ(finished.size(), 12u);
  for (std::size_t i = 0; i < finished.size(); ++i) {
    EXPECT_EQ(finished[i].cell, prepared.cells()[i]);
    EXPECT_TRUE(finished[i].records.empty());
  }
}

TEST(Session, ContinuesItsStoreAndEndsWithTheSameResult) {
  const TemporaryFolder folder;
  const PreparedExperiment prepared(small_experiment());
  Counter whole;
  const std::string expected = hash_of(run_session(prepared, {"", 1}, whole.stop, whole));

  const SessionTask task{folder.path("out.db"), 1};
  Counter first(5);
  const SessionResults cut = run_session(prepared, task, first.stop, first);
  EXPECT_FALSE(cut.is_over());
  EXPECT_EQ(cut.finished(), 5u);
  EXPECT_EQ(cut.missing().size(), 7u);

  Counter second;
  SessionResults rest = run_session(prepared, task, second.stop, second);
  EXPECT_EQ(second.asked, 7u);
  EXPECT_TRUE(rest.is_over());
  EXPECT_EQ(hash_of(std::move(rest)), expected);

  Counter third;
  EXPECT_EQ(hash_of(run_session(prepared, task, third.stop, third)), expected);
  EXPECT_EQ(third.asked, 0u);
}

TEST(Session, RefusesTheStoreOfAnotherExperiment) {
  const TemporaryFolder folder;
  const SessionTask task{folder.path("out.db"), 1};
  Counter counter;
  run_session(PreparedExperiment(small_experiment()), task, counter.stop, counter);
  Experiment other = small_experiment();
  other.trials = 21;
  EXPECT_THROW(run_session(PreparedExperiment(other), task, counter.stop, counter), SpecError);
}

TEST(Verification, FindsTheSameHashOnEveryNumberOfThreads) {
  const PreparedExperiment prepared(small_experiment());
  Counter counter;
  const std::string expected = hash_of(run_session(prepared, {"", 1}, counter.stop, counter));
  const Verification verification = verify(prepared, counter.stop);
  EXPECT_TRUE(verification.is_complete());
  EXPECT_TRUE(verification.is_equal());
  EXPECT_EQ(verification.hashes, std::vector<std::string>(4, expected));
}

TEST(Verification, IsIncompleteOnceStopped) {
  const PreparedExperiment prepared(small_experiment());
  const std::atomic<bool> stop = true;
  const Verification verification = verify(prepared, stop);
  EXPECT_FALSE(verification.is_complete());
  EXPECT_TRUE(verification.hashes.empty());
  EXPECT_TRUE(verification.broken.empty());
}

// A store with the first cell of an experiment, changed by `change`, computed by a build of that
// id.
void store_one_cell(const PreparedExperiment& prepared, const std::string& path,
                    const std::string& build_id, void (*change)(CellResult& result)) {
  StoreContents contents = store_contents(prepared);
  if (!build_id.empty()) contents.provenance.build_id = build_id;
  CellResult result = *run_cell(prepared, prepared.cells().front(), false);
  change(result);
  Store::open(path, contents).append(result);
}

TEST(Session, ContinuesAStoreOfAnotherBuildIfThatIsWanted) {
  const TemporaryFolder folder;
  const std::string path = folder.path("run.db");
  const PreparedExperiment prepared(small_experiment());
  store_one_cell(prepared, path, "another", [](CellResult&) {});
  Counter counter;
  EXPECT_THROW(run_session(prepared, {path, 1}, counter.stop, counter), SpecError);
  SessionResults results = run_session(prepared, {path, 1, Builds::any}, counter.stop, counter);
  EXPECT_EQ(counter.ended, 11u);
  EXPECT_EQ(results.foreign(), 1u);
  Counter alone;
  EXPECT_EQ(hash_of(std::move(results)),
            hash_of(run_session(prepared, {"", 1}, alone.stop, alone)));
}

TEST(Session, RunsACellAgainWhoseSearcherBroke) {
  const TemporaryFolder folder;
  const std::string path = folder.path("run.db");
  const PreparedExperiment prepared(small_experiment());
  store_one_cell(prepared, path, "", [](CellResult& result) { result.failure = "it was ill"; });
  Counter counter;
  const SessionResults results = run_session(prepared, {path, 1}, counter.stop, counter);
  EXPECT_EQ(counter.ended, 12u);
  EXPECT_EQ(results.finished(), 12u);
  EXPECT_EQ(results.foreign(), 0u);
  const std::vector<CellResult> stored = StoreReader(path).cells();
  ASSERT_EQ(stored.size(), 12u);
  for (const CellResult& result : stored) EXPECT_EQ(result.failure, "");
}

}  // namespace sweep::session_test
