// `init`: somebody who has nothing yet has two sites a minute later.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <regex>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExample = "incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md";

class InitCommand : public testing::Test {
 protected:
  // In the folder of the test, or in one below it.
  std::string run(const std::vector<std::string>& arguments, const std::string& folder = ".") {
    RunOptions options;
    options.working_directory = folder_ / folder;
    return transcript_of(arguments, folder_.path(), options);
  }
  std::string title_in(const std::string& folder) const {
    static const std::regex kTitle("\ntitle: (.*)\n");
    const std::string config = folder_.read(folder + "/debrief.yaml");
    std::smatch match;
    return std::regex_search(config, match, kTitle) ? match[1].str() : "";
  }

  TemporaryFolder folder_;
};

TEST_F(InitCommand, SaysWhatItWroteAndWhatToDoNext) {
  const std::string said = run({"init", "kb"});
  EXPECT_EQ(said,
            "kb/.gitignore\n"
            "kb/README.md\n"
            "kb/causes.yaml\n"
            "kb/debrief.yaml\n"
            "kb/incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md\n"
            "kb/pages/how-we-write-post-mortems.md\n"
            "kb/pages/severities.md\n"
            "kb/people.yaml\n"
            "kb/redactions.yaml\n"
            "kb/services.yaml\n"
            "\n"
            "Next:\n"
            "  cd kb && debrief build\n"
            "  debrief serve\n"
            "  debrief new \"What people saw\"\n"
            "exit 0\n");
  std::string there;
  for (const auto& [path, bytes] : read_tree(folder_ / "kb")) there += "kb/" + path + "\n";
  EXPECT_EQ(there, said.substr(0, said.find("\n\n") + 1));
}

TEST_F(InitCommand, WhatItWroteBuildsWithoutAWord) {
  run({"init", "kb"});
  EXPECT_EQ(run({"build"}, "kb"),
            "[ROOT]/kb/site/internal: 1 post-mortem, [N] pages\n"
            "[ROOT]/kb/site/public: 1 post-mortem, [N] pages\n"
            "exit 0\n");
  EXPECT_EQ(run({"build", "--drafts"}, "kb"), run({"build"}, "kb"));
}

TEST_F(InitCommand, TheFirstPostMortemIsNumberedAndBuilds) {
  run({"init", "kb"});
  EXPECT_THAT(run({"new", "Search is slow", "--service", "website", "--severity", "SEV3",
                   "--started", "2026-02-03"},
                  "kb"),
              testing::StartsWith("[ROOT]/kb/incidents/2026/2026-02-03-search-is-slow.md\n"));
  EXPECT_THAT(folder_.read("kb/incidents/2026/2026-02-03-search-is-slow.md"),
              testing::StartsWith("---\nid: PM-2026-002\n"));
  EXPECT_EQ(run({"build", "--drafts"}, "kb"),
            "[ROOT]/kb/site/internal: 2 post-mortems, [N] pages\n"
            "[ROOT]/kb/site/public: 1 post-mortem, [N] pages\n"
            "exit 0\n");
}

TEST_F(InitCommand, TheExampleCanBeDeleted) {
  run({"init", "kb"});
  fs::remove(folder_ / "kb" / kExample);
  EXPECT_EQ(run({"build"}, "kb"),
            "[ROOT]/kb/site/internal: 0 post-mortems, [N] pages\n"
            "[ROOT]/kb/site/public: 0 post-mortems, [N] pages\n"
            "exit 0\n");
}

TEST_F(InitCommand, ThePublicSiteHasWhatTheExamplePublishesAndNothingElse) {
  run({"init", "kb"});
  run({"build"}, "kb");
  std::string internal;
  std::string published;
  for (const auto& [path, bytes] : read_tree(folder_ / "kb/site/internal")) internal += bytes;
  for (const auto& [path, bytes] : read_tree(folder_ / "kb/site/public")) published += bytes;
  for (const char* text : {"Sign-in mails did not arrive", "Acknowledged by the on-call engineer",
                           "administrator at a large customer", "Cause found: receivers",
                           "What our severities mean"}) {
    EXPECT_NE(published.find(text), std::string::npos) << text;
  }
  for (const char* text :
       {"Amina", "Haddad", "Jonas", "Tanaka", "Initech", "OPS-212", "corp.example", "training",
        "Five Whys", "Mail relay", "PM-2026-001", "How we write post-mortems"}) {
    EXPECT_NE(internal.find(text), std::string::npos) << text;
    EXPECT_EQ(published.find(text), std::string::npos) << text;
  }
  EXPECT_THAT(run({"audit"}, "kb"), testing::HasSubstr("The public site is clean.\nexit 0\n"));
}

TEST_F(InitCommand, TakesAFolderHoweverItIsWritten) {
  fs::create_directory(folder_ / "here");
  EXPECT_THAT(run({"init", "."}, "here"),
              testing::AllOf(testing::StartsWith(".gitignore\nREADME.md\n"),
                             testing::HasSubstr("\nNext:\n  debrief build\n")));
  EXPECT_EQ(title_in("here"), "Here");

  EXPECT_THAT(run({"init", "slash/"}),
              testing::AllOf(testing::StartsWith("slash/.gitignore\n"),
                             testing::HasSubstr("\n  cd slash && debrief build\n")));
  EXPECT_EQ(title_in("slash"), "Slash");

  EXPECT_THAT(run({"init", "../beside/our post-mortems"}, "here"),
              testing::AllOf(testing::StartsWith("../beside/our post-mortems/.gitignore\n"),
                             testing::HasSubstr("\n  cd '../beside/our post-mortems' && ")));
  EXPECT_EQ(title_in("beside/our post-mortems"), "Our post mortems");

  EXPECT_THAT(run({"init", (folder_ / "absolute").string()}),
              testing::StartsWith("[ROOT]/absolute/.gitignore\n"));
}

