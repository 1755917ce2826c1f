#include "bench/session/child_program.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <thread>

#include "algorithms/text/error.hpp"

namespace sweep::child_program_test {

constexpr const char* kNowhere = "/dev/null";

TEST(ChildProgram, EndsAsTheChildDoes) {
  const std::atomic<bool> interrupted = false;
  EXPECT_EQ(run_child({"true"}, kNowhere, interrupted).exit_code, 0);
  EXPECT_EQ(run_child({"sh", "-c", "exit 7"}, kNowhere, interrupted).exit_code, 7);
  EXPECT_EQ(run_child({"sh", "-c", "kill -9 $$"}, kNowhere, interrupted).exit_code, 137);
}

TEST(ChildProgram, CountsTheProcessorTimeOfTheChildAlone) {
  const std::atomic<bool> interrupted = false;
  const std::string loop = "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done";
  EXPECT_GT(run_child({"sh", "-c", loop}, kNowhere, interrupted).cpu_seconds,
            run_child({"true"}, kNowhere, interrupted).cpu_seconds);
}

// As those who start this program may leave it.
TEST(ChildProgram, LearnsHowAChildEndedWhereSuchSignalsWereIgnored) {
  const std::atomic<bool> interrupted = false;
  ::signal(SIGCHLD, SIG_IGN);
  EXPECT_EQ(run_child({"false"}, kNowhere, interrupted).exit_code, 1);
  ::signal(SIGCHLD, SIG_DFL);
}

TEST(ChildProgram, EndsAChildThatRunsWhenAnInterruptComes) {
  std::atomic<bool> interrupted = false;
  std::thread user([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    interrupted = true;
  });
  EXPECT_THROW(run_child({"sleep", "1000"}, kNowhere, interrupted), ChildInterrupted);
  user.join();
  EXPECT_THROW(run_child({"true"}, kNowhere, interrupted), ChildInterrupted);
}

TEST(ChildProgram, RefusesAProgramThatIsNotThere) {
  const std::atomic<bool> interrupted = false;
  EXPECT_THROW(run_child({"/no/such/program"}, kNowhere, interrupted), SpecError);
}

}  // namespace sweep::child_program_test
