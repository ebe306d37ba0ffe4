#include "generator/source/source_tree.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "generator/base/error.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class SourceTreeTest : public testing::Test {
 protected:
  SourceTree read() { return read_source_tree(root_.path(), excluded_, limits_, diagnostics_); }

  // "path: content", a line each.
  std::string read_listing() {
    std::string text;
    for (const SourceFile& file : read().files) text += file.path + ": " + file.bytes + '\n';
    return text;
  }

  std::string problems() const {
    std::string text;
    for (const Diagnostic& item : diagnostics_.sorted()) text += to_string(item) + '\n';
    return text;
  }

  void link(const std::string& name, const std::string& target) {
    fs::create_directories((root_ / name).parent_path());
    fs::create_symlink(target, root_ / name);
  }

  TemporaryFolder root_;
  fs::path excluded_;
  SourceLimits limits_;
  Diagnostics diagnostics_;
};

TEST_F(SourceTreeTest, ReadsTheFilesOfAKnowledgeBase) {
  root_.write("debrief.yaml", "title: x");
  root_.write("services.yaml", "s");
  root_.write("causes.yaml", "c");
  root_.write("people.yaml", "p");
  root_.write("redactions.yaml", "r");
  root_.write("incidents/2026/a/index.md", "# A");
  root_.write("incidents/2026/a/graph.png", std::string("\x89PNG"));
  root_.write("pages/guide.md", "# Guide");
  root_.write("templates/short.md", "# {{title}}");
  root_.write("themes/own/page.html", "<html>");
  EXPECT_EQ(read_listing(),
            "causes.yaml: c\n"
            "debrief.yaml: title: x\n"
            "incidents/2026/a/graph.png: \x89PNG\n"
            "incidents/2026/a/index.md: # A\n"
            "pages/guide.md: # Guide\n"
            "people.yaml: p\n"
            "redactions.yaml: r\n"
            "services.yaml: s\n"
            "templates/short.md: # {{title}}\n"
            "themes/own/page.html: <html>\n");
  EXPECT_EQ(problems(), "");
}

TEST_F(SourceTreeTest, ReadsNothingElse) {
  root_.write("README.md", "");
  root_.write("notes.yaml", "");
  root_.write("site/index.html", "");
  root_.write(".git/config", "");
  EXPECT_EQ(read_listing(), "");
}

TEST_F(SourceTreeTest, NeedsNoneOfTheFiles) {
  EXPECT_EQ(read_listing(), "");
  EXPECT_EQ(problems(), "");
}

TEST_F(SourceTreeTest, IgnoresHiddenAndUnderscoreNamesAtAnyDepth) {
  root_.write("incidents/.draft.md", "");
  root_.write("incidents/_draft.md", "");
  root_.write("incidents/.obsidian/x.md", "");
  root_.write("incidents/2026/_old/x.md", "");
  root_.write("incidents/2026/a_b.md", "kept");
  EXPECT_EQ(read_listing(), "incidents/2026/a_b.md: kept\n");
}

// In a theme "_" names a template for parts of pages, so a site can replace _head.mustache.
TEST_F(SourceTreeTest, KeepsUnderscoreNamesOfThemes) {
  root_.write("themes/own/templates/_head.mustache", "head");
  root_.write("themes/own/.editor", "");
  EXPECT_EQ(read_listing(), "themes/own/templates/_head.mustache: head\n");
}

TEST_F(SourceTreeTest, SortsByTheBytesOfThePath) {
  for (const char* name : {"b.md", "a.md", "B.md", "é.md", "a/z.md", "a-b.md", "z.md", "10.md"}) {
    root_.write(std::string("incidents/") + name, "");
  }
  EXPECT_EQ(read_listing(),
            "incidents/10.md: \n"
            "incidents/B.md: \n"
            "incidents/a-b.md: \n"
            "incidents/a.md: \n"
            "incidents/a/z.md: \n"
            "incidents/b.md: \n"
            "incidents/z.md: \n"
            "incidents/é.md: \n");
}

TEST_F(SourceTreeTest, FindsAFileByItsPath) {
  root_.write("debrief.yaml", "title: x");
  root_.write("incidents/a.md", "# A");
  const SourceTree tree = read();
  ASSERT_NE(tree.find("incidents/a.md"), nullptr);
  EXPECT_EQ(tree.find("incidents/a.md")->bytes, "# A");
  EXPECT_EQ(tree.find("incidents/b.md"), nullptr);
  EXPECT_EQ(tree.find("incidents"), nullptr);
  EXPECT_EQ(tree.find(""), nullptr);
}

TEST_F(SourceTreeTest, KeepsBytesAsTheyAre) {
  const std::string bytes("a\r\n\0\xFF", 5);
  root_.write("incidents/a.png", bytes);
  EXPECT_EQ(read().find("incidents/a.png")->bytes, bytes);
}

TEST_F(SourceTreeTest, PassesOverTheOutputFolder) {
  root_.write("pages/site/internal/index.md", "");
  root_.write("pages/site-guide.md", "kept");
  excluded_ = root_ / "pages/site/";
  EXPECT_EQ(read_listing(), "pages/site-guide.md: kept\n");
  EXPECT_EQ(problems(), "");
}

