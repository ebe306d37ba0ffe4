#include "tests/support/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>  // posix_openpt
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

namespace debrief {

namespace {

namespace fs = std::filesystem;

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

// "NAME=value" of each variable; those that tell sanitizers how to work are passed on.
std::vector<std::string> environment_of(const RunOptions& options) {
  std::map<std::string, std::string> variables = options.environment;
  for (const char* name : {"PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) variables.try_emplace(name, value);
  }
  std::vector<std::string> lines;
  for (const auto& [name, value] : variables) lines.push_back(name + "=" + value);
  return lines;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::string read_from_start(int file) {
  std::string text;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t count =
        ::pread(file, buffer.data(), buffer.size(), static_cast<off_t>(text.size()));
    if (count <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

// A terminal's lines end in CR LF, and what is written to it can be read once only.
std::string read_terminal(int terminal) {
  std::string text;
  std::array<char, 1 << 12> buffer;
  for (;;) {
    const ssize_t count = ::read(terminal, buffer.data(), buffer.size());
    if (count <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  std::erase(text, '\r');
  return text;
}

// Runs in the child, where nothing but system calls is safe.
[[noreturn]] void become(const std::string& program, char* const* arguments,
                         char* const* environment, const RunOptions& options, int out, int err) {
  constexpr int kCannotStart = 127;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (!options.working_directory.empty() && ::chdir(options.working_directory.c_str()) != 0) {
    ::_exit(kCannotStart);
  }
  if (options.umask) ::umask(*options.umask);
  if (options.largest_file) {
    const rlimit limit = {*options.largest_file, *options.largest_file};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    // Without this, the kernel ends the program instead of telling it.
    ::signal(SIGXFSZ, SIG_IGN);
  }
  const int in = ::open("/dev/null", O_RDONLY);
  if (in < 0 || ::dup2(in, 0) < 0 || ::dup2(out, 1) < 0 || ::dup2(err, 2) < 0) {
    ::_exit(kCannotStart);
  }
  ::execve(program.c_str(), arguments, environment);
  ::_exit(kCannotStart);
}

}  // namespace

RunningProgram::RunningProgram(const fs::path& program, const std::vector<std::string>& arguments,
                               const RunOptions& options) {
  std::string path = program.string();
  std::vector<std::string> words = {path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment_of(options);
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(variables);

  int child_out = -1;
  if (options.on_terminal) {
    terminal_ = checked(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
    checked(::grantpt(terminal_), "grantpt");
    checked(::unlockpt(terminal_), "unlockpt");
    child_out = checked(::open(::ptsname(terminal_), O_RDWR | O_NOCTTY | O_CLOEXEC), "open");
  } else {
    out_ = checked(::memfd_create("out", MFD_CLOEXEC), "memfd_create");
    err_ = checked(::memfd_create("err", MFD_CLOEXEC), "memfd_create");
    child_out = out_;
  }
  id_ = checked(::fork(), "fork");
  if (id_ == 0) {
    become(path, argv.data(), envp.data(), options, child_out, err_ < 0 ? child_out : err_);
  }
  if (terminal_ >= 0) ::close(child_out);
  // glibc 2.36 declares pidfd_open() for C alone.
  process_ = checked(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)), "pidfd_open");
}

RunningProgram::~RunningProgram() {
  if (!is_over_) {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  for (const int file : {process_, out_, err_, terminal_}) {
    if (file >= 0) ::close(file);
  }
}

std::string RunningProgram::out() const {
  return terminal_ >= 0 ? read_terminal(terminal_) : read_from_start(out_);
}

std::string RunningProgram::err() const {
  return err_ < 0 ? "" : read_from_start(err_);
}

bool RunningProgram::wait_for_output(std::string_view text,
                                     std::chrono::milliseconds at_most) const {
  const auto end = std::chrono::steady_clock::now() + at_most;
  while (out().find(text) == std::string::npos) {
    if (has_ended(std::chrono::milliseconds(5))) return out().find(text) != std::string::npos;
    if (std::chrono::steady_clock::now() > end) return false;
  }
  return true;
}

void RunningProgram::send(int signal) const {
  ::kill(id_, signal);
}

bool RunningProgram::has_ended(std::chrono::microseconds at_most) const {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at_most);
  const timespec time = {seconds.count(), (at_most - seconds).count() * 1000};
  pollfd wanted = {process_, POLLIN, 0};
  return ::ppoll(&wanted, 1, &time, nullptr) == 1;
}

RunResult RunningProgram::wait(std::chrono::microseconds at_most) {
  RunResult result;
  // A terminal holds little: a program that nobody reads from would wait.
  if (terminal_ >= 0) result.out = out();
  if (!has_ended(at_most)) ::kill(id_, SIGKILL);
  int status = 0;
  checked(::waitpid(id_, &status, 0), "waitpid");
  is_over_ = true;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (terminal_ < 0) result.out = out();
  result.err = err();
  return result;
}

RunResult run_program(const fs::path& program, const std::vector<std::string>& arguments,
                      const RunOptions& options) {
  return RunningProgram(program, arguments, options).wait(options.kill_after);
}

}  // namespace debrief
