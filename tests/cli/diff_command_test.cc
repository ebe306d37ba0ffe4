// What `debrief diff` says of the history of a knowledge base.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "generator/source/git_revision.h"
#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNothing = "Nothing of the public site changes.\nexit 0\n";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

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

  void folder_of_another(const std::string& path, std::string_view bytes) {
    repository_.folder().write("another/" + path, bytes);
  }

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

TEST_F(DiffCommand, TakesRangesAsGitDoes) {
  write("incidents/lamp.md", public_incident("The lamp goes out", "It was very dark."));
  commit();
  repository_.git({"checkout", "-q", "-b", "bell", "HEAD~1"});
  write("incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  commit();
  write("incidents/bell.md", "not committed");

  const auto titles = [&](const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& line : lines_of(diff(words))) {
      if (line.starts_with("  ") || line.empty()) continue;
      text += line + "\n";
    }
    return text;
  };
  const std::string lamp = "~ incident 2026-03-04 The lamp goes out\n";
  const std::string bell = "+ incident 2026-03-04 The bell falls silent  (becomes public)\n";
  EXPECT_EQ(bell + lamp + "exit 0\n", titles({"main..bell"}));
  EXPECT_EQ(titles({"main", "bell"}), titles({"main..bell"}));
  // What the branch does, and not what has been done without it.
  EXPECT_EQ(bell + "exit 0\n", titles({"main...bell"}));
  EXPECT_EQ(bell + "exit 0\n", titles({"main..."}));
  EXPECT_EQ(lamp + "exit 0\n", titles({"...main"}));
  EXPECT_EQ(bell + lamp + "exit 0\n", titles({"main.."}));
  const auto json = nlohmann::json::parse(run_debrief({"diff", "main...bell", "--json", "--root",
                                                       (repository_.folder() / "kb").string()})
                                              .out);
  EXPECT_EQ("main...bell", json["from"]["revision"]);
  EXPECT_EQ("bell", json["to"]["revision"]);

  // Two dots in a search are text.
  EXPECT_EQ(
      "! debrief: there is no revision ':/a..b' in the git repository of the knowledge base; "
      "if others have it: git fetch\nexit 2\n",
      diff({":/a..b"}));
  EXPECT_EQ(
      "! debrief: 'main..bell' is a range, which has both ends; leave out 'HEAD', or give "
      "two revisions\nexit 2\n",
      diff({"main..bell", "HEAD"}));
  EXPECT_EQ("! debrief: there is no revision 'bel'; did you mean 'bell'?\nexit 2\n",
            diff({"main...bel"}));

  repository_.git({"checkout", "-q", "-f", "--orphan", "other"});
  commit();
  EXPECT_EQ(
      "! debrief: 'main' and 'other' have no common ancestor in the git repository of the "
      "knowledge base\nexit 2\n",
      diff({"main...other"}));
}