TEST_F(InitCommand, TakesAnyTitle) {
  int number = 0;
  for (const std::string title : {"Lighthouse: \"what went wrong\"", "# yes", "Störungen & <b>障害",
                                  "'", "C:\\new", "  two\n lines "}) {
    const std::string name = "kb" + std::to_string(++number);
    run({"init", name, "--title", title});
    EXPECT_EQ(run({"build", "--view", "public"}, name),
              "[ROOT]/" + name + "/site/public: 1 post-mortem, [N] pages\nexit 0\n");
  }
  EXPECT_EQ(title_in("kb1"), R"("Lighthouse: \"what went wrong\"")");
  EXPECT_EQ(title_in("kb6"), "two lines");
  EXPECT_NE(folder_.read("kb3/site/public/index.html").find("Störungen &amp; &lt;b&gt;障害"),
            std::string::npos);
}

TEST_F(InitCommand, LeavesOtherFilesAlone) {
  folder_.write("kb/.git/HEAD", "ref: refs/heads/main\n");
  folder_.write("kb/LICENSE", "Ours.\n");
  EXPECT_THAT(run({"init", "kb"}), testing::EndsWith("exit 0\n"));
  EXPECT_EQ(folder_.read("kb/.git/HEAD"), "ref: refs/heads/main\n");
  EXPECT_EQ(folder_.read("kb/LICENSE"), "Ours.\n");
}

TEST_F(InitCommand, OverwritesNothingAndNamesAllThatIsInTheWay) {
  folder_.write("kb/README.md", "mine\n");
  folder_.write("kb/pages", "no folder\n");
  const Tree before = read_tree(folder_.path());
  EXPECT_EQ(
      run({"init", "kb"}),
      "! debrief: '[ROOT]/kb' has README.md, pages already, and init overwrites nothing; move "
      "them away, or choose another folder. Nothing was written\n"
      "exit 2\n");
  EXPECT_EQ(differences(before, read_tree(folder_.path())), "");
}

TEST_F(InitCommand, DoesNothingTheSecondTime) {
  run({"init", "kb"});
  const Tree before = read_tree(folder_.path());
  EXPECT_EQ(run({"init", "kb"}),
            "! debrief: '[ROOT]/kb' has .gitignore, README.md, causes.yaml, debrief.yaml, "
            "incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md, "
            "pages/how-we-write-post-mortems.md, pages/severities.md, people.yaml, "
            "redactions.yaml, services.yaml already, and init overwrites nothing; move them away, "
            "or choose another folder. Nothing was written\n"
            "exit 2\n");
  EXPECT_EQ(differences(before, read_tree(folder_.path())), "");
}

TEST_F(InitCommand, MakesNoneWithinAnother) {
  run({"init", "kb"});
  const std::string refused =
      "! debrief: '[ROOT]/kb/teams/web' lies in a knowledge base, '[ROOT]/kb'; choose a folder "
      "outside of it, or start a post-mortem in it with 'debrief new'\n"
      "exit 2\n";
  EXPECT_EQ(run({"init", "kb/teams/web"}), refused);
  fs::create_directory_symlink(folder_ / "kb", folder_ / "link");
  EXPECT_EQ(run({"init", "link/teams/web"}), refused);
  EXPECT_FALSE(fs::exists(folder_ / "kb/teams"));
}

TEST_F(InitCommand, SaysWhatItCannotUse) {
  folder_.write("file", "text");
  EXPECT_EQ(run({"init", "file"}),
            "! debrief: '[ROOT]/file' is no folder; choose another name\nexit 2\n");
  EXPECT_EQ(run({"init", ""}),
            "! debrief: init needs a folder: debrief init postmortems\nexit 2\n");
  EXPECT_EQ(run({"init", "kb", "--title", " "}),
            "! debrief: --title is empty; leave it out to take the name of the folder\nexit 2\n");
  EXPECT_EQ(run({"init", "kb", "--title", "caf\xE9"}),
            "! debrief: --title is not valid UTF-8\nexit 2\n");
  EXPECT_EQ(run({"--root", "kb", "init", "kb"}),
            "! debrief: --root names a knowledge base that is there already; for a new one say "
            "'debrief init DIR'\n"
            "exit 2\n");
  EXPECT_EQ(folder_.listing(), "file: text\n");
}

TEST_F(InitCommand, WritesEverythingOrNothing) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  fs::create_directories(folder_ / "kb/pages");
  fs::permissions(folder_ / "kb/pages", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(run({"init", "kb"}),
            "! debrief: cannot write '[ROOT]/kb/pages/how-we-write-post-mortems.md': Permission "
            "denied\n"
            "exit 2\n");
  EXPECT_EQ(folder_.listing(), "kb/pages/\n");
}

}  // namespace
}  // namespace debrief
