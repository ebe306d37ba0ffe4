#include "generator/cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace debrief {
namespace {

// "1 error", "2 warnings".
std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string colored(const Diagnostic& diagnostic) {
  std::string plain = to_string(diagnostic);
  const std::string level(to_string(diagnostic.level));
  const std::size_t at = plain.find(level + ":");
  if (at == std::string::npos) return plain;
  const std::string_view color = diagnostic.level == Level::error     ? "\x1b[1;31m"
                                 : diagnostic.level == Level::warning ? "\x1b[1;33m"
                                                                      : "\x1b[1;36m";
  return fmt::format("{}{}{}\x1b[0m{}", plain.substr(0, at), color, level,
                     plain.substr(at + level.size()));
}

}  // namespace

bool is_terminal(int file_descriptor) {
  const char* kind = std::getenv("TERM");
  return isatty(file_descriptor) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

bool use_color(int file_descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  return is_terminal(file_descriptor) && (no_color == nullptr || *no_color == '\0');
}

void print_diagnostics(const Diagnostics& diagnostics) {
  const bool color = use_color(STDERR_FILENO);
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    fmt::print(stderr, "{}\n", color ? colored(diagnostic) : to_string(diagnostic));
    errors += diagnostic.level == Level::error ? 1U : 0U;
    warnings += diagnostic.level == Level::warning ? 1U : 0U;
  }
  if (errors + warnings == 0) return;
  fmt::print(stderr, "{}, {}\n", count_of(errors, "error"), count_of(warnings, "warning"));
}

Progress::Progress() : on_terminal_(is_terminal(STDERR_FILENO)) {}

Progress::~Progress() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
}

void Progress::show(std::string_view what, std::size_t done, std::size_t total) {
  if (!on_terminal_) return;
  const std::lock_guard lock(mutex_);
  // Short work is over before anybody could read about it, and a terminal is slow.
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100) && done != total) return;
  last_ = now;
  shown_ = true;
  fmt::print(stderr, "\r\x1b[K{} {}/{}", what, done, total);
  std::fflush(stderr);
}

}  // namespace debrief
