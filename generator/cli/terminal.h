// What people see while a command runs: diagnostics, and progress on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"

namespace debrief {

// Colour and progress go to terminals only; NO_COLOR (https://no-color.org) is respected.
bool is_terminal(int file_descriptor);
bool use_color(int file_descriptor);

// Prints every problem to standard error, in the order of the files, and a line that counts
// them.
void print_diagnostics(const Diagnostics& diagnostics);

// One line on standard error that is written over as work goes on; nothing at all unless that is
// a terminal. Called from several threads.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::string_view what, std::size_t done, std::size_t total);

 private:
  std::mutex mutex_;
  bool on_terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace debrief
