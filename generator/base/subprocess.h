// Other programs, run without a shell: what a word holds is never read as a command.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace debrief {

struct ProcessOptions {
  std::string input;                         // its standard input; empty: there is nothing to read
  std::size_t most_output = 64 << 20;        // bytes of standard output
  std::vector<std::string> set_variables;    // "NAME=value", besides our own environment
  std::vector<std::string> unset_variables;  // names
  std::size_t most_errors = 0;               // bytes of standard error; 0: it goes nowhere
};

struct ProcessResult {
  int status = 0;  // the exit status; 128 and the number of the signal that ended it
  std::string out;
  bool is_cut = false;  // there was more output than allowed; the program was ended
  std::string err;      // the beginning of its standard error
};

// Runs argv[0], looked up in PATH, and waits for it. Absent if it cannot be started, for example
// because it is not installed. Requires: argv is not empty.
std::optional<ProcessResult> run_process(const std::vector<std::string>& argv,
                                         const ProcessOptions& options = {});

}  // namespace debrief
