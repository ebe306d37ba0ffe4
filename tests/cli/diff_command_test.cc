// What `debrief diff` says of the history of a knowledge base.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNothing = "Nothing of the public site changes.\nexit 0\n";

class DiffCommand : public testing::Test {
 protected:
  void SetUp() override {
    write("debrief.yaml", kConfig);
    write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
    commit();
  }

  void write(const std::string& path, std::string_view bytes) {
    repository_.folder().write("kb/" + path, bytes);
  }
  void remove(const std::string& path) { fs::remove_all(repository_.folder() / ("kb/" + path)); }
  void commit() { repository_.commit("Ann", "2026-03-04T05:06:07Z"); }

  std::string diff(std::vector<std::string> words, const RunOptions& options = {}) {
    words.insert(words.begin(), {"--root", (repository_.folder() / "kb").string(), "diff"});
    // Git looks for its settings at home.
    RunOptions with_home = options;
    with_home.environment["HOME"] = "/nonexistent";
    return transcript_of(words, repository_.folder().path(), with_home);
  }

  // A folder within the repository, so that paths there and here differ.
  ScratchRepository repository_;
};

TEST_F(DiffCommand, ComparesTheFilesAsTheyAreWithARevision) {
  EXPECT_EQ(kNothing, diff({"HEAD"}));
  write("incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  EXPECT_EQ(R"(+ incident 2026-03-04 The bell falls silent  (becomes public)
    address: 2026-03-04-the-bell-falls-silent
  +   Title: The bell falls silent
  +   State: open
  +   Started: 2026-03-04T05:06:07Z
  +   ## Summary
  +
  +   No sound.
exit 0
)",
            diff({"HEAD"}));
}

TEST_F(DiffCommand, ComparesTwoRevisions) {
  write("incidents/lamp.md", public_incident("The lamp goes out", "It was very dark."));
  commit();
  write("incidents/lamp.md", "not committed");
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Summary
  -   It was dark.
  +   It was very dark.
exit 0
)",
            diff({"HEAD~1", "HEAD"}));
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Summary
  -   It was very dark.
  +   It was dark.
exit 0
)",
            diff({"HEAD", "HEAD~1"}));
}

TEST_F(DiffCommand, ShowsThatAPageIsWithdrawn) {
  std::string text = public_incident("The lamp goes out", "It was dark.");
  const std::string visibility = "visibility: public\n";
  text.erase(text.find(visibility), visibility.size());
  write("incidents/lamp.md", text);
  const std::string shown = diff({"HEAD"});
  EXPECT_EQ(0U, shown.find("- incident 2026-03-04 The lamp goes out  (ceases to be public)\n"))
      << shown;
  EXPECT_NE(std::string::npos, shown.find("  -   It was dark.\n")) << shown;
  EXPECT_EQ(
      "~ incident 2026-03-04 The lamp goes out\n  -   Public: yes\n  +   Public: no\nexit 0\n",
      diff({"HEAD", "--view", "internal"}));
}

TEST_F(DiffCommand, SeesNothingOfWhatIsNotPublic) {
  write("incidents/lamp.md",
        public_incident("The lamp goes out",
                        "It was dark.<!-- internal --> For Initech.<!-- /internal -->"));
  commit();
  write("incidents/lamp.md",
        public_incident("The lamp goes out",
                        "It was dark.<!-- internal --> For a good customer.<!-- /internal -->"));
  write("incidents/bell.md",
        "---\ntitle: The bell\nstarted: 2026-03-01\nstatus: published\n---\n\nNo sound.\n");
  EXPECT_EQ(kNothing, diff({"HEAD"}));
  EXPECT_EQ(kNothing, diff({"HEAD~1"}));
}

TEST_F(DiffCommand, SeesWhatADictionaryAndAnAllowListDoToOldPages) {
  for (const char* name : {"a", "b"}) {
    write(std::string("incidents/") + name + ".md",
          public_incident(name, "Norrskag.\n\n## Root cause\n\nWind."));
  }
  commit();
  write("redactions.yaml", "- term: Norrskag\n  replace: a harbour\n");
  write("debrief.yaml",
        std::string(kConfig).replace(std::string(kConfig).find("  public: {"), 11,
                                     "  public: {sections: [summary, root-cause], "));
  EXPECT_EQ(R"(~ incident 2026-03-04 a
    Summary
  -   Norrskag.
  +   A harbour.
  +
  +   ## Root cause
  +
  +   Wind.

~ incident 2026-03-04 b
    Summary
  -   Norrskag.
  +   A harbour.
  +
  +   ## Root cause
  +
  +   Wind.
exit 0
)",
            diff({"HEAD"}));
}

