// A git repository made in a test, with authors and dates of its own.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/base/subprocess.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {

class ScratchRepository {
 public:
  ScratchRepository() { git({"init", "-q", "-b", "main"}); }

  const TemporaryFolder& folder() const { return folder_; }

  // Commits all there is.
  void commit(const std::string& author, const std::string& date) {
    git({"add", "-A"});
    git({"commit", "-q", "-m", "x"}, author, date);
  }

  void git(const std::vector<std::string>& words, const std::string& author = "Nobody",
           const std::string& date = "2000-01-02T03:04:05Z") {
    std::vector<std::string> argv = {"git", "-C", folder_.path().string()};
    argv.insert(argv.end(), words.begin(), words.end());
    ProcessOptions options;
    options.set_variables = {"GIT_AUTHOR_NAME=" + author,       "GIT_AUTHOR_EMAIL=a@a.example",
                             "GIT_AUTHOR_DATE=" + date,         "GIT_COMMITTER_NAME=Nobody",
                             "GIT_COMMITTER_EMAIL=n@n.example", "GIT_CONFIG_GLOBAL=/dev/null",
                             "GIT_CONFIG_SYSTEM=/dev/null"};
    options.unset_variables = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"};
    const auto result = run_process(argv, options);
    ASSERT_TRUE(result);
    ASSERT_EQ(0, result->status) << "git " << words.front();
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace debrief