TEST_F(SourceTreeTest, FollowsLinksWithinTheRoot) {
  root_.write("shared/logo.png", "logo");
  root_.write("shared/more/x.png", "x");
  link("incidents/a/logo.png", "../../shared/logo.png");
  link("incidents/b/images", "../../shared");
  link("pages", "shared/more");
  link("services.yaml", "shared/logo.png");
  EXPECT_EQ(read_listing(),
            "incidents/a/logo.png: logo\n"
            "incidents/b/images/logo.png: logo\n"
            "incidents/b/images/more/x.png: x\n"
            "pages/x.png: x\n"
            "services.yaml: logo\n");
  EXPECT_EQ(problems(), "");
}

TEST_F(SourceTreeTest, MayItselfBeALink) {
  TemporaryFolder elsewhere;
  root_.write("incidents/a.md", "A");
  link("incidents/b.md", "a.md");
  fs::create_directory_symlink(root_.path(), elsewhere / "kb");
  const SourceTree tree = read_source_tree(elsewhere / "kb", excluded_, limits_, diagnostics_);
  EXPECT_EQ(tree.files.size(), 2u);
  EXPECT_EQ(problems(), "");
}

TEST_F(SourceTreeTest, RefusesLinksThatLeaveTheRoot) {
  TemporaryFolder elsewhere;
  elsewhere.write("secret.md", "secret");
  const std::string sibling = root_.path().string() + "-too";
  link("incidents/a.md", (elsewhere / "secret.md").string());
  link("incidents/folder", "../..");
  link("incidents/chain.md", "a.md");
  link("pages", elsewhere.path().string());
  fs::create_directory(sibling);  // Its name only begins as the root's does.
  link("templates/a", sibling);
  EXPECT_EQ(read_listing(), "");
  const std::string outside = elsewhere.path().string();
  EXPECT_EQ(problems(),
            "incidents/a.md: error: symbolic link to '" + outside +
                "/secret.md' leaves the knowledge base; copy the file instead "
                "[link-leaves-root]\n"
                "incidents/chain.md: error: symbolic link to 'a.md' leaves the knowledge base; "
                "copy the file instead [link-leaves-root]\n"
                "incidents/folder: error: symbolic link to '../..' leaves the knowledge base; "
                "copy the file instead [link-leaves-root]\n"
                "pages: error: symbolic link to '" +
                outside +
                "' leaves the knowledge base; copy the file instead [link-leaves-root]\n"
                "templates/a: error: symbolic link to '" +
                sibling +
                "' leaves the knowledge base; copy the file instead [link-leaves-root]\n");
  fs::remove(sibling);
}

TEST_F(SourceTreeTest, RefusesLinksToWhatIsHidden) {
  root_.write(".git/config", "token");
  root_.write("site/page.md", "");
  excluded_ = root_ / "site";
  link("incidents/a.md", "../.git/config");
  link("incidents/b", "../.git");
  link("incidents/c", "../site");
  EXPECT_EQ(read_listing(), "");
  EXPECT_EQ(problems(),
            "incidents/a.md: error: symbolic link to '../.git/config' leads to what is no content "
            "[link-leaves-root]\n"
            "incidents/b: error: symbolic link to '../.git' leads to what is no content "
            "[link-leaves-root]\n"
            "incidents/c: error: symbolic link to '../site' leads to what is no content "
            "[link-leaves-root]\n");
}

TEST_F(SourceTreeTest, ReportsBrokenLinks) {
  link("incidents/a.md", "gone.md");
  link("incidents/b.md", "b.md");
  EXPECT_EQ(read_listing(), "");
  EXPECT_EQ(problems(),
            "incidents/a.md: error: symbolic link to 'gone.md' cannot be followed: No such file "
            "or directory [unreadable-file]\n"
            "incidents/b.md: error: symbolic link to 'b.md' cannot be followed: Too many levels "
            "of symbolic links [unreadable-file]\n");
}

TEST_F(SourceTreeTest, PassesOverLinksToAFolderTheyAreIn) {
  root_.write("incidents/a/x.md", "x");
  link("incidents/a/again", "..");
  link("incidents/a/self", ".");
  link("incidents/a/root", "../..");
  link("pages", "incidents/a");
  EXPECT_EQ(read_listing(),
            "incidents/a/x.md: x\n"
            "pages/x.md: x\n");
  EXPECT_EQ(problems(), "");
}

TEST_F(SourceTreeTest, EndsHoweverOftenLinksMultiply) {
  // Two links in each of 40 folders to the next one: a million million paths.
  for (int i = 0; i < 40; ++i) {
    const std::string next = "../" + std::to_string(i + 1);
    link("incidents/" + std::to_string(i) + "/a", next);
    link("incidents/" + std::to_string(i) + "/b", next);
  }
  fs::create_directory(root_ / "incidents/40");
  limits_.entries = 1000;
  read();
  EXPECT_EQ(problems(),
            "error: more than 1000 files and folders; the rest was not read "
            "[content-too-large]\n");
}

