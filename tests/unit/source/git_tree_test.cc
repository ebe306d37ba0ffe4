// A revision gives what its files would give.

#include "generator/source/git_tree.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "generator/base/error.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class GitTreeTest : public testing::Test {
 protected:
  const TemporaryFolder& folder() const { return repository_.folder(); }
  void write(const std::string& path, std::string_view bytes) {
    folder().write("kb/" + path, bytes);
  }

  std::string listing(const SourceTree& tree) {
    std::string text;
    for (const SourceFile& file : tree.files) text += file.path + ": " + file.bytes + '\n';
    for (const Diagnostic& problem : diagnostics_.sorted()) text += to_string(problem) + '\n';
    diagnostics_ = {};
    return text;
  }

  std::string at(const std::string& revision, const std::string& root = "kb") {
    const fs::path path = folder() / root;
    return listing(read_git_tree(path, find_git_revision(path, revision), limits_, diagnostics_));
  }

  std::string now() {
    return listing(read_source_tree(folder() / "kb", "", limits_, diagnostics_));
  }

  void commit() { repository_.commit("Ann", "2026-01-02T03:04:05Z"); }

  ScratchRepository repository_;
  SourceLimits limits_;
  Diagnostics diagnostics_;
};

TEST_F(GitTreeTest, IsWhatTheFolderIs) {
  write("debrief.yaml", "title: x");
  write("README.md", "no content");
  write("incidents/a/index.md", "# A\r\n");
  write("incidents/a/picture.png", std::string("\x89\0\n\n", 4));
  write("incidents/empty.md", "");
  write("incidents/twin.md", "# A\r\n");
  write("incidents/\xC3\xA9 \"b\".md", "# B");
  write("incidents/_draft.md", "");
  write("incidents/.hidden/a.md", "");
  write("themes/own/_part.html", "part");
  folder().write("incidents/of-another.md", "not below the root");
  commit();
  const std::string expected =
      "debrief.yaml: title: x\n"
      "incidents/a/index.md: # A\r\n\n"
      "incidents/a/picture.png: " +
      std::string("\x89\0\n\n", 4) +
      "\n"
      "incidents/empty.md: \n"
      "incidents/twin.md: # A\r\n\n"
      "incidents/\xC3\xA9 \"b\".md: # B\n"
      "themes/own/_part.html: part\n";
  EXPECT_EQ(expected, now());
  EXPECT_EQ(expected, at("HEAD"));
  EXPECT_EQ("incidents/of-another.md: not below the root\n", at("main", "."));
}

TEST_F(GitTreeTest, ReportsWhatTheFolderReports) {
  limits_.text_bytes = 5;
  limits_.other_bytes = 6;
  write("debrief.yaml/a.md", "");
  write("pages", "");
  write("incidents/a.md", "123456");
  write("incidents/a.png", "1234567");
  write("incidents/b\\c/a.md", "");
  write("incidents/bad\x01.md", "");
  commit();
  const std::string shown = now();
  EXPECT_EQ(
      "debrief.yaml: error: is a folder; a file belongs here [unreadable-file]\n"
      "incidents/a.md: error: the file has 6 bytes, more than the 5 that a text may have "
      "[file-too-large]\n"
      "incidents/a.png: error: the file has 7 bytes, more than the 6 that an image or other file "
      "may "
      "have [file-too-large]\n"
      "incidents/b\\c: error: file names are UTF-8 without control characters and backslashes; "
      "rename the file [bad-file-name]\n"
      "incidents/bad\xE2\x90\x81.md: error: file names are UTF-8 without control characters and "
      "backslashes; "
      "rename the file [bad-file-name]\n"
      "pages: error: is a file; a folder belongs here [unreadable-file]\n",
      shown);
  EXPECT_EQ(shown, at("HEAD"));
}

TEST_F(GitTreeTest, StopsAtTheLimitsOfTheWhole) {
  write("incidents/a.md", "12");
  write("incidents/b.md", "34");
  commit();
  limits_.total_bytes = 3;
  EXPECT_EQ(
      "incidents/a.md: 12\nerror: all files together have more than 3 bytes; the rest "
      "was "
      "not read [content-too-large]\n",
      at("HEAD"));
  limits_ = {};
  limits_.entries = 2;
  EXPECT_NE(std::string::npos, at("HEAD").find("more than 2 files and folders"));
}

TEST_F(GitTreeTest, FollowsNoLinksAndReadsNoSubmodules) {
  write("incidents/a.md", "A");
  fs::create_directories(folder() / "kb/pages");
  fs::create_symlink("a.md", folder() / "kb/incidents/link.md");
  fs::create_symlink("incidents", folder() / "kb/templates");
  commit();
  repository_.git({"update-index", "--add", "--cacheinfo",
                   "160000,0123456789012345678901234567890123456789,kb/incidents/module"});
  repository_.git({"commit", "-q", "-m", "x"});
  EXPECT_EQ(
      "incidents/a.md: A\n"
      "incidents/link.md: error: is a symbolic link, and at a revision of git none is followed; "
      "commit the file itself [symbolic-link]\n"
      "incidents/module: warning: is a submodule; nothing of it is read at a revision [submodule]\n"
      "templates: error: is a symbolic link, and at a revision of git none is followed; commit the "
      "file itself [symbolic-link]\n",
      at("HEAD"));
}

TEST_F(GitTreeTest, IsEmptyWhereTheFolderWasNot) {
  folder().write("other", "");
  commit();
  write("debrief.yaml", "");
  EXPECT_EQ("", find_git_revision(folder() / "kb", "HEAD").tree);
  EXPECT_EQ("", at("HEAD"));
  commit();
  EXPECT_EQ("debrief.yaml: \n", at("HEAD"));
  EXPECT_EQ("", at("HEAD~1"));

  // A file of that name is no folder.
  fs::remove_all(folder() / "kb");
  folder().write("kb", "a file");
  commit();
  fs::remove(folder() / "kb");
  write("debrief.yaml", "");
  EXPECT_EQ("", at("HEAD"));
}

TEST_F(GitTreeTest, ReadsOnlyCommits) {
  write("debrief.yaml", "x");
  commit();
  repository_.git({"tag", "-a", "v1", "-m", "x"});
  EXPECT_EQ(find_git_revision(folder() / "kb", "HEAD").commit,
            find_git_revision(folder() / "kb", "v1").commit);
  for (const char* name : {"HEAD^{tree}", "HEAD:kb/debrief.yaml", "HEAD HEAD", "nothing", "--all",
                           "-h", "", "HEAD..HEAD", "^HEAD"}) {
    EXPECT_THROW(find_git_revision(folder() / "kb", name), Error) << name;
  }
}

TEST_F(GitTreeTest, SaysThatFilesAreMissing) {
  write("debrief.yaml", "x");
  commit();
  const GitRevision revision = find_git_revision(folder() / "kb", "HEAD");
  for (const auto& entry : fs::recursive_directory_iterator(folder() / ".git/objects")) {
    if (entry.is_regular_file()) fs::remove(entry.path());
  }
  EXPECT_THROW(read_git_tree(folder() / "kb", revision, limits_, diagnostics_), Error);
}

}  // namespace
}  // namespace debrief