TEST_F(DiffCommand, ReadsARootThatIsTheRepository) {
  ScratchRepository repository;
  repository.folder().write("debrief.yaml", kConfig);
  repository.commit("Ann", "2026-03-04T05:06:07Z");
  EXPECT_EQ(kNothing, transcript_of({"diff", "HEAD", "--root", repository.folder().path().string()},
                                    repository.folder().path()));
}

TEST_F(DiffCommand, TakesNamesAsTheyAre) {
  for (const char* name : {"incidents/a b.md", "incidents/\xC3\xA9t\xC3\xA9 \"x\".md",
                           "incidents/w*.md", "incidents/-x.md", "incidents/_draft/a.md"}) {
    write(name, public_incident("A", "B."));
  }
  commit();
  EXPECT_EQ(kNothing, diff({"HEAD"}));
  write("incidents/x\ny.md", "text");
  commit();
  remove("incidents/x\ny.md");
  EXPECT_EQ(
      "Nothing of the public site changes.\n! debrief: what has errors at HEAD counts as not "
      "there: "
      "incidents/x\\u{a}y.md\nexit 0\n",
      diff({"HEAD"}));
}

TEST_F(DiffCommand, CountsWhatCouldNotBeReadAsNotThere) {
  write("incidents/lamp.md", "---\ntitle: [\n---\n");
  write("incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  commit();
  write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  std::string shown = diff({"HEAD"});
  EXPECT_EQ(0U, shown.find("+ incident 2026-03-04 The lamp goes out  (becomes public)\n")) << shown;
  EXPECT_EQ(std::string::npos, shown.find("bell")) << shown;
  EXPECT_NE(std::string::npos, shown.find("! debrief: what has errors at HEAD counts as not there: "
                                          "incidents/lamp.md\nexit 0\n"))
      << shown;

  // What redacts the rest cannot be left out alone.
  write("redactions.yaml", "- term: [\n");
  commit();
  remove("redactions.yaml");
  shown = diff({"HEAD"});
  EXPECT_NE(std::string::npos, shown.find("+ incident 2026-03-04 The bell falls silent")) << shown;
  EXPECT_NE(
      std::string::npos,
      shown.find("! debrief: what has errors at HEAD counts as not there: redactions.yaml; so "
                 "nothing of it is compared\nexit 0\n"))
      << shown;
}

TEST_F(DiffCommand, RefusesNewContentWithErrors) {
  write("incidents/bell.md", "---\ntitle: [\n---\n");
  const std::string shown = diff({"HEAD"});
  EXPECT_EQ(0U, shown.find("! incidents/bell.md:")) << shown;
  EXPECT_TRUE(shown.ends_with("! 1 error, 0 warnings\n! Nothing was compared.\nexit 1\n")) << shown;
  commit();
  EXPECT_EQ(shown, diff({"HEAD~1", "HEAD"}));
}

TEST_F(DiffCommand, DoesNotFollowLinksAtARevision) {
  fs::create_symlink("lamp.md", repository_.folder() / "kb/incidents/link.md");
  commit();
  EXPECT_EQ(
      "! incidents/link.md: error: is a symbolic link, and at a revision of git none is followed; "
      "commit the file itself [symbolic-link]\n! 1 error, 0 warnings\n! Nothing was compared.\n"
      "exit 1\n",
      diff({"HEAD~1", "HEAD"}));
}

TEST_F(DiffCommand, TreatsARootThatWasNotThereAsEmpty) {
  fs::rename(repository_.folder() / "kb", repository_.folder() / "old");
  commit();
  fs::rename(repository_.folder() / "old", repository_.folder() / "kb");
  const std::string shown = diff({"HEAD"});
  EXPECT_NE(std::string::npos, shown.find("+ incident 2026-03-04 The lamp goes out")) << shown;
  EXPECT_TRUE(shown.ends_with(
      "! debrief: there is no knowledge base at HEAD; it counts as empty\nexit 0\n"))
      << shown;
}

TEST_F(DiffCommand, SaysThatThereIsNoSuchRevision) {
  struct Case {
    std::vector<std::string> words;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{"nowhere"}, "there is no revision 'nowhere' in the git repository of the knowledge base"},
      {{"HEAD", "nowhere"},
       "there is no revision 'nowhere' in the git repository of the knowledge base"},
      {{"HEAD:kb"}, "there is no revision 'HEAD:kb' in the git repository of the knowledge base"},
      {{""}, "'' is no name of a revision"},
      {{"HEAD..main"},
       "there is no revision 'HEAD..main'; give the two ends of a range as two words"},
      {{"--", "--output=x"}, "'--output=x' is no name of a revision"},
      {{"--", "-h"}, "'-h' is no name of a revision"},
  };
  for (const auto& [words, message] : cases) {
    EXPECT_EQ("! debrief: " + message + "\nexit 2\n", diff(words)) << testing::PrintToString(words);
  }
  EXPECT_EQ(
      "! The following argument was not expected: -x\n! Run with --help for more information.\n"
      "exit 2\n",
      diff({"HEAD", "-x"}));
  EXPECT_FALSE(fs::exists(repository_.folder() / "x"));
}