TEST_F(DiffCommand, SaysThatThereIsNoSuchRevision) {
  repository_.git({"branch", "bell-tower"});
  repository_.git({"tag", "v1.0"});
  struct Case {
    std::vector<std::string> words;
    std::string message;
  };
  const std::string nowhere =
      "there is no revision 'nowhere' in the git repository of the knowledge base; if others have "
      "it: git fetch";
  const std::vector<Case> cases = {
      {{"nowhere"}, nowhere},
      {{"HEAD", "nowhere"}, nowhere},
      {{"nowhere..HEAD"}, nowhere},
      {{"bell-towr"}, "there is no revision 'bell-towr'; did you mean 'bell-tower'?"},
      {{"Mian~1"}, "there is no revision 'Mian~1'; did you mean 'main~1'?"},
      {{"v1.1"}, "there is no revision 'v1.1'; did you mean 'v1.0'?"},
      {{"origin/main"}, "there is no revision 'origin/main'; did you mean 'main'?"},
      {{"HEAD~7"}, "there is no revision 'HEAD~7': 'HEAD' is there, but has no '~7'"},
      {{"HEAD:kb"}, "'HEAD:kb' is a folder of the git repository, not a revision"},
      {{"HEAD:kb/debrief.yaml"},
       "'HEAD:kb/debrief.yaml' is a file of the git repository, not a revision"},
      {{""}, "'' is no name of a revision"},
      {{"--", "--output=x"}, "'--output=x' is no name of a revision"},
      {{"--", "-h"}, "'-h' is no name of a revision"},
      {{"HEAD..-h"}, "'-h' is no name of a revision"},
      {{"HEAD", "HEAD~1..HEAD"}, "'HEAD~1..HEAD' is a range; a single revision belongs here"},
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

TEST_F(DiffCommand, KnowsABranchOfARemote) {
  const TemporaryFolder clone;
  repository_.git({"clone", "-q", repository_.folder().path().string(), (clone / "c").string()});
  repository_.git({"-C", (clone / "c").string(), "checkout", "-q", "--detach"});
  repository_.git({"-C", (clone / "c").string(), "branch", "-q", "-D", "main"});
  const auto diff_there = [&](const char* revision) {
    return transcript_of({"diff", revision, "--root", (clone / "c/kb").string()}, clone.path());
  };
  EXPECT_EQ("! debrief: there is no revision 'main'; did you mean 'origin/main'?\nexit 2\n",
            diff_there("main"));
  EXPECT_EQ("! debrief: there is no revision 'origin/mian'; did you mean 'origin/main'?\nexit 2\n",
            diff_there("origin/mian"));
}

TEST_F(DiffCommand, SaysWhatAShallowHistoryLacks) {
  repository_.git({"tag", "first"});
  repository_.git({"branch", "topic"});
  write("incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  commit();
  const TemporaryFolder clone;
  repository_.git({"clone", "-q", "--depth", "1", "--branch", "main",
                   "file://" + repository_.folder().path().string(), (clone / "c").string()});
  const std::string root = (clone / "c/kb").string();
  const auto diff_there = [&](const std::string& revision) {
    return transcript_of({"diff", revision, "--root", root}, clone.path());
  };
  EXPECT_EQ(kNothing, diff_there("HEAD"));
  EXPECT_EQ(kNothing, diff_there("origin/main"));
  const std::string way_out =
      ": the history of this clone is shallow; fetch the rest: git fetch --unshallow origin "
      "'+refs/heads/*:refs/remotes/origin/*'; in GitHub Actions say 'fetch-depth: 0' to "
      "actions/checkout, in GitLab CI set the variable GIT_DEPTH to 0\nexit 2\n";
  const std::string commit_id = find_git_revision(repository_.folder() / "kb", "first").commit;
  for (const std::string& name :
       {std::string("HEAD~1"), std::string("origin/topic"), std::string("first"), commit_id}) {
    EXPECT_EQ("! debrief: there is no revision '" + name + "'" + way_out, diff_there(name));
  }
  // A branch that was fetched as shallow as the rest has no ancestor in common with it here.
  repository_.git({"-C", (clone / "c").string(), "fetch", "-q", "--depth", "1", "origin",
                   "topic:refs/remotes/origin/topic"});
  EXPECT_EQ("! debrief: 'origin/topic' and 'HEAD' have no common ancestor here" + way_out,
            diff_there("origin/topic...HEAD"));
  EXPECT_EQ(0U, diff_there("origin/topic").find("+ incident 2026-03-04 The bell falls silent"));

  // The way out is one.
  repository_.git({"-C", (clone / "c").string(), "fetch", "-q", "--unshallow", "origin",
                   "+refs/heads/*:refs/remotes/origin/*"});
  for (const std::string& name :
       {std::string("HEAD~1"), std::string("origin/topic...HEAD"), commit_id}) {
    EXPECT_EQ(0U, diff_there(name).find("+ incident 2026-03-04 The bell falls silent")) << name;
  }
}

TEST_F(DiffCommand, FetchesNothingIntoAPartialClone) {
  write("incidents/lamp.md", public_incident("The lamp goes out", "It was very dark."));
  write("incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  folder_of_another("notes.md", "1");
  commit();
  folder_of_another("notes.md", "2");
  commit();
  repository_.git({"config", "uploadpack.allowFilter", "true"});
  const TemporaryFolder clone;
  repository_.git({"clone", "-q", "--filter=blob:none",
                   "file://" + repository_.folder().path().string(), (clone / "c").string()});
  const std::string root = (clone / "c/kb").string();
  const auto diff_there = [&](const std::string& revision) {
    return transcript_of({"diff", revision, "--root", root}, clone.path());
  };
  EXPECT_EQ(kNothing, diff_there("HEAD"));
  // Of the commit before, only what is not of the knowledge base is missing.
  EXPECT_EQ(kNothing, diff_there("HEAD~1"));
  const Tree before = read_tree(clone.path());
  const std::string refused =
      "! debrief: this partial clone lacks 1 file of 'HEAD~2'; fetch all that it left out: git "
      "fetch --refetch --no-filter\nexit 2\n";
  EXPECT_EQ(refused, diff_there("HEAD~2"));
  EXPECT_EQ("", differences(before, read_tree(clone.path())));

  // Nor are folders that cannot be had taken for folders that were not there.
  repository_.git({"clone", "-q", "--filter=tree:0",
                   "file://" + repository_.folder().path().string(), (clone / "t").string()});
  const fs::path moved = repository_.folder().path().string() + ".moved";
  fs::rename(repository_.folder().path(), moved);
  EXPECT_EQ(
      "! debrief: this partial clone lacks folders of 'HEAD~2'; fetch all that it left out: git "
      "fetch --refetch --no-filter\nexit 2\n",
      transcript_of({"diff", "HEAD~2", "--root", (clone / "t/kb").string()}, clone.path()));
  fs::rename(moved, repository_.folder().path());

  // The way out is one.
  for (const char* name : {"c", "t"}) {
    repository_.git({"-C", (clone / name).string(), "fetch", "-q", "--refetch", "--no-filter"});
    const std::string shown =
        transcript_of({"diff", "HEAD~2", "--root", (clone / name / "kb").string()}, clone.path());
    EXPECT_TRUE(shown.starts_with("+ incident 2026-03-04 The bell falls silent")) << shown;
  }
}

TEST_F(DiffCommand, NeedsARepositoryAndGit) {
  const TemporaryFolder folder;
  folder.write("debrief.yaml", kConfig);
  const auto diff_there = [&] {
    return transcript_of({"diff", "HEAD", "--root", folder.path().string()}, folder.path());
  };
  EXPECT_EQ(
      "! debrief: [ROOT] is in no git repository, so there are no revisions to read; work in a "
      "clone of the one it is kept in, or make one: git init, git add, git commit\nexit 2\n",
      diff_there());
  repository_.git({"init", "-q", folder.path().string()});
  EXPECT_EQ(
      "! debrief: there is no revision 'HEAD': nothing has been committed yet in the git "
      "repository of the knowledge base\nexit 2\n",
      diff_there());
  folder.write(".git/HEAD", "broken");
  EXPECT_EQ(0U, diff_there().find("! debrief: [ROOT] is in no git repository")) << diff_there();
  RunOptions no_git;
  no_git.environment["PATH"] = "/nonexistent";
  EXPECT_EQ(
      "! debrief: cannot run git, which revisions are read with; install it, or see that PATH has "
      "it\nexit 2\n",
      diff({"HEAD"}, no_git));
}

TEST_F(DiffCommand, SaysWhyGitDoesNotTrustARepository) {
  // What git itself offers to test it with: every folder counts as somebody else's.
  RunOptions as_another;
  as_another.environment["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1";
  const std::string root = (repository_.folder() / "kb").string();
  EXPECT_EQ(
      "! debrief: git does not read the repository of [ROOT]/kb, because it belongs to "
      "another user; if you trust what is in it: git config --global --add safe.directory "
      "[ROOT]\nexit 2\n",
      diff({"HEAD"}, as_another));
  const TemporaryFolder home;
  home.write(".gitconfig", "[safe]\n\tdirectory = " + repository_.folder().path().string() + "\n");
  as_another.environment["HOME"] = home.path().string();
  EXPECT_EQ(kNothing, transcript_of({"--root", root, "diff", "HEAD"}, repository_.folder().path(),
                                    as_another));
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
