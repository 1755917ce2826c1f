#include "bench/session/child_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

/// What becomes of a child's three streams.
class ChildStreams {
 public:
  explicit ChildStreams(const std::string& errors) {
    ::posix_spawn_file_actions_init(&actions_);
    constexpr const char* kNull = "/dev/null";
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, kNull, O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, kNull, O_WRONLY, 0);
    constexpr int kNewFile = O_WRONLY | O_CREAT | O_TRUNC;
    constexpr mode_t kOwner = 0600;
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, errors.c_str(), kNewFile, kOwner);
  }
  ~ChildStreams() { ::posix_spawn_file_actions_destroy(&actions_); }
  ChildStreams(const ChildStreams&) = delete;
  ChildStreams& operator=(const ChildStreams&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

double seconds_of(const timeval& time) {
  constexpr double kMicrosecond = 1e-6;
  return static_cast<double>(time.tv_sec) + kMicrosecond * static_cast<double>(time.tv_usec);
}

[[noreturn]] void fail_to_wait() {
  throw SpecError(
      fmt::format("a program that was started cannot be waited for: {}", std::strerror(errno)));
}

/// A child's process as a file that can be read once it has ended (pidfd_open(2)).
class ProcessFile {
 public:
  explicit ProcessFile(pid_t child) : file_(static_cast<int>(::syscall(SYS_pidfd_open, child, 0))) {
    if (file_ < 0) fail_to_wait();
  }
  ~ProcessFile() { ::close(file_); }
  ProcessFile(const ProcessFile&) = delete;
  ProcessFile& operator=(const ProcessFile&) = delete;

  /// Whether it ends within this time, or before a signal comes.
  [[nodiscard]] bool ends_within(int milliseconds) const {
    pollfd waited = {file_, POLLIN, 0};
    const int ready = ::poll(&waited, 1, milliseconds);
    if (ready < 0 && errno != EINTR) fail_to_wait();
    return ready > 0;
  }

 private:
  int file_;
};

// Tells the child of an interrupt, once: a terminal tells both, `kill` tells one. A signal that
// comes just before a wait is noticed after it.
void wait_until_ended(pid_t child, const std::atomic<bool>& interrupted) {
  constexpr int kLongestWait = 200;  // ms
  const ProcessFile process(child);
  bool is_told = false;
  while (!process.ends_within(kLongestWait)) {
    if (interrupted && !is_told) is_told = ::kill(child, SIGTERM) == 0;
  }
}

ChildEnd wait_for(pid_t child, const std::atomic<bool>& interrupted) {
  int status = 0;
  rusage usage{};
  wait_until_ended(child, interrupted);
  if (::wait4(child, &status, 0, &usage) != child) fail_to_wait();
  if (interrupted) throw ChildInterrupted();
  constexpr int kBySignal = 128;
  return {WIFSIGNALED(status) ? kBySignal + WTERMSIG(status) : WEXITSTATUS(status),
          seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& words, const std::string& errors,
                   const std::atomic<bool>& interrupted) {
  if (interrupted) throw ChildInterrupted();
  std::vector<std::string> copies = words;
  std::vector<char*> arguments;
  arguments.reserve(copies.size() + 1);
  for (std::string& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const ChildStreams streams(errors);
  ::signal(SIGCHLD, SIG_DFL);  // else, where it was ignored, nobody learns how a child ended
  pid_t child = 0;
  const int error =
      ::posix_spawnp(&child, words[0].c_str(), streams.get(), nullptr, arguments.data(), environ);
  if (error == 0) return wait_for(child, interrupted);
  throw SpecError(fmt::format("{}: cannot be run: {}", words[0], std::strerror(error)));
}

std::string own_program() {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) return path;
  throw SpecError("where this program lies cannot be found out: /proc is not there");
}

}  // namespace sweep
