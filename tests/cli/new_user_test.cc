// The first hours of somebody who has never seen Debrief, with the real program and real git: what
// they type and all that they are told is in tests/golden/new_user/transcript.txt.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/text.h"
#include "tests/cli/program.h"
#include "tests/support/golden.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTranscript = "new_user/transcript.txt";

// A remark, or a command with the lines that belong to it. What it printed is not kept: it is run
// again.
struct Step {
  bool is_command;
  std::string text;
  bool begins_paragraph = false;  // of a remark
};

std::vector<Step> steps_of(const std::string& transcript_text) {
  std::vector<Step> steps;
  bool is_in_command = false;
  bool is_after_space = false;
  for (const std::string_view line : split(transcript_text, '\n')) {
    if (line.starts_with("$ ")) {
      steps.push_back({true, std::string(line.substr(2))});
      is_in_command = true;
    } else if (is_in_command && (line == ">" || line.starts_with("> "))) {
      steps.back().text += '\n';
      steps.back().text += line.substr(std::min<std::size_t>(line.size(), 2));
    } else {
      is_in_command = false;
      if (line.starts_with("# ")) steps.push_back({false, std::string(line), is_after_space});
    }
    is_after_space = line.empty();
  }
  return steps;
}

class Shell {
 public:
  Shell() {
    fs::create_directory(home_ / "bin");
    fs::create_symlink(DEBRIEF_PROGRAM, home_ / "bin/debrief");
    options_.working_directory = home_.path();
    const char* path = std::getenv("PATH");
    options_.environment = {
        {"PATH", (home_ / "bin").string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path)},
        {"HOME", home_.path().string()},
        {"LC_ALL", "C.UTF-8"},
        {"TZ", "UTC"},
        {"GIT_CONFIG_SYSTEM", "/dev/null"},
        {"GIT_AUTHOR_NAME", "Ann"},
        {"GIT_AUTHOR_EMAIL", "ann@lighthouse.example"},
        {"GIT_AUTHOR_DATE", "2026-02-16T09:00:00Z"},
        {"GIT_COMMITTER_NAME", "Ann"},
        {"GIT_COMMITTER_EMAIL", "ann@lighthouse.example"},
        {"GIT_COMMITTER_DATE", "2026-02-16T09:00:00Z"},
    };
  }

  std::string run(const std::string& command) {
    if (command.starts_with("cd ")) {
      options_.working_directory /= command.substr(3);
      return "";
    }
    std::string said = transcript(run_program("/bin/sh", {"-c", command}, options_), home_.path());
    const std::string_view fine = "exit 0\n";
    if (said.ends_with(fine)) said.erase(said.size() - fine.size());
    return said;
  }

 private:
  TemporaryFolder home_;
  RunOptions options_;
};

std::string prompted(std::string_view command) {
  std::string text;
  for (const std::string_view line : split(command, '\n')) {
    text += text.empty() ? "$" : ">";
    if (!line.empty()) text += ' ';
    text += line;
    text += '\n';
  }
  return text;
}

TEST(NewUser, GetsFromNothingToAPublishedIncidentAndOutOfAnIdTakenTwice) {
  const std::vector<Step> steps = steps_of(read_golden(kTranscript));
  ASSERT_FALSE(steps.empty());
  Shell shell;
  std::string actual;
  for (const Step& step : steps) {
    if (step.is_command) {
      actual += prompted(step.text) + shell.run(step.text);
    } else {
      actual += (step.begins_paragraph ? "\n" : "") + step.text + "\n";
    }
  }
  expect_golden(kTranscript, actual);
}

}  // namespace
}  // namespace debrief