TEST_F(SourceTreeTest, RefusesFilesOverTheirLimit) {
  limits_.text_bytes = 4;
  limits_.other_bytes = 8;
  root_.write("incidents/a.md", "1234");
  root_.write("incidents/b.md", "12345");
  root_.write("incidents/c.MARKDOWN", "12345");
  root_.write("incidents/d.png", "12345678");
  root_.write("incidents/e.png", "123456789");
  root_.write("incidents/LICENSE", "12345");
  root_.write("services.yaml", "12345");
  root_.write("pages/x.yml", "12345");
  EXPECT_EQ(read_listing(), "incidents/a.md: 1234\nincidents/d.png: 12345678\n");
  const std::string text =
      ": error: the file has 5 bytes, more than the 4 that a text may have "
      "[file-too-large]\n";
  EXPECT_EQ(problems(),
            "incidents/LICENSE" + text + "incidents/b.md" + text + "incidents/c.MARKDOWN" + text +
                "incidents/e.png: error: the file has 9 bytes, more than the 8 that an image or "
                "other file may have [file-too-large]\n"
                "pages/x.yml" +
                text + "services.yaml" + text);
}

TEST_F(SourceTreeTest, RefusesMoreThanTheMemoryIsFor) {
  limits_.total_bytes = 10;
  root_.write("causes.yaml", "1234");
  root_.write("incidents/a.md", "123456");
  root_.write("pages/a.md", "1");
  EXPECT_EQ(read_listing(), "causes.yaml: 1234\nincidents/a.md: 123456\n");
  EXPECT_EQ(problems(),
            "error: all files together have more than 10 bytes; the rest was not read "
            "[content-too-large]\n");
}

TEST_F(SourceTreeTest, RefusesNamesThatNoSiteCanHave) {
  root_.write("incidents/caf\xE9.md", "");
  root_.write("incidents/a\nb.md", "");
  root_.write("incidents/a\\b.md", "");
  root_.write("incidents/bad\xFF/x.md", "");
  root_.write("incidents/café.md", "kept");
  EXPECT_EQ(read_listing(), "incidents/café.md: kept\n");
  const std::string text =
      ": error: file names are UTF-8 without control characters and "
      "backslashes; rename the file [bad-file-name]\n";
  EXPECT_EQ(problems(), "incidents/a␊b.md" + text + "incidents/a\\b.md" + text +
                            "incidents/bad\uFFFD" + text + "incidents/caf\uFFFD.md" + text);
}

TEST_F(SourceTreeTest, RefusesWhatIsNeitherFileNorFolder) {
  fs::create_directories(root_ / "incidents");
  ASSERT_EQ(mkfifo((root_ / "incidents/pipe.md").c_str(), 0600), 0);
  link("incidents/link.md", "pipe.md");
  EXPECT_EQ(read_listing(), "");
  EXPECT_EQ(problems(),
            "incidents/link.md: error: is neither a file nor a folder [unreadable-file]\n"
            "incidents/pipe.md: error: is neither a file nor a folder [unreadable-file]\n");
}

TEST_F(SourceTreeTest, RefusesFoldersForFilesAndFilesForFolders) {
  root_.write("debrief.yaml/x", "");
  root_.write("incidents", "");
  EXPECT_EQ(read_listing(), "");
  EXPECT_EQ(problems(),
            "debrief.yaml: error: is a folder; a file belongs here [unreadable-file]\n"
            "incidents: error: is a file; a folder belongs here [unreadable-file]\n");
}

TEST_F(SourceTreeTest, ReportsWhatTheSystemRefuses) {
  if (geteuid() == 0) GTEST_SKIP() << "the system refuses root nothing";
  root_.write("incidents/a.md", "");
  root_.write("incidents/b/x.md", "");
  root_.write("incidents/c.md", "read");
  fs::permissions(root_ / "incidents/a.md", fs::perms::none);
  fs::permissions(root_ / "incidents/b", fs::perms::none);
  EXPECT_EQ(read_listing(), "incidents/c.md: read\n");
  EXPECT_EQ(problems(),
            "incidents/a.md: error: cannot be read: Permission denied [unreadable-file]\n"
            "incidents/b: error: cannot be read: Permission denied [unreadable-file]\n");
  fs::permissions(root_ / "incidents/b", fs::perms::owner_all);
}

TEST_F(SourceTreeTest, ThrowsIfTheRootCannotBeRead) {
  const std::string gone = (root_ / "gone").string();
  root_.write("file", "");
  const auto message = [&](const fs::path& root) -> std::string {
    try {
      read_source_tree(root, excluded_, limits_, diagnostics_);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was thrown";
  };
  EXPECT_EQ(message(gone), "cannot read the folder '" + gone + "': No such file or directory");
  EXPECT_EQ(message(root_ / "file"),
            "cannot read the folder '" + (root_ / "file").string() + "': Not a directory");
}

}  // namespace
}  // namespace debrief