TEST_F(DiffCommand, SaysWhatAShallowHistoryLacks) {
  write("incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  commit();
  const TemporaryFolder clone;
  repository_.git({"clone", "-q", "--depth", "1", "file://" + repository_.folder().path().string(),
                   (clone / "c").string()});
  const std::string root = (clone / "c/kb").string();
  EXPECT_EQ(kNothing, transcript_of({"diff", "HEAD", "--root", root}, clone.path()));
  EXPECT_EQ(
      "! debrief: there is no revision 'HEAD~1': the history here is shallow; fetch more: git "
      "fetch "
      "--unshallow\nexit 2\n",
      transcript_of({"diff", "HEAD~1", "--root", root}, clone.path()));
}

TEST_F(DiffCommand, NeedsARepositoryAndGit) {
  const TemporaryFolder folder;
  folder.write("debrief.yaml", kConfig);
  EXPECT_EQ(
      "! debrief: the knowledge base is in no git repository that can be read; 'git -C [ROOT] "
      "status' says more\nexit 2\n",
      transcript_of({"diff", "HEAD", "--root", folder.path().string()}, folder.path()));
  RunOptions no_git;
  no_git.environment["PATH"] = "/nonexistent";
  EXPECT_EQ("! debrief: cannot run git, which revisions are read with; is it installed?\nexit 2\n",
            diff({"HEAD"}, no_git));
}

TEST_F(DiffCommand, TellsProgramsInJson) {
  write("incidents/lamp.md", public_incident("The lamp goes out", "It was very dark."));
  std::string shown = diff({"HEAD", "--json"});
  const std::string end = "exit 0\n";
  ASSERT_TRUE(shown.ends_with(end)) << shown;
  const auto json = nlohmann::json::parse(shown.substr(0, shown.size() - end.size()));
  EXPECT_EQ("public", json["view"]);
  EXPECT_EQ("HEAD", json["from"]["revision"]);
  EXPECT_EQ(40U, json["from"]["commit"].get<std::string>().size());
  EXPECT_TRUE(json["to"]["commit"].is_null());
  ASSERT_EQ(1U, json["pages"].size());
  EXPECT_EQ("2026-03-04-the-lamp-goes-out", json["pages"][0]["address"]);
  EXPECT_EQ(
      R"([{"change":"removed","place":"Summary","text":"It was dark."},{"change":"added","place":"Summary","text":"It was very dark."}])",
      json["pages"][0]["lines"].dump());
}

TEST_F(DiffCommand, SaysThatTheThemeHasChanged) {
  write("debrief.yaml", std::string(kConfig) + "theme: own\n");
  write("themes/own/templates/_title.mustache", "<h1>{{page.title}}</h1>\n");
  write("themes/other/templates/_title.mustache", "<h1>{{page.title}}</h1>\n");
  commit();
  write("themes/other/templates/_title.mustache", "Other");
  write("themes/own/notes.md", "On no page.");
  EXPECT_EQ(kNothing, diff({"HEAD"}));
  write("themes/own/templates/_title.mustache", "<h1>{{page.title}}</h1> Ask us.\n");
  write("themes/own/assets/own.css", "h1 { margin: 0 }\n");
  const std::string note =
      "The theme has changed: assets/own.css, templates/_title.mustache. What it puts around the "
      "texts is not compared.\nexit 0\n";
  EXPECT_EQ("No text of the public site changes.\n" + note, diff({"HEAD"}));
  EXPECT_EQ("No text of the internal site changes.\n" + note, diff({"HEAD", "--view", "internal"}));
  std::string shown = diff({"HEAD", "--json"});
  const auto json = nlohmann::json::parse(shown.substr(0, shown.rfind("exit")));
  EXPECT_EQ(R"(["assets/own.css","templates/_title.mustache"])", json["theme_changed"].dump());
  write("incidents/lamp.md", public_incident("The lamp goes out", "It was very dark."));
  EXPECT_EQ(R"(~ incident 2026-03-04 The lamp goes out
    Summary
  -   It was dark.
  +   It was very dark.

)" + note,
            diff({"HEAD"}));
}

TEST_F(DiffCommand, LeavesTheRepositoryAlone) {
  write("incidents/new.md", "x");
  const Tree before = read_tree(repository_.folder().path());
  diff({"HEAD"});
  diff({"HEAD", "HEAD", "--view", "internal"});
  EXPECT_EQ("", differences(before, read_tree(repository_.folder().path())));
}

}  // namespace
}  // namespace debrief
