// Runs a program as a person would, and tells all that a person would see of it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

struct RunOptions {
  std::map<std::string, std::string> environment;  // all it gets, besides PATH and sanitizers'
  std::filesystem::path working_directory;         // empty: the test's own
  std::chrono::microseconds kill_after = std::chrono::minutes(1);
  std::optional<mode_t> umask;
  std::optional<std::uint64_t> largest_file;  // bytes
  bool on_terminal = false;                   // Both outputs are one terminal, and all is in `out`.
};

struct RunResult {
  int status = 0;  // the exit status; 128 and the number of the signal that ended it
  std::string out;
  std::string err;
};

// A program that runs beside the test. It is killed at the end of the object's life, or the
// test's, whichever comes first.
class RunningProgram {
 public:
  RunningProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const RunOptions& options = {});
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  pid_t id() const { return id_; }
  // What it has written so far.
  std::string out() const;
  std::string err() const;
  // Until its standard output holds `text`, it ends, or so much time is over. Returns the former.
  bool wait_for_output(std::string_view text, std::chrono::milliseconds at_most) const;
  void send(int signal) const;
  // Waits for its end; kills it if that takes longer.
  RunResult wait(std::chrono::microseconds at_most);

 private:
  bool has_ended(std::chrono::microseconds at_most) const;

  pid_t id_ = -1;
  int process_ = -1;
  int out_ = -1;
  int err_ = -1;
  int terminal_ = -1;
  bool is_over_ = false;
};

RunResult run_program(const std::filesystem::path& program,
                      const std::vector<std::string>& arguments, const RunOptions& options = {});

}  // namespace debrief
