#include "tests/support/program.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "algorithms/config/json.hpp"

namespace sweep {
namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void redirect(const std::string& path, int flags, int to) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, to) < 0) _exit(126);
}

// The child's side: files instead of pipes, so that nothing can block.
[[noreturn]] void become_program(const std::vector<std::string>& words, const std::string& in,
                                 const std::string& out, const std::string& err) {
  redirect(in, O_RDONLY, STDIN_FILENO);
  redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  std::vector<char*> arguments{const_cast<char*>(SWEEP_BENCH_BINARY)};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(SWEEP_BENCH_BINARY, arguments.data());
  _exit(127);
}

int exit_code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

pid_t start(const std::vector<std::string>& words, const std::string& in, const std::string& out,
            const std::string& err) {
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become_program(words, in, out, err);
  return child;
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& words, const std::string& input) {
  const TemporaryFolder folder;
  const std::string in = folder.write("in", input);
  const std::string out = folder.path("out");
  const std::string err = folder.path("err");
  const pid_t child = start(words, in, out, err);
  int status = 0;
  waitpid(child, &status, 0);
  return {exit_code_of(status), content(out), content(err)};
}

Value json_of(const ProgramResult& outcome) {
  if (outcome.exit_code != 0) throw std::runtime_error("the program failed: " + outcome.err);
  constexpr TextLimits kEnough{std::size_t{1} << 24, 64, 1'000'000};
  return to_value(read_json(outcome.out, "output", kEnough));
}

ProgramResult run_and_signal(const std::vector<std::string>& words, int signal,
                             const std::function<bool()>& is_time) {
  const TemporaryFolder folder;
  RunningProgram program(words, folder);
  program.wait_until(is_time);
  program.send(signal);
  return program.wait_for_end();
}

RunningProgram::RunningProgram(const std::vector<std::string>& words, const TemporaryFolder& folder)
    : out_(folder.path("program.out")), err_(folder.path("program.err")) {
  const std::string in = folder.path("program.in");
  mkfifo(in.c_str(), 0600);
  input_ = open(in.c_str(), O_RDWR | O_CLOEXEC);  // waits for nobody, unlike O_WRONLY
  if (input_ < 0) throw std::runtime_error("no pipe");
  child_ = start(words, in, out_, err_);
}

RunningProgram::~RunningProgram() {
  if (!ended_) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  close(input_);
}

void RunningProgram::type(const std::string& text) const {
  if (write(input_, text.data(), text.size()) < 0) throw std::runtime_error("the pipe is broken");
}

bool RunningProgram::has_read_everything() const {
  int waiting = 0;
  return ioctl(input_, FIONREAD, &waiting) == 0 && waiting == 0;
}

void RunningProgram::send(int signal) const {
  if (!ended_) kill(child_, signal);
}

void RunningProgram::freeze() const {
  send(SIGSTOP);
  if (!ended_) waitid(P_PID, static_cast<id_t>(child_), nullptr, WSTOPPED | WEXITED | WNOWAIT);
}

void RunningProgram::wait_until(const std::function<bool()>& is_time) {
  while (!ended_ && !is_time()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ended_ = waitpid(child_, &status_, WNOHANG) == child_;
  }
}

ProgramResult RunningProgram::wait_for_end() {
  if (!ended_) waitpid(child_, &status_, 0);
  ended_ = true;
  return {exit_code_of(status_), content(out_), content(err_)};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = std::filesystem::temp_directory_path() / "sweep-test-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::path(const std::string& name) const { return folder_ + "/" + name; }

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path(name), std::ios::binary) << text;
  return path(name);
}

}  // namespace sweep
