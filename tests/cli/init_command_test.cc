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
            "kb/.ci/debrief\n"
            "kb/.ci/publish\n"
            "kb/.ci/release\n"
            "kb/.editorconfig\n"
            "kb/.github/pull_request_template.md\n"
            "kb/.github/workflows/postmortems.yml\n"
            "kb/.gitignore\n"
            "kb/.gitlab-ci.yml\n"
            "kb/.gitlab/merge_request_templates/Default.md\n"
            "kb/.pre-commit-config.yaml\n"
            "kb/.vscode/post-mortem.code-snippets\n"
            "kb/.vscode/post-mortem.schema.json\n"
            "kb/.vscode/settings.json\n"
            "kb/.vscode/tasks.json\n"
            "kb/CODEOWNERS\n"
            "kb/README.md\n"
            "kb/causes.yaml\n"
            "kb/debrief.yaml\n"
            "kb/incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md\n"
            "kb/netlify.toml\n"
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
            "README.md there says how to make it yours, review in pull requests and publish.\n"
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

TEST_F(InitCommand, WhatItWroteLeavesNothingToReview) {
  run({"init", "kb"});
  EXPECT_EQ(run({"check", "--strict", "--drafts", "--today", "2026-02-01"}, "kb"),
            "Nothing was found.\nexit 0\n");
}

// What editors get is what `schema` would say, so it is not out of date from the start.
TEST_F(InitCommand, TellsEditorsItsVocabulary) {
  run({"init", "kb"});
  const std::string schema = folder_.read("kb/.vscode/post-mortem.schema.json");
  const std::string snippets = folder_.read("kb/.vscode/post-mortem.code-snippets");
  EXPECT_EQ(run({"schema"}, "kb"), schema + "exit 0\n");
  EXPECT_EQ(run({"schema", "--format", "snippets"}, "kb"), snippets + "exit 0\n");
  EXPECT_THAT(snippets, testing::HasSubstr("services: [${1|website,accounts,mail-relay|}]"));

  fs::remove_all(folder_ / "kb/.vscode");
  EXPECT_EQ(run({"schema", "--write"}, "kb"),
            ".vscode/post-mortem.code-snippets\n.vscode/post-mortem.schema.json\nexit 0\n");
  EXPECT_EQ(folder_.read("kb/.vscode/post-mortem.schema.json"), schema);
  EXPECT_EQ(folder_.read("kb/.vscode/post-mortem.code-snippets"), snippets);
}

TEST_F(InitCommand, SaysWhatBelongsIntoTheFolderOfABiggerRepository) {
  folder_.write("product/.git/HEAD", "ref: refs/heads/main\n");
  EXPECT_THAT(
      run({"init", "product/docs/incidents", "--ci", "gitlab"}),
      testing::EndsWith(
          "\nThis is the folder docs/incidents of a repository. These are looked for in the folder "
          "of the repository itself, and made\nfor it: move them there, or add what they say to "
          "what is there.\n"
          "  .gitlab-ci.yml\n"
          "  .gitlab/merge_request_templates/Default.md\n"
          "  .pre-commit-config.yaml\n"
          "  CODEOWNERS\n"
          "\n"
          "Next:\n"
          "  cd product/docs/incidents && debrief build\n"
          "  debrief serve\n"
          "  debrief new \"What people saw\"\n"
          "README.md there says how to make it yours, review in pull requests and publish.\n"
          "exit 0\n"));
  EXPECT_THAT(run({"init", "product/notes", "--ci", "none"}),
              testing::Not(testing::HasSubstr("This is the folder")));
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
              testing::AllOf(testing::StartsWith(".ci/debrief\n.ci/publish\n"),
                             testing::HasSubstr("\nNext:\n  debrief build\n")));
  EXPECT_EQ(title_in("here"), "Here");

  EXPECT_THAT(run({"init", "slash/"}),
              testing::AllOf(testing::StartsWith("slash/.ci/debrief\n"),
                             testing::HasSubstr("\n  cd slash && debrief build\n")));
  EXPECT_EQ(title_in("slash"), "Slash");

  EXPECT_THAT(run({"init", "../beside/our post-mortems"}, "here"),
              testing::AllOf(testing::StartsWith("../beside/our post-mortems/.ci/debrief\n"),
                             testing::HasSubstr("\n  cd '../beside/our post-mortems' && ")));
  EXPECT_EQ(title_in("beside/our post-mortems"), "Our post mortems");

  EXPECT_THAT(run({"init", (folder_ / "absolute").string()}),
              testing::StartsWith("[ROOT]/absolute/.ci/debrief\n"));
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
            "! debrief: '[ROOT]/kb' has .ci/debrief, .ci/publish, .ci/release, .editorconfig, "
            ".github/pull_request_template.md, .github/workflows/postmortems.yml, .gitignore, "
            ".gitlab-ci.yml, .gitlab/merge_request_templates/Default.md, .pre-commit-config.yaml, "
            ".vscode/post-mortem.code-snippets, .vscode/post-mortem.schema.json, "
            ".vscode/settings.json, .vscode/tasks.json, CODEOWNERS, README.md, causes.yaml, "
            "debrief.yaml, incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md, netlify.toml, "
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
